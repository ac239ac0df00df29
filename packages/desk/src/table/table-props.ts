import type { ExportList, QueryRoute } from '@mingchou/contract';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { Picked } from './batch-bar.tsx';
import type { FilterChip } from './chips.tsx';
import type { Column } from './column.ts';
import type { TableDefaults } from './table-state.ts';

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
  /** The list can be taken out as it is shown; the column keys are those of the export. */
  readonly exportAs?: ExportList;
  /** Below the rows: what the columns mean. */
  readonly foot?: ReactNode;
  /** Two tables on one page: prefix of this one in the address. */
  readonly prefix?: string;
}
