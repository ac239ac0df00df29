import type { PointerEvent } from 'react';
import { Icon } from '../design/icon.tsx';
import type { ListView } from '@mingchou/contract';
import { type PlacedColumn, withWidth } from './column.ts';
import { type TableState, nextSort } from './table-state.ts';

interface HeadProps<Row> {
  readonly placed: readonly PlacedColumn<Row>[];
  readonly onView: (view: ListView) => void;
  readonly state: TableState;
  readonly onSort: (sort: Pick<TableState, 'sort' | 'order'>) => void;
  readonly pagePicked: boolean;
  readonly onPickPage: (() => void) | undefined;
}

/** Sunken head: sorting by click, width by dragging the right edge (or ← → on it). */
export function Head<Row>({ placed, onView, state, onSort, pagePicked, onPickPage }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {onPickPage !== undefined && (
          <th className="pick" scope="col">
            <input type="checkbox" aria-label="选择本页" checked={pagePicked} onChange={onPickPage} />
          </th>
        )}
        {placed.map(({ column, shown, width: chosen }) => {
          if (!shown) return null;
          const sorted = state.sort === column.key;
          return (
            <th
              key={column.key}
              scope="col"
              className={column.align ?? ''}
              style={widthOf(column, chosen)}
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
              {column.title !== '' && (
                <WidthHandle name={column.title} onWidth={(next) => onView(withWidth(placed, column.key, next))} />
              )}
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

/** The page's own width grows with 大字; one that was dragged is what the person saw. */
function widthOf<Row>({ width }: PlacedColumn<Row>['column'], chosen: number | null) {
  if (chosen !== null) return { width: chosen };
  return width === undefined ? {} : { width: `calc(${width}px * var(--scale))` };
}
