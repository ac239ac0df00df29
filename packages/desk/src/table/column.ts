import type { ListView } from '@mingchou/contract';
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
  /** Width in px at first; without it the column takes what is left. Up to 150 px its cells stay on one line. */
  readonly width?: number;
  /** Not shown until the person chooses it (nine columns at most at first). */
  readonly hiddenAtFirst?: boolean;
}

/** A column with what the person made of it. */
export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  readonly shown: boolean;
  /** Set by dragging; without it the column keeps its own. */
  readonly width: number | null;
}

/** All columns in the person's order. A column that a later version added appears where that version puts it. */
export function placedColumns<Row>(
  columns: readonly Column<Row>[],
  view: ListView | null,
): readonly PlacedColumn<Row>[] {
  const kept = (view?.columns ?? []).flatMap(({ key, shown, width }) =>
    columns.filter((column) => column.key === key).map((column) => ({ column, shown, width })),
  );
  return columns.reduce<readonly PlacedColumn<Row>[]>((all, column, place) => {
    if (all.some((one) => one.column === column)) return all;
    const added = { column, shown: column.hiddenAtFirst !== true, width: null };
    return [...all.slice(0, place), added, ...all.slice(place)];
  }, kept);
}

/** Shows or hides one column. */
export function withShown<Row>(placed: readonly PlacedColumn<Row>[], key: string, shown: boolean): ListView {
  return viewOf(placed.map((one) => (one.column.key === key ? { ...one, shown } : one)));
}

/** Moves one column one place to the front; the first column is fixed. */
export function withMovedForward<Row>(placed: readonly PlacedColumn<Row>[], key: string): ListView {
  const from = placed.findIndex((one) => one.column.key === key);
  const [moved] = placed.slice(from, from + 1);
  if (from < 2 || moved === undefined) return viewOf(placed);
  const others = placed.filter((one) => one !== moved);
  return viewOf([...others.slice(0, from - 1), moved, ...others.slice(from - 1)]);
}

export function withWidth<Row>(placed: readonly PlacedColumn<Row>[], key: string, width: number): ListView {
  const px = Math.min(2000, Math.max(40, Math.round(width)));
  return viewOf(placed.map((one) => (one.column.key === key ? { ...one, width: px } : one)));
}

function viewOf<Row>(placed: readonly PlacedColumn<Row>[]): ListView {
  return { columns: placed.map(({ column, shown, width }) => ({ key: column.key, shown, width })) };
}

/** How a cell stands: numbers right, codes mono, short facts on one line. */
export function cellLook<Row>({ align, width }: Column<Row>): string {
  return `${align ?? ''} ${width !== undefined && width <= 150 ? 'short' : ''}`.trim();
}
