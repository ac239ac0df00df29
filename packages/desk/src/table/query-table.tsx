import type { QueryRoute } from '@mingchou/contract';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { useAddress } from '../address/address.ts';
import { useListRoute } from '../api/use-query-route.ts';
import { Failure, Loading } from '../design/waiting.tsx';
import { BatchBar, type Picked } from './batch-bar.tsx';
import { type FilterChip, NothingFound } from './chips.tsx';
import { type Column, viewedColumns } from './column.ts';
import { Pager } from './pager.tsx';
import './query-table.css';
import { Rows } from './rows.tsx';
import { type Selection, countSelected, nothingSelected } from './selection.ts';
import { type TableDefaults, type TableState, isNarrowed, readTableState, tablePatch } from './table-state.ts';
import { Tools } from './tools.tsx';
import { useListView } from './use-list-view.ts';

/** A list query's reply is `pageOf(row)` of `@mingchou/contract`. */
export type ListReply = z.ZodType<{ readonly rows: readonly unknown[]; readonly total: number }>;
export type RowOf<R extends ListReply> = z.output<R>['rows'][number];

export interface QueryTableProps<I extends z.ZodType, R extends ListReply> {
  /** Name under which the person's columns are kept: `plan-list`. */
  readonly name: string;
  /** Its input extends `listInput` of `@mingchou/contract`; chips and columns use its field names. */
  readonly route: QueryRoute<I, R>;
  /** Fixed part of the input (the plan whose rows are listed). */
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column<RowOf<R>>[];
  readonly rowKey: (row: RowOf<R>) => string;
  /** How the row is called by screen readers: 长子县月字号加油站. */
  readonly rowName: (row: RowOf<R>) => string;
  readonly chips?: readonly FilterChip[];
  /** Shows a search box and says what it searches: 名称、代码、拼音首字母. */
  readonly searchFor?: string;
  readonly defaults?: TableDefaults;
  /** Enter or click on a row. */
  readonly onOpen?: (row: RowOf<R>) => void;
  /** Key of the row that is open beside the list. */
  readonly openKey?: string | undefined;
  /** Buttons of the batch bar, which replaces the tools while rows are picked: 派发9户. */
  readonly batch?: (picked: Picked) => ReactNode;
  /** Cells of the sum row by column key. */
  readonly sum?: (reply: z.output<R>) => Readonly<Record<string, ReactNode>>;
  /** Opens under its row (a FormulaRow), when not null. */
  readonly unfold?: (row: RowOf<R>) => ReactNode;
  /** Excluded rows are sunken. */
  readonly rowLook?: (row: RowOf<R>) => 'plain' | 'sunken';
  /** `<Empty>`: what will be here, why it is empty, one way on. */
  readonly empty: ReactNode;
  readonly tools?: ReactNode;
  /** Below the rows: what the columns mean. */
  readonly foot?: ReactNode;
  /** Two tables on one page: prefix of this one in the address. */
  readonly prefix?: string;
}

/**
 * Our one table: paging, sorting and filtering on the server, state in the address, columns kept per person.
 * It stands inside a panel:
 *
 *     <Panel title="全部抽签" sub="含作废">
 *       <QueryTable name="draw-list" route={drawRoutes.listDraws} columns={columns} rowKey={(row) => row.id}
 *         rowName={(row) => row.title} onOpen={(row) => go(`/draw/${row.id}`)}
 *         empty={<Empty action={…}>还没有2022年的抽签。…</Empty>} />
 *     </Panel>
 */
export function QueryTable<I extends z.ZodType, R extends ListReply>(props: QueryTableProps<I, R>) {
  const { search, setSearch } = useAddress();
  const chips = props.chips ?? [];
  const chipKeys = chips.map((chip) => chip.key);
  const state = readTableState(search, chipKeys, props.defaults, props.prefix);
  const change = (next: Parameters<typeof tablePatch>[0]) => setSearch(tablePatch(next, props.prefix));
  const clearFilters = () => change({ search: '', chosen: Object.fromEntries(chipKeys.map((key) => [key, ''])) });
  const { view, saveView } = useListView(props.name);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const asked = useListRoute(props.route, listQuery(state, props.filter));
  const reply = asked.data;
  const count = reply === undefined ? 0 : countSelected(selection, reply.total);

  return (
    <div className="query-table">
      {props.batch !== undefined && reply !== undefined && count > 0 ? (
        <BatchBar
          selection={selection}
          count={count}
          total={reply.total}
          shown={reply.rows.length}
          onSelect={setSelection}
        >
          {props.batch({ selection, count, clear: () => setSelection(nothingSelected) })}
        </BatchBar>
      ) : (
        <Tools
          chips={chips}
          state={state}
          searchFor={props.searchFor}
          onChange={change}
          onClear={clearFilters}
          columns={props.columns}
          view={view}
          onView={saveView}
        >
          {props.tools}
        </Tools>
      )}
      {asked.error !== null && <Failure error={asked.error} onRetry={asked.refetch} />}
      {reply === undefined && asked.error === null && <Loading />}
      {reply?.total === 0 &&
        (isNarrowed(state) ? <NothingFound state={state} chips={chips} onClear={clearFilters} /> : props.empty)}
      {reply !== undefined && reply.total > 0 && (
        <>
          <Rows
            table={props}
            columns={viewedColumns(props.columns, view)}
            view={view}
            onView={saveView}
            reply={reply}
            state={state}
            onSort={change}
            selection={selection}
            onSelect={props.batch === undefined ? undefined : setSelection}
          />
          {props.foot !== undefined && <div className="table-foot">{props.foot}</div>}
          <Pager total={reply.total} state={state} onChange={change} />
        </>
      )}
    </div>
  );
}

function listQuery(state: TableState, filter: Readonly<Record<string, unknown>> | undefined) {
  const { chosen, ...listing } = state;
  return { ...filter, ...chosen, ...listing };
}
