import type { ReactNode } from 'react';
import { Button } from '../design/button.tsx';
import { formatCount } from '../design/format.ts';
import { type Selection, nothingSelected } from './selection.ts';

/** What `batch` of a table gets: send `selection` with the filter of the address, or its keys. */
export interface Picked {
  readonly selection: Selection;
  readonly count: number;
  readonly clear: () => void;
}

/** Replaces the tools while rows are picked: how many, the work, and 「本页20条／全部133条」. */
export function BatchBar({
  selection,
  count,
  total,
  shown,
  onSelect,
  children,
}: {
  readonly selection: Selection;
  readonly count: number;
  readonly total: number;
  readonly shown: number;
  readonly onSelect: (selection: Selection) => void;
  readonly children: ReactNode;
}) {
  const everything = selection.kind === 'all' && selection.except.length === 0;
  return (
    <div className="table-tools batch">
      <span role="status">已选{formatCount(count)}条</span>
      {children}
      <span className="table-tools-right">
        {total > shown && !everything && (
          <Button look="text" onPress={() => onSelect({ kind: 'all', except: [] })}>
            选全部{formatCount(total)}条
          </Button>
        )}
        <Button look="text" onPress={() => onSelect(nothingSelected)}>
          清空选择
        </Button>
      </span>
    </div>
  );
}
