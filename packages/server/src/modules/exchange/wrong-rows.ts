import { problemText } from '@mingchou/contract';
import type { Cell } from '@mingchou/domain';
import { writeXlsx } from 'hucre';
import type { ExaminedFile } from './examine-file.ts';
import type { ImportPort } from './ports.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const reasonTitle = '错误原因';

/**
 * The wrong rows as they came, under the head they came with, and why each was not taken. Mended there, the workbook
 * can be read again; every cell is text, so nothing in it is computed.
 */
export function writeWrongRows(port: ImportPort, { sheet, table, examined }: ExaminedFile): Promise<Uint8Array> {
  const head = (sheet.rows[table.headRow - 1] ?? []).map(writeCell);
  const place = head.includes(reasonTitle) ? head.indexOf(reasonTitle) : head.length;
  const titleOf = (key: string) => port.columns.find((column) => column.key === key)?.title ?? key;
  const rows = examined.verdicts
    .filter((verdict) => verdict.verdict === 'wrong')
    .map(({ row, problems }) => {
      const cells = (sheet.rows[row - 1] ?? []).map(writeCell);
      const reasons = problems.map((problem) => `「${titleOf(problem.column)}」：${problemText(problem)}`);
      return placed(cells, place, `第${row}行${reasons.join('；')}`);
    });
  const whole = placed(head, place, reasonTitle);
  return writeXlsx({
    sheets: [
      {
        name: sheet.name,
        columns: whole.map((title, at) => ({
          width: at === place ? 60 : Math.max(12, title.length * 2 + 4),
          numFmt: '@',
        })),
        rows: [whole, ...rows],
        freezePane: { rows: 1 },
      },
    ],
  });
}

function placed(cells: readonly string[], place: number, text: string): string[] {
  return Array.from({ length: Math.max(cells.length, place + 1) }, (_, at) =>
    at === place ? text : (cells[at] ?? ''),
  );
}

/** The cell as the officer saw it; a number that lost its digits is not made to look like a whole one. */
function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  if (typeof cell === 'string') return cell;
  return Math.abs(cell) >= 1e15 ? cell.toExponential(2).replace('e', 'E') : String(cell);
}
