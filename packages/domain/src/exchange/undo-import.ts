import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';

/** An import as it stands before it is taken back. */
export interface UndoFacts {
  readonly importedAt: Instant | null;
  readonly undoneAt: Instant | null;
  /** No later import into the same registry stands. */
  readonly isLast: boolean;
  /** Each row carries a history, so that what was can be put back. */
  readonly hasHistory: boolean;
  /** Rows that somebody changed or used after the import, by name. */
  readonly touched: readonly string[];
  readonly added: number;
  readonly changed: number;
}

export type UndoRefusal =
  | { readonly code: 'not-imported' }
  | { readonly code: 'import-undone'; readonly at: Instant }
  | { readonly code: 'import-not-last' }
  | { readonly code: 'import-without-history' }
  | { readonly code: 'rows-touched'; readonly count: number; readonly names: readonly string[] };

export interface ImportUndone {
  readonly type: 'import-undone';
  readonly removed: number;
  readonly restored: number;
}

const namedAtMost = 5;

/** 撤销上次导入: only the last one, once, and only while every row still stands as the import left it. */
export function undoImport(facts: UndoFacts): Result<ImportUndone, UndoRefusal> {
  if (facts.importedAt === null) return refuse({ code: 'not-imported' });
  if (facts.undoneAt !== null) return refuse({ code: 'import-undone', at: facts.undoneAt });
  if (!facts.hasHistory) return refuse({ code: 'import-without-history' });
  if (!facts.isLast) return refuse({ code: 'import-not-last' });
  const { touched } = facts;
  if (touched.length > 0) {
    return refuse({ code: 'rows-touched', count: touched.length, names: touched.slice(0, namedAtMost) });
  }
  return ok({ type: 'import-undone', removed: facts.added, restored: facts.changed });
}
