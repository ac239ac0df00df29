import { type BureauId, type ChainHead, emptyChain, linkText } from '@mingchou/domain';
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { enterBureau } from '../db/tx.ts';
import { entryColumns, entryOf, sha256 } from './entry.ts';
import type { AuditLinkTable } from './tables.ts';

const batchSize = 500;

/**
 * Gives the waiting entries of one bureau their places, as the sequencer's role, in one transaction.
 * Returns how many it linked; fewer than a full batch means that nothing waits.
 */
export function linkBatch(sequencer: Kysely<Tables>, bureauId: BureauId): Promise<number> {
  return sequencer.transaction().execute(async (transaction) => {
    await enterBureau(transaction, bureauId);
    // One writer a chain, over all servers; the key falls free with the transaction.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${bureauId}`}, 0))`.execute(transaction);
    const waiting = await loadWaiting(transaction, bureauId);
    if (waiting.length === 0) return 0;

    let head = await loadHead(transaction, bureauId);
    const links: Insertable<AuditLinkTable>[] = [];
    for (const entry of waiting) {
      const position = head.position + 1;
      const hash = sha256(linkText(position, head.hash, entry));
      links.push({
        bureau_id: bureauId,
        position,
        entry_id: entry.entryId,
        previous_hash: Buffer.from(head.hash, 'hex'),
        hash: Buffer.from(hash, 'hex'),
      });
      head = { position, hash };
    }
    await transaction.insertInto('audit_link').values(links).execute();
    const done = waiting.map((entry) => entry.entryId);
    await transaction
      .deleteFrom('audit_pending')
      .where('bureau_id', '=', bureauId)
      .where('entry_id', 'in', done)
      .execute();
    return waiting.length;
  });
}

async function loadWaiting(transaction: Transaction<Tables>, bureauId: BureauId) {
  const rows = await transaction
    .selectFrom('audit_pending')
    .innerJoin('audit_entry', (join) =>
      join
        .onRef('audit_entry.bureau_id', '=', 'audit_pending.bureau_id')
        .onRef('audit_entry.entry_id', '=', 'audit_pending.entry_id'),
    )
    .select(entryColumns)
    .where('audit_pending.bureau_id', '=', bureauId)
    .orderBy('audit_pending.entry_id')
    .limit(batchSize)
    .execute();
  return rows.map(entryOf);
}

async function loadHead(transaction: Transaction<Tables>, bureauId: BureauId): Promise<ChainHead> {
  const last = await transaction
    .selectFrom('audit_link')
    .select(['position', 'hash'])
    .where('bureau_id', '=', bureauId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? emptyChain : { position: last.position, hash: last.hash.toString('hex') };
}
