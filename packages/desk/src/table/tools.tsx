import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { Chips, type FilterChip } from './chips.tsx';
import type { ListView } from '@mingchou/contract';
import type { PlacedColumn } from './column.ts';
import { ColumnChoice } from './column-choice.tsx';
import { type TableState, isNarrowed } from './table-state.ts';

interface ToolsProps<Row> {
  readonly chips: readonly FilterChip[];
  readonly state: TableState;
  readonly searchFor: string | undefined;
  readonly onChange: (change: { search?: string; chosen?: Readonly<Record<string, string>> }) => void;
  readonly onClear: () => void;
  readonly placed: readonly PlacedColumn<Row>[];
  readonly onView: (view: ListView) => void;
  readonly children: ReactNode;
}

/** Above the rows: chips, search, 清空, the page's own tools and the choice of columns. */
export function Tools<Row>({ chips, state, searchFor, onChange, onClear, placed, onView, children }: ToolsProps<Row>) {
  return (
    <div className="table-tools">
      <Chips chips={chips} chosen={state.chosen} onChoose={(key, value) => onChange({ chosen: { [key]: value } })} />
      {searchFor !== undefined && (
        <SearchBox searchFor={searchFor} search={state.search} onSearch={(search) => onChange({ search })} />
      )}
      {isNarrowed(state) && (
        <Button look="text" onPress={onClear}>
          清空
        </Button>
      )}
      <span className="table-tools-right">
        {children}
        <ColumnChoice placed={placed} onView={onView} />
      </span>
    </div>
  );
}

/** Asks when typing pauses for 300 ms, or at once with Enter. */
function SearchBox({
  searchFor,
  search,
  onSearch,
}: {
  readonly searchFor: string;
  readonly search: string;
  readonly onSearch: (text: string) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (box.current !== null && document.activeElement !== box.current) box.current.value = search;
  }, [search]);
  const ask = (wait: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onSearch(box.current?.value.trim() ?? ''), wait);
  };
  return (
    <label className="table-search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        defaultValue={search}
        placeholder={searchFor}
        aria-label={`查找：${searchFor}`}
        onChange={() => ask(300)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') ask(0);
        }}
      />
    </label>
  );
}
