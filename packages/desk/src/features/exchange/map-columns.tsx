import { type exchangeRoutes, type ImportTarget } from '@mingchou/contract';
import { useState } from 'react';
import type { z } from 'zod';
import { Button, Panel, RefusalNote } from '../../design/index.ts';
import type { useCommand } from '../../api/index.ts';

export type FoundHeads = z.output<typeof exchangeRoutes.readHeads.reply>;
type TryFile = ReturnType<
  typeof useCommand<(typeof exchangeRoutes.dryRunImport)['input'], (typeof exchangeRoutes.dryRunImport)['reply']>
>;

/** 列名对应: which head of the file is which of our columns; remembered for the next file with the same heads. */
export function MapColumns({
  found,
  file,
  tryFile,
  onTried,
}: {
  readonly found: FoundHeads;
  readonly file: { readonly target: ImportTarget; readonly fileName: string; readonly base64: string };
  readonly tryFile: TryFile;
  readonly onTried: (id: string) => void;
}) {
  const best = found.heads.reduce<number>(
    (at, head, place) =>
      Object.keys(head.mapping).length > Object.keys(found.heads[at]?.mapping ?? {}).length ? place : at,
    0,
  );
  const [sheet, setSheet] = useState(best);
  const head = found.heads[sheet];
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(head?.mapping ?? {});
  if (head === undefined) return null;
  const missing = found.columns.filter(({ key, required }) => required && !chosen[key]);
  // What must be there stands first, so that a short list is mapped without scrolling.
  const inOrder = [...found.columns].sort((a, b) => Number(b.required) - Number(a.required));
  const give = async () => {
    const columns = Object.fromEntries(Object.entries(chosen).filter(([, written]) => written !== ''));
    const outcome = await tryFile.give({ ...file, mapping: { heads: head.heads, columns } });
    if (outcome.ok) onTried(outcome.value.id);
  };
  return (
    <Panel
      title="对应列名"
      sub={`工作表「${head.sheet}」第${head.row}行的表头；对应一次，下次同样的表头自动认出`}
      padded
    >
      {found.heads.length > 1 && (
        <p>
          <label>
            工作表{' '}
            <select
              value={sheet}
              onChange={(event) => {
                setSheet(Number(event.target.value));
                setChosen(found.heads[Number(event.target.value)]?.mapping ?? {});
              }}
            >
              {found.heads.map((one, place) => (
                <option key={one.sheet} value={place}>
                  {one.sheet}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <table className="plain-table map-columns">
        <thead>
          <tr>
            <th scope="col">名录里的列</th>
            <th scope="col">文件里的列</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map(({ key, title, required, hint }) => (
            <tr key={key}>
              <td>{required ? <b>{title}（必有）</b> : title}</td>
              <td>
                <select
                  aria-label={`「${title}」对应文件里的列`}
                  value={chosen[key] ?? ''}
                  onChange={(event) => setChosen({ ...chosen, [key]: event.target.value })}
                >
                  <option value="">没有这一列</option>
                  {[...new Set(head.heads)].map((written) => (
                    <option key={written} value={written}>
                      {written}
                    </option>
                  ))}
                </select>
              </td>
              <td>{hint}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons next-step">
        <Button
          look="main"
          busy={tryFile.pending}
          reason={missing.length === 0 ? undefined : `还没有对应：${missing.map(({ title }) => title).join('、')}`}
          onPress={() => void give()}
        >
          按此对应试读
        </Button>
      </div>
      <RefusalNote refusal={tryFile.refusal} />
    </Panel>
  );
}
