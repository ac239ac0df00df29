import type { ReactNode } from 'react';

/** One column of a list. */
export interface Column<Row> {
  /** Also the `sort` value sent to the server. */
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row, place: number) => ReactNode;
  /** The server can sort by it. */
  readonly sortable?: boolean;
  /** Numbers stand right; codes are mono. */
  readonly align?: 'number' | 'code';
  /** Width in px at first; without it the column takes what is left. */
  readonly width?: number;
  /** Not shown until the person chooses it (nine columns at most at first). */
  readonly hiddenAtFirst?: boolean;
}

/** What a person made of a list: order and choice of columns, widths. Kept on the server under the table's name. */
export interface ColumnView {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export const emptyView: ColumnView = { order: [], hidden: [], widths: {} };

/** The columns as this person sees them; new columns of a later version appear at their own place. */
export function viewedColumns<Row>(
  columns: readonly Column<Row>[],
  view: ColumnView | undefined,
): readonly Column<Row>[] {
  return orderedColumns(columns, view).filter((column) => !isHidden(column, view));
}

export function orderedColumns<Row>(
  columns: readonly Column<Row>[],
  view: ColumnView | undefined,
): readonly Column<Row>[] {
  const order = view?.order ?? [];
  const known = order.flatMap((key) => columns.filter((column) => column.key === key));
  return columns.reduce<readonly Column<Row>[]>((all, column, place) => {
    if (all.includes(column)) return all;
    return [...all.slice(0, place), column, ...all.slice(place)];
  }, known);
}

export function isHidden<Row>(column: Column<Row>, view: ColumnView | undefined): boolean {
  if (view === undefined || !view.order.includes(column.key)) return column.hiddenAtFirst === true;
  return view.hidden.includes(column.key);
}

/** Shows or hides one column and writes down the whole order, so that the choice outlives later versions. */
export function withColumnShown<Row>(
  columns: readonly Column<Row>[],
  view: ColumnView | undefined,
  key: string,
  shown: boolean,
): ColumnView {
  const ordered = orderedColumns(columns, view);
  const hidden = ordered.filter((column) => (column.key === key ? !shown : isHidden(column, view)));
  return {
    order: ordered.map((column) => column.key),
    hidden: hidden.map((column) => column.key),
    widths: view?.widths ?? {},
  };
}

/** Moves one column by one place. */
export function withColumnMoved<Row>(
  columns: readonly Column<Row>[],
  view: ColumnView | undefined,
  key: string,
  by: -1 | 1,
): ColumnView {
  const ordered = orderedColumns(columns, view);
  const order = ordered.map((column) => column.key);
  const from = order.indexOf(key);
  const to = from + by;
  const hidden = ordered.filter((column) => isHidden(column, view)).map((column) => column.key);
  const widths = view?.widths ?? {};
  if (from < 0 || to < 0 || to >= order.length) return { order, hidden, widths };
  const others = order.filter((one) => one !== key);
  return { order: [...others.slice(0, to), key, ...others.slice(to)], hidden, widths };
}

export function withWidth<Row>(
  columns: readonly Column<Row>[],
  view: ColumnView | undefined,
  key: string,
  width: number,
): ColumnView {
  const base = withColumnMoved(columns, view, '', 1);
  return { ...base, widths: { ...base.widths, [key]: Math.max(48, Math.round(width)) } };
}
