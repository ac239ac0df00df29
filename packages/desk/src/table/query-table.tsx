import { useState } from 'react';
import type { z } from 'zod';
import { useAddress } from '../address/address.ts';
import { useListRoute } from '../api/use-query-route.ts';
import { Failure, Loading } from '../design/waiting.tsx';
import { useSay } from '../design/words.tsx';
import { BatchBar } from './batch-bar.tsx';
import { NothingFound } from './chips.tsx';
import { placedColumns } from './column.ts';
import { ExportButton } from './export-button.tsx';
import { Pager } from './pager.tsx';
import './query-table.css';
import { Rows } from './rows.tsx';
import { type Selection, countSelected, nothingSelected } from './selection.ts';
import type { ListReply, QueryTableProps } from './table-props.ts';
import { type TableState, isNarrowed, readTableState, tablePatch } from './table-state.ts';
import { Tools } from './tools.tsx';
import { useListView } from './use-list-view.ts';

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
  const say = useSay();
  const chips = (props.chips ?? []).map((chip) => ({ ...chip, label: say(chip.label) }));
  const chipKeys = chips.map((chip) => chip.key);
  const state = readTableState(search, chipKeys, props.defaults, props.prefix);
  const change = (next: Parameters<typeof tablePatch>[0]) => setSearch(tablePatch(next, props.prefix));
  const clearFilters = () => change({ search: '', chosen: Object.fromEntries(chipKeys.map((key) => [key, ''])) });
  const { view, saveView } = useListView(props.name);
  const columns = props.columns.map((column) => ({ ...column, title: say(column.title) }));
  const placed = placedColumns(columns, view);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const asked = useListRoute(props.route, props.filter ?? {}, listingOf(state));
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
          searchFor={props.searchFor === undefined ? undefined : say(props.searchFor)}
          onChange={change}
          onClear={clearFilters}
          placed={placed}
          onView={saveView}
        >
          {props.tools}
          {props.exportAs !== undefined && (
            <ExportButton
              list={props.exportAs}
              columns={placed.filter(({ shown }) => shown).map(({ column }) => column.key)}
              listing={{ ...props.filter, ...listingOf(state) }}
            />
          )}
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
            placed={placed}
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

function listingOf({ chosen, ...listing }: TableState) {
  return { ...chosen, ...listing };
}
