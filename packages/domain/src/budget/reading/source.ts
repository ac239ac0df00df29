/** One cell of a sheet or table, or a paragraph, with its place in words: 「测算」第7行B列. */
export interface SourceCell {
  readonly place: string;
  readonly text: string;
}

/** A row of a sheet or table, or a paragraph by itself; empty cells stand in it, so that columns keep their places. */
export type SourceLine = readonly SourceCell[];

/** A sheet of a workbook, a table of a document or its running text. */
export interface SourcePart {
  readonly name: string;
  readonly lines: readonly SourceLine[];
}

/** A file as it was read, before anybody knows what its figures mean. */
export interface BudgetSource {
  readonly fileName: string;
  readonly parts: readonly SourcePart[];
}

/** One value of the budget with the cell it was read from. */
export interface ReadFigure {
  /** 机关值班, 总法定工作日: what the value is. */
  readonly name: string;
  readonly value: string;
  readonly place: string;
}

/** A cell that should have given a value and did not. */
export interface UnreadCell {
  readonly place: string;
  readonly text: string;
  readonly why: string;
}

/** A, B … Z, AA: the letter over a column, counted from 0. */
export function columnLetter(at: number): string {
  const rest = Math.floor(at / 26);
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (at % 26))}`;
}
