import type { ImportUndo } from './import-port.ts';
import { countImportRows, takeBack, touchedSince } from './undo-store.ts';

/** How an import of this registry is taken back. */
export function undoOf(kind: 'subject' | 'inspector'): ImportUndo {
  return {
    count: countImportRows,
    touched: (db, importId) => touchedSince(db, kind, importId),
    takeBack: (tx, actor, importId) => takeBack(tx, actor, kind, importId),
  };
}
