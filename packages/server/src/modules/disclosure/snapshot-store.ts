import type { Tx } from '../../db/tx.ts';
import type { SnapshotKind } from './portal-tables.ts';

/** Puts one view in its place; the place is the bureau, the kind and the view's own key. */
export async function writeSnapshot(tx: Tx, kind: SnapshotKind, key: string, view: object): Promise<void> {
  await tx.db
    .insertInto('portal_snapshot')
    .values({ bureau_id: tx.bureauId, kind, key, view: JSON.stringify(view), published_at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'kind', 'key']).doUpdateSet({ view: JSON.stringify(view), published_at: tx.now }),
    )
    .execute();
}
