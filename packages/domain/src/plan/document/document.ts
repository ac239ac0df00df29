import type { CalendarDate } from '../../time.ts';

/** Where something stands, as a person would look it up: 「三（二）」, 「附件2 第3行 检查方式」. */
export interface Quote {
  readonly place: string;
  readonly text: string;
}

/** One paragraph of running text. `under` are the headings above it, outermost first. */
export interface Paragraph extends Quote {
  /** The paragraph's own number as written: 「一、」, 「（二）」, 「3.」, 「第七条」; empty without one. */
  readonly marker: string;
  readonly level: 0 | 1 | 2 | 3;
  readonly under: readonly string[];
}

/** What a column means, whatever it is called and wherever it stands. */
export type ColumnKey =
  | 'no'
  | 'duty'
  | 'department'
  | 'field'
  | 'task'
  | 'selection'
  | 'item'
  | 'content'
  | 'subject'
  | 'category'
  | 'method'
  | 'ratio'
  | 'tier'
  | 'basis'
  | 'window'
  | 'initiator'
  | 'partners'
  | 'inspectors'
  | 'count';

export interface Column {
  readonly title: string;
  readonly key: ColumnKey | null;
}

/** One row; a cell stands in the same order as its column. */
export interface TableRow {
  /** The row's own number where it has one, else its place in the table. */
  readonly no: string;
  readonly cells: readonly string[];
}

export interface Table {
  /** 「附件1」, or 「表1」 where the document gives it no number. */
  readonly label: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** A plan, scheme or standing rule as it was written, before anything of it is believed. */
export interface PlanDocument {
  readonly title: string | null;
  /** 文号. */
  readonly number: string | null;
  /** The year the document is for. */
  readonly year: number | null;
  readonly issuedOn: CalendarDate | null;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly Table[];
  /** Numbers of annexes that the text itself lists, with their titles. */
  readonly annexes: readonly { readonly no: string; readonly title: string }[];
}

/** One cell with its place. */
export function cellOf(table: Table, row: TableRow, key: ColumnKey): Quote | undefined {
  const index = table.columns.findIndex((column) => column.key === key);
  const text = row.cells[index];
  if (index < 0 || text === undefined || text === '') return undefined;
  return { place: `${table.label} 第${row.no}行 ${table.columns[index]?.title ?? ''}`, text };
}

export function textOf(table: Table, row: TableRow, key: ColumnKey): string {
  return cellOf(table, row, key)?.text ?? '';
}

/** Every row of every table, with its table. */
export function rowsOf(document: PlanDocument): readonly { readonly table: Table; readonly row: TableRow }[] {
  return document.tables.flatMap((table) => table.rows.map((row) => ({ table, row })));
}

/** Every paragraph and every cell, in the order of the document. */
export function quotesOf(document: PlanDocument): readonly Quote[] {
  const cells = document.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column, index) => {
        const text = row.cells[index] ?? '';
        return text === '' ? [] : [{ place: `${table.label} 第${row.no}行 ${column.title}`, text }];
      }),
    ),
  );
  return [...document.paragraphs, ...cells];
}

/** The day from which the document speaks: its issue, else the first day of its year. */
export function dayOf(document: PlanDocument): string | null {
  return document.issuedOn ?? (document.year === null ? null : `${document.year}-01-01`);
}
