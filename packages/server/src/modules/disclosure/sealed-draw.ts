import { portalDraw } from '@mingchou/contract';
import type { Db } from '../../db/tx.ts';
import './portal-tables.ts';

/** Numbers of the draws that the portal shows as sealed: whom they drew must not come out by another door. */
export async function sealedDraws(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db.db
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', db.bureauId)
    .where('kind', '=', 'draw')
    .execute();
  const draws = rows.map((row) => portalDraw.parse(row.view));
  return new Set(draws.filter(isSealed).map(({ drawNo }) => drawNo));
}

function isSealed({ sealing, status }: ReturnType<(typeof portalDraw)['parse']>): boolean {
  return sealing !== undefined && sealing !== null && sealing.unsealedAt === null && status !== 'voided';
}

export async function isDrawSealed(db: Db, drawNo: number): Promise<boolean> {
  const row = await db.db
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', db.bureauId)
    .where('kind', '=', 'draw')
    .where('key', '=', String(drawNo))
    .executeTakeFirst();
  return row !== undefined && isSealed(portalDraw.parse(row.view));
}
