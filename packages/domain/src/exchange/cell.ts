/** A cell of a workbook or CSV as a reader found it, before anybody decided what it should mean. */
export type Cell = null | string | number | boolean | { readonly date: string } | { readonly error: string };

/** What a column holds; a structural twin of what each registry's column list says. */
export type CellReading = 'text' | 'code' | 'date' | 'integer' | 'list';

/** What is wrong with a cell whatever the row means; `column` is the column's key. */
export type CellProblem =
  /** A long number lost its last digits before it reached us: nothing can bring them back. */
  | { readonly code: 'number-lost-digits'; readonly column: string; readonly written: string }
  | { readonly code: 'date-unreadable'; readonly column: string; readonly written: string }
  | { readonly code: 'cell-error'; readonly column: string; readonly written: string }
  | { readonly code: 'cell-too-long'; readonly column: string; readonly length: number };

type CellText = { readonly text: string } | { readonly problem: CellProblem };

const longestCell = 1000;

/** What the cell says as clean text: '' where it is blank. */
export function readCell(cell: Cell, reading: CellReading, column: string): CellText {
  if (cell !== null && typeof cell === 'object' && 'error' in cell) {
    return { problem: { code: 'cell-error', column, written: cell.error } };
  }
  const read = reading === 'date' ? readDateCell(cell, column) : readPlainCell(cell, reading, column);
  if ('text' in read && read.text.length > longestCell) {
    return { problem: { code: 'cell-too-long', column, length: read.text.length } };
  }
  return read;
}

function readPlainCell(cell: Exclude<Cell, { error: string }>, reading: CellReading, column: string): CellText {
  if (cell === null) return { text: '' };
  if (typeof cell === 'boolean') return { text: cell ? '是' : '否' };
  if (typeof cell === 'object') return { text: cell.date };
  if (typeof cell === 'number') {
    // Excel keeps 15 digits; a code of 18 stored as a number ends in zeros that nobody typed.
    if (reading === 'code' && (!Number.isInteger(cell) || Math.abs(cell) >= 1e15)) {
      return { problem: { code: 'number-lost-digits', column, written: writeScientific(cell) } };
    }
    return { text: String(cell) };
  }
  if (reading === 'text' || reading === 'list') return { text: cleanText(cell) };
  const text = cell.normalize('NFKC').replaceAll(invisible, '').toUpperCase();
  if (/^[+-]?\d(\.\d+)?E\+?\d+$/.test(text)) return { problem: { code: 'number-lost-digits', column, written: text } };
  return { text };
}

// White space of any kind and the zero-width characters that chat programs leave in copied text.
const invisible = /[\s\u200b-\u200f\u2060\ufeff]/g;

/** Trimmed, half-width digits and letters, single spaces; Chinese punctuation such as （） stays as it is. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** 9.14E+17, as the cell shows it to the officer. */
function writeScientific(value: number): string {
  return Math.abs(value) >= 1e11 ? value.toExponential(2).replace('e', 'E') : String(value);
}

function readDateCell(cell: Exclude<Cell, { error: string }>, column: string): CellText {
  if (cell === null) return { text: '' };
  const written = typeof cell === 'object' ? cell.date : String(cell);
  if (written.trim() === '') return { text: '' };
  const date = readDate(written);
  return date === undefined
    ? { problem: { code: 'date-unreadable', column, written: cleanText(written) } }
    : { text: date };
}

const dateForms = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s].*)?$/, /^(\d{4})(\d{2})(\d{2})$/];

/** 2022-04-06, 2022/4/6, 2022.4.6, 2022年4月6日, 20220406 or a spreadsheet's serial number, as `YYYY-MM-DD`. */
export function readDate(written: string): string | undefined {
  const text = written.normalize('NFKC').trim();
  // Serial 61 is 1900-03-01; before it the calendar of spreadsheets has a day that never was.
  if (/^\d{2,5}(\.\d+)?$/.test(text) && Number(text) >= 61) {
    return new Date(Math.floor(Number(text)) * 86_400_000 + Date.UTC(1899, 11, 30)).toISOString().slice(0, 10);
  }
  for (const form of dateForms) {
    const [, year = '', month = '', day = ''] = form.exec(text) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const time = Date.parse(`${date}T00:00:00Z`);
    if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  }
  return undefined;
}
