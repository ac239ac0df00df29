import { type DrawView, drawRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { useCommand } from '../../api/index.ts';
import { keepFile } from '../../api/keep-file.ts';
import { Button, Panel, RefusalNote, StateText } from '../../design/index.ts';

const titles: Readonly<Record<string, string>> = {
  'bundle-public.zip': '公开包',
  'bundle-auditors.zip': '审计包',
  'bundle-frozen.zip': '抽签前公开的名单和规则',
  'rules.json': '规则',
  'pool.csv': '名单',
  'exclusions.csv': '排除和理由',
  'labels.csv': '企业名称',
  'commit.json': '承诺',
  'log.json': '公开日志的收录证明',
  'seed.json': '种子和随机数',
  'selected.csv': '抽中和候补',
  'visits.csv': '检查次序',
  'assignment.csv': '检查组',
  'inspectors.csv': '执法人员',
  'conflicts.csv': '利害关系',
  'filesalts.json': '文件的盐',
  'amendments.jsonl': '抽签后的变动',
  'salts.csv': '名单的盐',
  'result-entry.json': '结果在公开日志的收录证明',
};

/** Everything the draw is made of, to be taken away and recomputed elsewhere. */
export function FilesPanel({ draw, auditor }: { readonly draw: DrawView; readonly auditor: boolean }) {
  const [problem, setProblem] = useState<string>();
  const taking = useCommand(drawRoutes.takeAuditorsFile);
  const take = async (name: string, revision?: number) => {
    const outcome = await taking.give({ drawId: draw.id, name, revision });
    if (outcome.ok) keep(outcome.value);
  };
  const get = ({ name, audience }: DrawView['files'][number], revision?: number) =>
    void (audience === 'public' ? download(draw.id, name, revision).then(setProblem) : take(name, revision));
  const mine = draw.files.filter((file) => file.audience === 'public' || auditor);
  const hidden = draw.files.length - mine.length;
  return (
    <Panel as="aside" title="文件" sub="可拿到别处重算" padded>
      <p className="draw-record">
        <Button icon="download" onPress={() => void printRecord(draw.id).then(setProblem)}>
          打印抽取记录
        </Button>
      </p>
      <p className="hint">
        {draw.drawn === null ? '还没有开签，每页印草稿。' : 'PDF，留有操作人、复核人和见证人的签名处。'}
      </p>
      <ul className="draw-files">
        {mine.map((file) => (
          <li key={file.name}>
            <Button
              look="text"
              icon="download"
              label={`下载${titles[file.name] ?? file.name}`}
              onPress={() => get(file)}
            >
              {titles[file.name] ?? file.name}
            </Button>
            <span className="hint">
              {file.name}，{file.size}字节{file.audience === 'auditors' && '，下载要重输密码并留痕'}
              {file.name.startsWith('bundle-') && (
                <Earlier
                  count={file.revision - 1}
                  title={titles[file.name] ?? file.name}
                  onTake={(at) => get(file, at)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className="second">
          <StateText kind="locked">另有{hidden}个文件仅审计可见</StateText>
        </p>
      )}
      <RefusalNote refusal={taking.refusal} />
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Panel>
  );
}

/** The bundle as it stood before each change; nothing is taken away. */
function Earlier({
  count,
  title,
  onTake,
}: {
  readonly count: number;
  readonly title: string;
  readonly onTake: (revision: number) => void;
}) {
  return Array.from({ length: count }, (_, at) => (
    <Button key={at} look="text" label={`第${at + 1}版${title}`} onPress={() => onTake(at + 1)}>
      第{at + 1}版
    </Button>
  ));
}

/** Saves the file on this computer; what went wrong in words, else nothing. */
async function download(drawId: DrawId, name: string, revision?: number): Promise<string | undefined> {
  const outcome = await ask(drawRoutes.readDrawFile, { drawId, name, revision });
  return outcome.ok ? keep(outcome.value) : outcome.refusal.message;
}

async function printRecord(drawId: DrawId): Promise<string | undefined> {
  const outcome = await ask(drawRoutes.printRecord, { drawId });
  return outcome.ok ? keep(outcome.value) : outcome.refusal.message;
}

function keep(file: Parameters<typeof keepFile>[0]): undefined {
  keepFile(file);
  return undefined;
}
