import { type BureauId, type ChainFault, type ChainHead, emptyChain, follow } from '@mingchou/domain';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { Db } from '../db/tx.ts';
import { entryColumns, entryOf, linkOf, sha256 } from './entry.ts';
import './tables.ts';

/** What checking a whole chain came to; `fault` names the first bad entry. */
export interface ChainReport {
  readonly head: ChainHead;
  readonly fault: ChainFault | { readonly code: 'left-out'; readonly entryId: string } | null;
  /** Committed entries whose turn has not come yet. */
  readonly waiting: number;
}

const page = 2000;

/** Recomputes a bureau's chain from its first entry and looks for entries that stand nowhere in it. */
export async function verifyChain({ db, bureauId }: Pick<Db, 'db' | 'bureauId'>): Promise<ChainReport> {
  let head = emptyChain;
  for (;;) {
    const rows = await loadPage(db, bureauId, head.position);
    for (const row of rows) {
      const next = follow(head, linkOf(row), entryOf(row), sha256);
      if ('code' in next) return { head, fault: next, waiting: await countWaiting(db, bureauId) };
      head = next;
    }
    if (rows.length < page) break;
  }
  const leftOut = await findLeftOut(db, bureauId);
  const fault = leftOut === undefined ? null : ({ code: 'left-out', entryId: leftOut } as const);
  return { head, fault, waiting: await countWaiting(db, bureauId) };
}

function loadPage(db: Kysely<Tables>, bureauId: BureauId, after: number) {
  return db
    .selectFrom('audit_link')
    .innerJoin('audit_entry', (join) =>
      join
        .onRef('audit_entry.bureau_id', '=', 'audit_link.bureau_id')
        .onRef('audit_entry.entry_id', '=', 'audit_link.entry_id'),
    )
    .select(entryColumns)
    .select(['audit_link.position', 'audit_link.previous_hash', 'audit_link.hash'])
    .where('audit_link.bureau_id', '=', bureauId)
    .where('audit_link.position', '>', after)
    .orderBy('audit_link.position')
    .limit(page)
    .execute();
}

async function findLeftOut(db: Kysely<Tables>, bureauId: BureauId): Promise<string | undefined> {
  const found = await sql<{ entry_id: string }>`
    select entry_id from audit_entry entry
    where bureau_id = ${bureauId}
      and not exists (select from audit_link link where link.bureau_id = entry.bureau_id and link.entry_id = entry.entry_id)
      and not exists (select from audit_pending p where p.bureau_id = entry.bureau_id and p.entry_id = entry.entry_id)
    order by entry_id limit 1`.execute(db);
  return found.rows[0]?.entry_id;
}

async function countWaiting(db: Kysely<Tables>, bureauId: BureauId): Promise<number> {
  const row = await db
    .selectFrom('audit_pending')
    .select((select) => select.fn.countAll<number>().as('waiting'))
    .where('bureau_id', '=', bureauId)
    .executeTakeFirstOrThrow();
  return row.waiting;
}
