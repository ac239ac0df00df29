import type { ExportList, ImportTarget } from '@mingchou/contract';
import type {
  Actor,
  CellProblem,
  ExportReading,
  FieldChange,
  PersonId,
  RowNote,
  RowProblem,
  TableColumn,
  TableRow,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** A column as templates write it: how to fill it, an example, what may be chosen. */
export interface ImportColumn extends TableColumn {
  readonly hint: string;
  readonly example: string;
  readonly choices: readonly string[] | 'sectors' | 'sections' | null;
}

/** Told after some rows how many are done; waits until others who want the thread had their turn. */
export type Onward = (done: number) => Promise<void>;

/** One registry into which workbooks can be imported. The first two columns name a row and identify it. */
export interface ImportPort {
  readonly columns: readonly ImportColumn[];
  readonly choices: (db: Db) => Promise<Choices>;
  readonly mayConfirm?: (db: Db, actor: Actor, triedBy: PersonId) => Promise<boolean>;
  readonly undo?: {
    readonly count: (db: Db, importId: string) => Promise<{ readonly added: number; readonly changed: number }>;
    readonly touched: (db: Db, importId: string) => Promise<readonly string[]>;
    readonly takeBack: (tx: Tx, actor: Actor, importId: string) => Promise<void>;
  };
  readonly examine: (db: Db, rows: readonly TableRow[], onward: Onward) => Promise<Examined>;
}

export interface Choices {
  readonly sectors: readonly string[];
  readonly sections: readonly string[];
}

/** What an import would do, and the means to do it. */
export interface Examined {
  readonly mark: string;
  readonly verdicts: readonly ExaminedRow[];
  /** Writes what is new and changed; `false` when somebody was faster. */
  readonly apply: (tx: Tx, actor: Actor, importId: string, onward: Onward) => Promise<boolean>;
}

export interface ExaminedRow {
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same' | 'wrong';
  readonly problems: readonly (CellProblem | RowProblem)[];
  readonly notes: readonly RowNote[];
  readonly changes: readonly FieldChange[];
}

/** A column of a list that can be taken out. */
export interface ExportColumn {
  readonly title: string;
  readonly reading: ExportReading;
}

/** One list of the desk that can be taken out as it is shown. */
export interface ListPort {
  readonly columns: (db: Db) => Promise<Readonly<Record<string, ExportColumn>>>;
  readonly understands: (listing: Readonly<Record<string, string>>) => boolean;
  /** Filters and order in words, as of the day they are read. */
  readonly tell: (db: Db, listing: Readonly<Record<string, string>>) => Promise<readonly string[]>;
  readonly pages: (
    db: Db,
    listing: Readonly<Record<string, string>>,
    columns: readonly string[],
  ) => AsyncIterable<readonly (readonly string[])[]>;
}

export interface ExchangePorts {
  readonly lists: Readonly<Record<ExportList, ListPort>>;
  readonly targets: Readonly<Record<ImportTarget, ImportPort>>;
}
