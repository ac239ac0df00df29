import { readingRoutes } from '@mingchou/contract';
import { importLimits } from '@mingchou/domain';
import { useState } from 'react';
import { useGo } from '../../address/address.ts';
import { useCommand } from '../../api/index.ts';
import { readBase64 } from '../../api/read-base64.ts';
import { useDesk, useMay } from '../../app/session.ts';
import {
  Button,
  Empty,
  FileChoice,
  formatMoment,
  PageHead,
  Panel,
  RefusalNote,
  Stack,
  StateText,
} from '../../design/index.ts';
import { QueryTable } from '../../table/index.ts';
import './reading.css';

/** 读入旧计划: choose a file, or go on with one that was read. */
export function ReadingsPage() {
  const may = useMay();
  return (
    <>
      <PageHead title="读入旧计划" meta="读出任务和事项的草稿，逐处注明出处；核对后才列入，计划和清单先不变" />
      <Stack>
        {may('read-document') && <ChooseDocument />}
        <PastReadings />
      </Stack>
    </>
  );
}

function ChooseDocument() {
  const go = useGo();
  const read = useCommand(readingRoutes.readDocument);
  const [file, setFile] = useState<File>();
  const readIt = async () => {
    if (file === undefined) return;
    const outcome = await read.give({ fileName: file.name, base64: await readBase64(file) });
    if (outcome.ok) go(`/plan/reading/${outcome.value.readingId}`);
  };
  return (
    <Panel title="选文件" sub="计划、方案、制度或事项清单；Word（.docx、.doc）、Excel、网页、文本，14MB以内" padded>
      <form
        className="buttons"
        onSubmit={(event) => {
          event.preventDefault();
          void readIt();
        }}
      >
        <FileChoice
          label="计划文件"
          accept=".docx,.doc,.xlsx,.xls,.csv,.txt,.md,.html,.htm"
          look={file === undefined ? 'main' : 'plain'}
          file={file}
          onChoose={(chosen) => {
            read.forget();
            setFile(chosen);
          }}
        />
        {file !== undefined && (
          <Button look="main" submits busy={read.pending} reason={whyTooLarge(file)}>
            读入文件
          </Button>
        )}
      </form>
      <RefusalNote refusal={read.refusal} />
    </Panel>
  );
}

function whyTooLarge(file: File): string | undefined {
  const mebi = 1024 * 1024;
  if (file.size <= importLimits.fileBytes) return undefined;
  return `文件有${Math.ceil(file.size / mebi)}MB，最多${importLimits.fileBytes / mebi}MB。请删去图片后再选`;
}

function PastReadings() {
  const { year } = useDesk();
  const go = useGo();
  return (
    <Panel title="读入过的文件" sub="离开也不会丢，可以接着核对">
      <QueryTable
        name="reading.readings"
        route={readingRoutes.listReadings}
        columns={[
          { key: 'fileName', title: '文件', render: (row) => row.fileName },
          { key: 'readBy', title: '谁', width: 90, render: (row) => row.readBy },
          { key: 'readAt', title: '读入', width: 150, render: (row) => formatMoment(row.readAt, year) },
          { key: 'rows', title: '任务', align: 'number', width: 70, render: (row) => row.rows },
          { key: 'items', title: '事项', align: 'number', width: 70, render: (row) => row.items },
          {
            key: 'open',
            title: '核对',
            width: 150,
            render: (row) =>
              row.open === 0 ? (
                <StateText kind="done">没有待核对的</StateText>
              ) : (
                <StateText kind="soon">{row.open}处待核对</StateText>
              ),
          },
          {
            key: 'accepted',
            title: '列入',
            width: 110,
            render: (row) =>
              row.accepted === 0 ? (
                <StateText kind="not-begun">未列入</StateText>
              ) : (
                `${row.accepted}／${row.rows + row.items}项`
              ),
          },
        ]}
        rowKey={(row) => row.id}
        rowName={(row) => row.fileName}
        onOpen={(row) => go(`/plan/reading/${row.id}`)}
        prefix="readings-"
        empty={<Empty>还没有读入过文件。选去年的计划，任务、事项、比例和时间会逐项读出。</Empty>}
      />
    </Panel>
  );
}
