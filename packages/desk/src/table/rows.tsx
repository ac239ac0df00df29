import { Fragment, type KeyboardEvent, type MouseEvent } from 'react';
import type { z } from 'zod';
import type { ListView } from '@mingchou/contract';
import { type Column, type PlacedColumn, cellLook } from './column.ts';
import { Head } from './head.tsx';
import type { ListReply, QueryTableProps, RowOf } from './table-props.ts';
import { type Selection, isSelected, toggle, togglePage } from './selection.ts';
import type { TableState } from './table-state.ts';

interface RowsProps<I extends z.ZodType, R extends ListReply> {
  readonly table: QueryTableProps<I, R>;
  readonly placed: readonly PlacedColumn<RowOf<R>>[];
  readonly onView: (view: ListView) => void;
  readonly reply: z.output<R>;
  readonly state: TableState;
  readonly onSort: (sort: Pick<TableState, 'sort' | 'order'>) => void;
  readonly selection: Selection;
  readonly onSelect: ((selection: Selection) => void) | undefined;
}

/** The rows themselves. ↑↓ move, Space picks, Enter opens. */
export function Rows<I extends z.ZodType, R extends ListReply>(props: RowsProps<I, R>) {
  const { table, placed, reply, selection, onSelect } = props;
  const columns = placed.filter(({ shown }) => shown).map(({ column }) => column);
  const span = columns.length + (onSelect === undefined ? 0 : 1);
  const keys = reply.rows.map(table.rowKey);
  return (
    <div className="table-scroll">
      <table>
        <Head
          {...props}
          pagePicked={onSelect !== undefined && keys.every((key) => isSelected(selection, key))}
          onPickPage={onSelect === undefined ? undefined : () => onSelect(togglePage(selection, keys))}
        />
        <tbody>
          {reply.rows.map((row, place) => {
            const key = table.rowKey(row);
            const below = table.unfold?.(row) ?? null;
            const open = table.openKey === key;
            const look = `${table.rowLook?.(row) ?? 'plain'} ${open ? 'open' : ''} ${table.onOpen === undefined ? '' : 'can-open'} ${below === null ? '' : 'has-unfolded'}`;
            return (
              <Fragment key={key}>
                <tr
                  className={look}
                  tabIndex={table.onOpen === undefined && onSelect === undefined ? undefined : 0}
                  aria-current={open || undefined}
                  onClick={(event) => pressedOutsideControls(event) && table.onOpen?.(row)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') table.onOpen?.(row);
                    if (event.key === ' ') onSelect?.(toggle(selection, key));
                    moveBetweenRows(event);
                  }}
                >
                  {onSelect !== undefined && (
                    <td className="pick">
                      <input
                        type="checkbox"
                        aria-label={`选择${table.rowName(row)}`}
                        checked={isSelected(selection, key)}
                        onChange={() => onSelect(toggle(selection, key))}
                      />
                    </td>
                  )}
                  {columns.map((column) => (
                    <td key={column.key} className={cellLook(column)}>
                      {column.render(row, place)}
                    </td>
                  ))}
                </tr>
                {below !== null && (
                  <tr className={`unfolded ${open ? 'open' : ''}`}>
                    <td colSpan={span}>{below}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
          {table.sum !== undefined && (
            <SumRow cells={table.sum(reply)} columns={columns} leading={onSelect !== undefined} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function SumRow<Row>({
  cells,
  columns,
  leading,
}: {
  readonly cells: Readonly<Record<string, React.ReactNode>>;
  readonly columns: readonly Column<Row>[];
  readonly leading: boolean;
}) {
  return (
    <tr className="sum">
      {leading && <td />}
      {columns.map((column) => (
        <td key={column.key} className={cellLook(column)}>
          {cells[column.key]}
        </td>
      ))}
    </tr>
  );
}

function pressedOutsideControls(event: MouseEvent): boolean {
  const target = event.target;
  return target instanceof Element && target.closest('a,button,input,label,select,textarea') === null;
}

/** Only when the row itself has the focus, so that a control in a cell keeps its own keys. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableRowElement>) {
  if (event.target !== event.currentTarget) return;
  if (event.key === ' ') event.preventDefault();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  let next: Element | null = event.currentTarget;
  do {
    next = event.key === 'ArrowDown' ? next.nextElementSibling : next.previousElementSibling;
  } while (next instanceof HTMLElement && next.tabIndex < 0);
  if (next instanceof HTMLElement) next.focus();
}
