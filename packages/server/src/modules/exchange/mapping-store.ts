import { createHash } from 'node:crypto';
import type { ImportTarget } from '@mingchou/contract';
import { type Actor, type HeadMapping, headSignature, type KnownMappings, type Sheet } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

const mark = (signature: string) => createHash('sha256').update(signature).digest('hex');
const topRows = 10;

/** What this bureau mapped before under the heads that stand in these sheets. */
export async function loadMappings(db: Db, target: ImportTarget, sheets: readonly Sheet[]): Promise<KnownMappings> {
  const signatures = new Map(
    sheets
      .flatMap((sheet) => sheet.rows.slice(0, topRows).map(headSignature))
      .filter((signature) => signature !== '')
      .map((signature) => [mark(signature), signature]),
  );
  if (signatures.size === 0) return new Map();
  const rows = await db.db
    .selectFrom('import_mapping')
    .select(['signature', 'mapping'])
    .where('bureau_id', '=', db.bureauId)
    .where('target', '=', target)
    .where('signature', 'in', [...signatures.keys()])
    .execute();
  return new Map(rows.map((row) => [signatures.get(row.signature) ?? '', row.mapping]));
}

/** Remembers what a person mapped, in place of what stood there. */
export async function saveMapping(
  tx: Tx,
  actor: Actor,
  target: ImportTarget,
  heads: readonly string[],
  mapping: HeadMapping,
): Promise<void> {
  const made = { mapping: toJson(mapping), made_at: tx.now, made_by_name: actor.name };
  const signature = mark(headSignature(heads));
  await tx.db
    .insertInto('import_mapping')
    .values({ bureau_id: tx.bureauId, target, signature, heads: heads.join('、'), ...made })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'target', 'signature']).doUpdateSet(made))
    .execute();
}
