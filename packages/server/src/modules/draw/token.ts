import { createHash, randomBytes } from 'node:crypto';
import type { BureauId, DrawId } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

const secretBytes = 32;

/** A witness's link: 16 bytes of the bureau, so that its rows can be entered, and 32 secret ones. */
export function newToken(bureauId: BureauId): string {
  const bureau = Buffer.from(bureauId.replaceAll('-', ''), 'hex');
  return Buffer.concat([bureau, randomBytes(secretBytes)]).toString('base64url');
}

/** The bureau a link belongs to, or nothing if the text is no link. */
export function bureauOfToken(token: string): BureauId | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + secretBytes) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as BureauId;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Keeps the link's hash; the witness's earlier link stops working. */
export async function keepToken(tx: Tx, drawId: DrawId, witness: string, token: string): Promise<void> {
  const fresh = { token_hash: hashOf(token), issued_at: tx.now };
  await tx.db
    .insertInto('draw_witness_link')
    .values({ bureau_id: tx.bureauId, draw_id: drawId, witness, ...fresh })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'draw_id', 'witness']).doUpdateSet(fresh))
    .execute();
}

export interface WitnessOfLink {
  readonly drawId: DrawId;
  readonly witness: string;
}

export function findToken(db: Db, token: string): Promise<WitnessOfLink | undefined> {
  return db.db
    .selectFrom('draw_witness_link')
    .select(['draw_id as drawId', 'witness'])
    .where('bureau_id', '=', db.bureauId)
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst();
}
