import {
  type DryRunView,
  exchangeRoutes,
  type ImportTarget,
  importTargets,
  importTargetTitles,
} from '@mingchou/contract';
import { importLimits } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress, usePathParams } from '../../address/address.ts';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Button, Empty, FileChoice, Link, PageHead, Panel, RefusalNote, Stack, Waiting } from '../../design/index.ts';
import { DownloadButton } from './download-button.tsx';
import { type FoundHeads, MapColumns } from './map-columns.tsx';
import { DryRunPanels } from './dry-run-panels.tsx';
import { ImportProgress } from './import-progress.tsx';
import { PastImports } from './past-imports.tsx';
import { isUnderWay } from './run-words.ts';
import { readBase64 } from './save-file.ts';

const listPath: Readonly<Record<ImportTarget, string>> = {
  subject: '/registry',
  inspector: '/registry/inspectors',
  region: '/registry/codes?list=region',
  industry: '/registry/codes?list=industry',
  law: '/catalogue/laws',
  mapping: '/catalogue/mappings',
  hazard: '/catalogue/hazards',
  visit: '/registry',
};

/** 下载模板 → 选文件 → 试读 → 导入 or 下载错误行. The dry run stands in the address, so a reload shows it again. */
export function ImportPage() {
  const written = usePathParams()['target'];
  const target = importTargets.find((one) => one === written);
  const { search, setSearch } = useAddress();
  const may = useMay();
  if (target === undefined) return <Empty>没有这种名录。请从底册进入。</Empty>;
  const title = `导入${importTargetTitles[target]}名录`;
  const back = (
    <Link to={listPath[target]} button="plain">
      返回{importTargetTitles[target]}
    </Link>
  );
  if (!may('dry-run-import')) {
    return (
      <>
        <PageHead title={title} actions={back} />
        <Stack>
          <Panel label={title}>
            <Empty>
              您的角色不能导入名录。请
              <Term of="legalSection" />
              或业务
              <Term of="section" />
              办理。
            </Empty>
          </Panel>
        </Stack>
      </>
    );
  }
  return (
    <>
      <PageHead title={title} meta="先试读，名录不变；看清楚再导入" actions={back} />
      <Stack>
        <ChooseFile
          key={target}
          target={target}
          look={search['run'] === undefined ? 'main' : 'plain'}
          onTried={(id) => setSearch({ run: id })}
        />
        <UnderWay target={target} openRun={search['run']} />
        {search['run'] !== undefined && <Tried dryRunId={search['run']} listPath={listPath[target]} />}
        <PastImports target={target} onOpen={(id) => setSearch({ run: id })} openKey={search['run']} />
      </Stack>
    </>
  );
}

/** A long import into this list that somebody began, for who comes back without its address. */
function UnderWay({ target, openRun }: { readonly target: ImportTarget; readonly openRun: string | undefined }) {
  const imports = useQueryRoute(exchangeRoutes.listLiveImports, {});
  const live = imports.data?.rows.find((row) => row.target === target && isUnderWay(row.run));
  if (live === undefined || live.dryRunId === openRun) return null;
  return (
    <Panel title="正在导入" sub={live.fileName} padded>
      <div className="dry-run">
        <ImportProgress dryRunId={live.dryRunId} begun={live.run} />
      </div>
    </Panel>
  );
}

interface ChooseFileProps {
  readonly target: ImportTarget;
  /** Filled while it is the next step; afterwards the import is. */
  readonly look: 'main' | 'plain';
  readonly onTried: (id: string) => void;
}

function ChooseFile({ target, look, onTried }: ChooseFileProps) {
  const tryFile = useCommand(exchangeRoutes.dryRunImport);
  const readHeads = useCommand(exchangeRoutes.readHeads);
  const [file, setFile] = useState<File>();
  const [found, setFound] = useState<{ readonly heads: FoundHeads; readonly base64: string }>();
  const read = async () => {
    if (file === undefined) return;
    const outcome = await tryFile.give({ target, fileName: file.name, base64: await readBase64(file) });
    if (outcome.ok) onTried(outcome.value.id);
  };
  const map = async () => {
    if (file === undefined) return;
    const base64 = await readBase64(file);
    const outcome = await readHeads.give({ target, base64 });
    if (!outcome.ok) return;
    // Why the file was not read is being mended; only a new attempt can say it again.
    tryFile.forget();
    setFound({ heads: outcome.value, base64 });
  };
  const unknownHeads = ['columns-missing', 'sheet-not-found'].includes(tryFile.refusal?.code ?? '');
  return (
    <>
      <Panel
        title="选文件"
        sub="Excel（.xlsx、.xls）或CSV，14MB以内；自己的表格也可以，列名相近就能认出"
        right={
          <DownloadButton look="small" route={exchangeRoutes.downloadTemplate} input={{ target }}>
            下载模板
          </DownloadButton>
        }
        padded
      >
        <form
          className="buttons"
          onSubmit={(event) => {
            event.preventDefault();
            void read();
          }}
        >
          <FileChoice
            label="名录文件"
            accept=".xlsx,.xls,.csv,.txt"
            look={file === undefined ? look : 'plain'}
            file={file}
            onChoose={(chosen) => {
              tryFile.forget();
              setFound(undefined);
              setFile(chosen);
            }}
          />
          {file !== undefined && (
            <Button
              look={found === undefined ? look : 'plain'}
              submits
              busy={tryFile.pending}
              reason={whyTooLarge(file)}
            >
              试读文件
            </Button>
          )}
        </form>
        {found === undefined && <RefusalNote refusal={tryFile.refusal} />}
        {unknownHeads && found === undefined && (
          <p>
            <Button busy={readHeads.pending} onPress={() => void map()}>
              手工对应列名
            </Button>
          </p>
        )}
        <RefusalNote refusal={readHeads.refusal} />
      </Panel>
      {found !== undefined && file !== undefined && (
        <MapColumns
          found={found.heads}
          file={{ target, fileName: file.name, base64: found.base64 }}
          tryFile={tryFile}
          onTried={(id) => {
            setFound(undefined);
            onTried(id);
          }}
        />
      )}
    </>
  );
}

/** Said before anything is sent: a file above the limit would only be refused after its long way. */
function whyTooLarge(file: File): string | undefined {
  const mebi = 1024 * 1024;
  if (file.size <= importLimits.fileBytes) return undefined;
  return `文件有${Math.ceil(file.size / mebi)}MB，最多${importLimits.fileBytes / mebi}MB。请删去图片或分成几个文件`;
}

function Tried({ dryRunId, listPath: path }: { readonly dryRunId: string; readonly listPath: string }) {
  const run = useQueryRoute(exchangeRoutes.showDryRun, { dryRunId });
  const data: DryRunView | undefined = run.data?.id === dryRunId ? run.data : undefined;
  if (data === undefined) {
    return (
      <Panel title="试读结果">
        <Waiting on={run} />
      </Panel>
    );
  }
  return <DryRunPanels key={data.id} run={data} listPath={path} />;
}
