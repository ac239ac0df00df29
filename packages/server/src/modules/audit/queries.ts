import type { AuditEntryView, auditRoutes, ChainReportView } from '@mingchou/contract';
import { type Actor, addDays, ok, parseCalendarDate, type PersonId, type Result } from '@mingchou/domain';
import { sql } from 'kysely';
import type { z } from 'zod';
import { entryColumns, entryOf } from '../../audit/entry.ts';
import { verifyChain } from '../../audit/verify.ts';
import type { Db } from '../../db/tx.ts';

type Ok<T> = Promise<Result<T, never>>;
type ListInput = z.output<(typeof auditRoutes)['listAuditEntries']['input']>;

export async function listHistory(
  db: Db,
  _actor: Actor,
  { aggregateId }: { readonly aggregateId: string },
): Ok<{ rows: AuditEntryView[] }> {
  const rows = await entriesOf(db)
    .select(viewColumns)
    .where('audit_entry.aggregate_id', '=', aggregateId)
    .orderBy('audit_entry.entry_id')
    .execute();
  return ok({ rows: rows.map(viewOf) });
}

export async function listAuditEntries(
  db: Db,
  _actor: Actor,
  input: ListInput,
): Ok<{ rows: AuditEntryView[]; total: number; page: number; size: number }> {
  const found = filtered(db, input);
  const { total } = await found.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .select(viewColumns)
    .orderBy('audit_entry.entry_id', input.order === 'asc' && input.sort !== undefined ? 'asc' : 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  return ok({ rows: rows.map(viewOf), total, page: input.page, size: input.size });
}

export async function reportChain(db: Db): Ok<ChainReportView> {
  const { head, fault, waiting } = await verifyChain(db);
  const view =
    fault === null
      ? null
      : {
          code: fault.code,
          position: 'position' in fault ? fault.position : null,
          entryId: 'entryId' in fault ? fault.entryId : null,
        };
  return ok({ length: head.position, head: head.hash, waiting, fault: view });
}

const viewColumns = [...entryColumns, 'audit_link.position', 'audit_link.hash'] as const;

function entriesOf({ db, bureauId }: Db) {
  return db
    .selectFrom('audit_entry')
    .leftJoin('audit_link', (join) =>
      join
        .onRef('audit_link.bureau_id', '=', 'audit_entry.bureau_id')
        .onRef('audit_link.entry_id', '=', 'audit_entry.entry_id'),
    )
    .where('audit_entry.bureau_id', '=', bureauId);
}

function filtered(db: Db, input: ListInput) {
  let found = entriesOf(db);
  if (input.noun !== undefined) found = found.where('audit_entry.noun', '=', input.noun);
  if (input.actorId !== undefined) found = found.where('audit_entry.actor_id', '=', input.actorId as PersonId);
  const from = input.from === undefined ? undefined : parseCalendarDate(input.from);
  const to = input.to === undefined ? undefined : parseCalendarDate(input.to);
  // Days are days in Beijing.
  if (from !== undefined) found = found.where(sql<boolean>`audit_entry.at >= ${`${from}T00:00:00+08:00`}::timestamptz`);
  if (to !== undefined) {
    found = found.where(sql<boolean>`audit_entry.at < ${`${addDays(to, 1)}T00:00:00+08:00`}::timestamptz`);
  }
  if (input.search !== undefined && input.search !== '') {
    const like = `%${input.search.replace(/[\\%_]/g, '\\$&')}%`;
    found = found.where((where) =>
      where.or([where('audit_entry.actor_name', 'like', like), where('audit_entry.event_type', 'like', like)]),
    );
  }
  return found;
}

function viewOf(
  row: Parameters<typeof entryOf>[0] & { readonly position: number | null; readonly hash: Buffer | null },
): AuditEntryView {
  return { ...entryOf(row), position: row.position, hash: row.hash?.toString('hex') ?? null };
}
