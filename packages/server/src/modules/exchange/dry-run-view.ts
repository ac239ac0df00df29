import { type DryRunRow, type DryRunView, noteText, problemText } from '@mingchou/contract';
import type { ExaminedFile } from './examine-file.ts';
import type { StoredDryRun } from './dry-run-store.ts';
import type { ExchangePorts } from './ports.ts';

// A page nobody reads to its end; the rest of the wrong rows is in the workbook that is given back.
const shownRows = 500;

export function viewDryRun(
  ports: ExchangePorts,
  dryRun: Omit<StoredDryRun, 'version' | 'registryMark' | 'triedBy'>,
  { sheet, table, rows, examined }: ExaminedFile,
  undoable = false,
): DryRunView {
  const { columns } = ports.targets[dryRun.target];
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key;
  const [nameKey = '', codeKey = ''] = columns.map((column) => column.key);
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  const shown = examined.verdicts.flatMap((verdict): DryRunRow[] =>
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
  );
  const order = { wrong: 0, changed: 1, new: 2 };
  return {
    id: dryRun.id,
    target: dryRun.target,
    fileName: dryRun.fileName,
    fileHash: dryRun.fileHash,
    sheet: table.sheet,
    headRow: table.headRow,
    ignored: [...table.ignored],
    unread: [...table.unread],
    counts: dryRun.counts,
    rows: shown.sort((a, b) => order[a.verdict] - order[b.verdict] || a.row - b.row).slice(0, shownRows),
    merged: sheet.merged ?? 0,
    importedAt: dryRun.importedAt,
    undoneAt: dryRun.undoneAt,
    undoable,
  };
}
