import type { PointerEvent } from 'react';
import { Icon } from '../design/icon.tsx';
import { type Column, type ColumnView, withWidth } from './column.ts';
import { type TableState, nextSort } from './table-state.ts';

interface HeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly allColumns: readonly Column<Row>[];
  readonly view: ColumnView | undefined;
  readonly onView: (view: ColumnView) => void;
  readonly state: TableState;
  readonly onSort: (sort: Pick<TableState, 'sort' | 'order'>) => void;
  readonly pagePicked: boolean;
  readonly onPickPage: (() => void) | undefined;
}

/** Sunken head: sorting by click, width by dragging the right edge (or ← → on it). */
export function Head<Row>({
  columns,
  allColumns,
  view,
  onView,
  state,
  onSort,
  pagePicked,
  onPickPage,
}: HeadProps<Row>) {
  const setWidth = (column: Column<Row>, width: number) => onView(withWidth(allColumns, view, column.key, width));
  return (
    <thead>
      <tr>
        {onPickPage !== undefined && (
          <th className="pick" scope="col">
            <input type="checkbox" aria-label="选择本页" checked={pagePicked} onChange={onPickPage} />
          </th>
        )}
        {columns.map((column) => {
          const width = view?.widths[column.key] ?? column.width;
          const sorted = state.sort === column.key;
          return (
            <th
              key={column.key}
              scope="col"
              className={column.align ?? ''}
              style={width === undefined ? {} : { width }}
              aria-sort={sorted ? (state.order === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {column.sortable === true ? (
                <button type="button" onClick={() => onSort(nextSort(state, column.key))}>
                  {column.title}
                  {sorted && (
                    <span className={`sort ${state.order}`}>
                      <Icon name="chevron" />
                    </span>
                  )}
                </button>
              ) : (
                column.title
              )}
              {column.title !== '' && <WidthHandle name={column.title} onWidth={(next) => setWidth(column, next)} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function WidthHandle({ name, onWidth }: { readonly name: string; readonly onWidth: (width: number) => void }) {
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    const head = event.currentTarget.parentElement;
    if (head === null) return;
    const handle = event.currentTarget;
    const [start, from] = [event.clientX, head.offsetWidth];
    let width = from;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => {
      width = from + move.clientX - start;
      head.style.width = `${width}px`;
    };
    handle.onpointerup = () => {
      handle.onpointermove = null;
      if (width !== from) onWidth(width);
    };
  };
  return <span className="width-handle" title={`拖动改变「${name}」的宽度`} onPointerDown={drag} />;
}
