import { ok, refuse, type Result } from '../result.ts';
import { type Cell, type CellProblem, type CellReading, cleanText, readCell } from './cell.ts';

/** One sheet as it was read: row 1 of the workbook is `rows[0]`. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Cells that were merged downwards: each of their rows says what the first one says. */
  readonly merged?: number;
}

/** What the reader must know of a column; each registry's own list says more. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
  readonly read: CellReading;
}

/** A kind of list that a workbook may hold: 抽查对象, 执法人员. */
export interface TableForm {
  readonly title: string;
  readonly columns: readonly TableColumn[];
}

export interface Table {
  readonly sheet: string;
  /** Number of the head's row in the workbook, from 1. */
  readonly headRow: number;
  /** Place of each column that was found, from 0. */
  readonly places: ReadonlyMap<string, number>;
  /** Heads that mean nothing to us; what stands under them is not read. */
  readonly ignored: readonly string[];
  /** Other sheets with the same head: only one sheet is read. */
  readonly unread: readonly string[];
}

export type TableRefusal =
  | { readonly code: 'workbook-empty' }
  | { readonly code: 'sheet-not-found'; readonly wanted: string; readonly sheets: readonly string[] }
  | {
      readonly code: 'sheet-is-another';
      readonly wanted: string;
      readonly sheet: string;
      readonly holds: string;
    }
  | {
      readonly code: 'columns-missing';
      readonly sheet: string;
      readonly headRow: number;
      /** `perhaps` is a head in the workbook that looks like the missing one. */
      readonly missing: readonly { readonly title: string; readonly perhaps: string | null }[];
    }
  | { readonly code: 'column-twice'; readonly sheet: string; readonly title: string }
  /** A head with nothing below it: a template that nobody filled in. */
  | { readonly code: 'table-empty'; readonly sheet: string; readonly headRow: number }
  /** A second head below the first: another list, or the head of each printed page. */
  | { readonly code: 'second-table'; readonly sheet: string; readonly headRow: number; readonly row: number };

/** 列名对应, made by hand: column key → the head that means it in this workbook. */
export type HeadMapping = Readonly<Record<string, string>>;

/** What was mapped by hand before under a head with these names; see `headSignature`. */
export type KnownMappings = ReadonlyMap<string, HeadMapping>;

/** Two workbooks with the same heads in the same order have one signature, whatever the spaces and stars. */
export function headSignature(heads: readonly Cell[]): string {
  const written = heads.map((head) => (typeof head === 'string' ? writeHead(head) : ''));
  return written.filter((head) => head !== '').join('|');
}

const headRows = 5;

/**
 * Finds the sheet and the row where the columns are named: any order, any of the first five rows, under the title or
 * one of its aliases. What is missing is named, together with a head that might have been renamed.
 */
export function locateTable(
  sheets: readonly Sheet[],
  form: TableForm,
  others: readonly TableForm[],
  mappings: KnownMappings = new Map(),
): Result<Table, TableRefusal> {
  if (sheets.every((sheet) => sheet.rows.every(isBlankRow))) return refuse({ code: 'workbook-empty' });
  const heads = sheets
    .map((sheet) => bestHead(sheet, form.columns, mappings))
    // The sheet that bears the list's name goes first, the others follow in the order of the workbook.
    .sort((a, b) => Number(b.sheet.name.trim() === form.title) - Number(a.sheet.name.trim() === form.title));
  const whole = heads.filter((head) => missingIn(head, form.columns).length === 0);
  const [found, ...rest] = whole;
  if (found === undefined) return refuse(whyNotFound(sheets, heads, form, others));
  const twice = form.columns.find((column) => found.twice.has(column.key));
  if (twice !== undefined) return refuse({ code: 'column-twice', sheet: found.sheet.name, title: twice.title });
  const second = secondHead(found, [form, ...others]);
  if (second !== undefined) {
    return refuse({ code: 'second-table', sheet: found.sheet.name, headRow: found.row, row: second });
  }
  return ok({
    sheet: found.sheet.name,
    headRow: found.row,
    places: found.places,
    ignored: found.unknown,
    unread: rest.map((head) => head.sheet.name),
  });
}

interface Head {
  readonly sheet: Sheet;
  readonly row: number;
  readonly places: ReadonlyMap<string, number>;
  readonly twice: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

function bestHead(sheet: Sheet, columns: readonly TableColumn[], mappings: KnownMappings = new Map()): Head {
  const heads = sheet.rows
    .slice(0, headRows)
    .map((cells, at) => headIn(sheet, cells, at + 1, columns, mappings.get(headSignature(cells))));
  const none = { sheet, row: 1, places: new Map(), twice: new Set<string>(), unknown: [] };
  return heads.reduce<Head>((best, head) => (head.places.size > best.places.size ? head : best), none);
}

/** The number of a row below the head that is a whole head itself. */
function secondHead({ sheet, row }: Head, forms: readonly TableForm[]): number | undefined {
  const words = new Set(forms.flatMap(({ columns }) => columns.flatMap(({ title, aliases }) => [title, ...aliases])));
  // Few rows hold two words of a head; only those are looked at closely.
  const suspicious = (cells: readonly Cell[]) =>
    cells.filter((cell) => typeof cell === 'string' && words.has(cell.trim())).length >= 2;
  const at = sheet.rows.findIndex(
    (cells, place) =>
      place >= row &&
      suspicious(cells) &&
      forms.some(({ columns }) => missingIn(headIn(sheet, cells, place + 1, columns), columns).length === 0),
  );
  return at < 0 ? undefined : at + 1;
}

function headIn(
  sheet: Sheet,
  cells: readonly Cell[],
  row: number,
  columns: readonly TableColumn[],
  mapping: HeadMapping = {},
): Head {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  const taken = new Set<number>();
  for (const { key } of columns) {
    const head = mapping[key];
    if (head === undefined) continue;
    const place = cells.findIndex((cell) => typeof cell === 'string' && writeHead(cell) === writeHead(head));
    if (place < 0 || taken.has(place)) continue;
    places.set(key, place);
    taken.add(place);
  }
  // A column's own title wins over an alias, so that 「名称」 beside 「企业名称」 is not taken for it.
  for (const by of ['title', 'aliases'] as const) {
    for (const column of columns) {
      const names = (by === 'title' ? [column.title] : column.aliases).map(writeHead);
      cells.forEach((cell, place) => {
        if (typeof cell !== 'string' || taken.has(place) || !names.includes(writeHead(cell))) return;
        if (places.has(column.key)) {
          if (by === 'title' && mapping[column.key] === undefined) twice.add(column.key);
          return;
        }
        places.set(column.key, place);
        taken.add(place);
      });
    }
  }
  const unknown = cells.flatMap((cell, place) => {
    const text = typeof cell === 'string' ? cell.trim() : '';
    return text === '' || taken.has(place) ? [] : [text];
  });
  return { sheet, row, places, twice, unknown };
}

/** 「* 企业 名称（必填）」 and 「企业名称」 are one head. */
function writeHead(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\ufeff*:]/g, '')
    .replaceAll(/\((必填|选填|可不填)\)/g, '');
}

function missingIn(head: Head, columns: readonly TableColumn[]): readonly TableColumn[] {
  return columns.filter((column) => column.required && !head.places.has(column.key));
}

function whyNotFound(
  sheets: readonly Sheet[],
  heads: readonly Head[],
  form: TableForm,
  others: readonly TableForm[],
): TableRefusal {
  const best = heads.reduce((a, b) => (b.places.size > a.places.size ? b : a));
  for (const other of others) {
    const head = sheets
      .map((sheet) => bestHead(sheet, other.columns))
      .find((one) => missingIn(one, other.columns).length === 0);
    if (head !== undefined && head.places.size > best.places.size) {
      return { code: 'sheet-is-another', wanted: form.title, sheet: head.sheet.name, holds: other.title };
    }
  }
  // One name in common is chance; two are a list with something missing.
  if (best.places.size < 2) {
    return { code: 'sheet-not-found', wanted: form.title, sheets: sheets.map((sheet) => sheet.name) };
  }
  const missing = missingIn(best, form.columns).map(({ title }) => ({ title, perhaps: likest(title, best.unknown) }));
  return { code: 'columns-missing', sheet: best.sheet.name, headRow: best.row, missing };
}

/** The head that shares most characters with the title, if it shares at least half of them. */
function likest(title: string, heads: readonly string[]): string | null {
  const shared = (head: string) => [...new Set(title)].filter((character) => head.includes(character)).length;
  const [best] = [...heads].sort((a, b) => shared(b) - shared(a));
  return best !== undefined && shared(best) * 2 >= new Set(title).size ? best : null;
}

/** A row that may be the head of a sheet, for the officer who maps its columns by hand. */
export interface FoundHead {
  readonly sheet: string;
  readonly row: number;
  readonly heads: readonly string[];
  /** What was recognised or mapped before: column key → head. */
  readonly mapping: HeadMapping;
}

/** Of each sheet the row that names most of our columns, else the first with two texts or more. */
export function findHeads(
  sheets: readonly Sheet[],
  form: TableForm,
  mappings: KnownMappings = new Map(),
): readonly FoundHead[] {
  return sheets.flatMap((sheet): FoundHead[] => {
    const best = bestHead(sheet, form.columns, mappings);
    const texts = (cells: readonly Cell[]) => cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '');
    const first = sheet.rows.slice(0, headRows).findIndex((cells) => texts(cells).length >= 2);
    const row = best.places.size > 0 ? best.row : first + 1;
    if (row === 0) return [];
    const cells = sheet.rows[row - 1] ?? [];
    const headAt = (place: number) => String(cells[place] ?? '').trim();
    const mapping = Object.fromEntries([...best.places].map(([key, place]) => [key, headAt(place)]));
    return [{ sheet: sheet.name, row, heads: texts(cells).map((cell) => String(cell).trim()), mapping }];
  });
}

export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly problems: readonly CellProblem[];
}

/** The rows below the head as clean text; rows that are only formatted, or hold nothing but a running number, are left out. */
export function readTable(sheet: Sheet, table: Table, columns: readonly TableColumn[]): readonly TableRow[] {
  const read = rowReading(table, columns);
  return sheet.rows.slice(table.headRow).flatMap((row, at) => read(row, table.headRow + at + 1) ?? []);
}

/** The same row by row, `undefined` for what is no row, for whoever pauses between the rows of a long list. */
export function rowReading(
  table: Table,
  columns: readonly TableColumn[],
): (cells: readonly Cell[], row: number) => TableRow | undefined {
  const found = columns.flatMap((column) => {
    const place = table.places.get(column.key);
    return place === undefined ? [] : [{ column, place }];
  });
  return (written, row) => {
    if (found.every(({ place }) => isBlank(written[place] ?? null))) return undefined;
    const problems: CellProblem[] = [];
    const cells: Record<string, string> = {};
    for (const { column, place } of found) {
      const read = readCell(written[place] ?? null, column.read, column.key);
      if ('problem' in read) problems.push(read.problem);
      cells[column.key] = 'text' in read ? read.text : '';
    }
    return { row, cells, problems };
  };
}

function isBlankRow(row: readonly Cell[]): boolean {
  return row.every(isBlank);
}

function isBlank(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cleanText(cell) === '');
}
