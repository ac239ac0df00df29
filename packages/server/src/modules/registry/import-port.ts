import type { FieldChange, RowNote, RowProblem, SheetRow } from '@mingchou/domain';
import type { Actor, PersonId, RegistryColumn } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** Told after some rows how many are done; waits until others who want the thread had their turn. */
export type Onward = (done: number) => Promise<void>;

/** What is offered to whoever brings rows from outside; the twin of what the exchange declares. */
export interface RegistryImport {
  readonly columns: readonly RegistryColumn[];
  readonly choices: (db: Db) => Promise<{ readonly sectors: readonly string[]; readonly sections: readonly string[] }>;
  /** Whether this person may bring in what that person tried; without it everyone who may import may. */
  readonly mayConfirm?: (db: Db, actor: Actor, triedBy: PersonId) => Promise<boolean>;
  /** How an import is taken back; without it the registry keeps no history to go back to. */
  readonly undo?: ImportUndo;
  readonly examine: <Problem extends { readonly code: string }>(
    db: Db,
    rows: readonly SheetRow<Problem>[],
    onward: Onward,
  ) => Promise<ExaminedRows<Problem>>;
}

export interface ImportUndo {
  readonly count: (db: Db, importId: string) => Promise<{ readonly added: number; readonly changed: number }>;
  /** Names of the records that were changed or used since. */
  readonly touched: (db: Db, importId: string) => Promise<readonly string[]>;
  readonly takeBack: (tx: Tx, actor: Actor, importId: string) => Promise<void>;
}

export interface ExaminedRows<Problem> {
  /** A mark of the registry as it stood; any change to it gives another. */
  readonly mark: string;
  readonly verdicts: readonly ExaminedRow<Problem>[];
  /** Writes what is new and changed; `false` when somebody was faster. */
  readonly apply: (tx: Tx, actor: Actor, importId: string, onward: Onward) => Promise<boolean>;
}

export interface ExaminedRow<Problem> {
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same' | 'wrong';
  readonly problems: readonly (Problem | RowProblem)[];
  readonly notes: readonly RowNote[];
  readonly changes: readonly FieldChange[];
}
