import { useState } from 'react';
import { type ColumnView } from './column.ts';

/** The person's columns of one list. */
export function useListView(_list: string): {
  readonly view: ColumnView | undefined;
  readonly saveView: (view: ColumnView) => void;
} {
  const [view, saveView] = useState<ColumnView>();
  return { view, saveView };
}
