import type {
  Actor,
  CatalogueRefusal,
  DocumentContext,
  FileRefusal,
  ItemContent,
  ItemId,
  PlanDocument,
  PlanHead,
  PlanId,
  PlanRefusal,
  PlanRowId,
  ReadingFacts,
  Result,
  RowContent,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

interface SavedPlan {
  readonly planId: PlanId;
  readonly version: number;
}

/** What a reading needs of the other nouns. */
export interface ReadingPorts {
  /** The bureau and its rules, as far as a reader must know them. */
  readonly facts: (db: Db) => Promise<ReadingFacts>;
  /** Reads a file of any kind in a worker with bounds. */
  readonly readFile: (bytes: Uint8Array) => Promise<Result<PlanDocument, FileRefusal>>;
  /** Judges citations by the bureau's library of laws. */
  readonly context: (db: Db) => Promise<DocumentContext>;
  readonly items: (db: Db) => Promise<readonly { readonly id: ItemId; readonly title: string }[]>;
  readonly addItem: (tx: Tx, actor: Actor, content: ItemContent) => Promise<Result<{ id: ItemId }, CatalogueRefusal>>;
  /** Plans of every state; rows go only into drafts. */
  readonly plans: (
    db: Db,
  ) => Promise<readonly (SavedPlan & { readonly year: number; readonly title: string; readonly draft: boolean })[]>;
  readonly createPlan: (
    tx: Tx,
    actor: Actor,
    input: { readonly year: number; readonly head: PlanHead },
  ) => Promise<Result<SavedPlan, PlanRefusal>>;
  readonly addRow: (
    tx: Tx,
    actor: Actor,
    input: SavedPlan & { readonly content: RowContent },
  ) => Promise<Result<SavedPlan & { readonly rowId: PlanRowId }, PlanRefusal>>;
}
