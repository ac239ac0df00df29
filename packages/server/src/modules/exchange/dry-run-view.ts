import {
  type DryRunRow,
  type DryRunView,
  dryRunView,
  type ImportTarget,
  noteText,
  problemText,
} from '@mingchou/contract';
import { countVerdicts } from '@mingchou/domain';
import type { ExaminedFile } from './examine-file.ts';
import type { ExchangePorts } from './ports.ts';

// A page nobody reads to its end; the rest of the wrong rows is in the workbook that is given back.
const shownRows = 500;

/** What was found in the file on the day it was tried. It is kept as it is: what happened to it since stands beside it. */
export type FoundView = Omit<DryRunView, 'importedAt' | 'undoneAt' | 'undoable' | 'run'>;

const foundView = dryRunView.omit({ importedAt: true, undoneAt: true, undoable: true, run: true });

export function viewFound(
  ports: ExchangePorts,
  dryRun: {
    readonly id: string;
    readonly target: ImportTarget;
    readonly fileName: string;
    readonly fileHash: string;
  },
  { sheet, table, rows, examined }: ExaminedFile,
): FoundView {
  const { columns } = ports.targets[dryRun.target];
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key;
  const [nameKey = '', codeKey = ''] = columns.map((column) => column.key);
  const order = { wrong: 0, changed: 1, new: 2, same: 3 };
  const shown = examined.verdicts
    .filter(({ verdict }) => verdict !== 'same')
    .sort((a, b) => order[a.verdict] - order[b.verdict] || a.row - b.row)
    .slice(0, shownRows);
  const wanted = new Set(shown.map(({ row }) => row));
  const cellsOf = new Map(rows.flatMap(({ row, cells }) => (wanted.has(row) ? [[row, cells] as const] : [])));
  return {
    id: dryRun.id,
    target: dryRun.target,
    fileName: dryRun.fileName,
    fileHash: dryRun.fileHash,
    sheet: table.sheet,
    headRow: table.headRow,
    ignored: [...table.ignored],
    unread: [...table.unread],
    counts: countVerdicts(examined.verdicts),
    rows: shown.flatMap((verdict): DryRunRow[] =>
      verdict.verdict === 'same'
        ? []
        : [
            {
              row: verdict.row,
              verdict: verdict.verdict,
              name: cellsOf.get(verdict.row)?.[nameKey] ?? '',
              key: cellsOf.get(verdict.row)?.[codeKey] ?? '',
              problems: verdict.problems.map((problem) => ({
                column: titleOf(problem.column),
                text: problemText(problem),
              })),
              notes: verdict.notes.map(noteText),
              changes: verdict.changes.map((change) => ({ ...change })),
            },
          ],
    ),
    merged: sheet.merged ?? 0,
  };
}

/** The kept page, as bytes and back. */
export function writeFound(found: FoundView): Uint8Array {
  return Buffer.from(JSON.stringify(found));
}

export function readFound(bytes: Uint8Array): FoundView {
  return foundView.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
