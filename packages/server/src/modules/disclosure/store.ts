import type { PublicDeadline } from '@mingchou/contract';
import type { CalendarDate, Disclosure, InspectionId, PersonId } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import type { DisclosureRecord } from './record.ts';
import type { DisclosureTable } from './tables.ts';

export interface DisclosureRow {
  readonly disclosure: Disclosure;
  readonly record: DisclosureRecord;
  readonly deadline: PublicDeadline;
  readonly last: CalendarDate;
  readonly strictest: CalendarDate;
  readonly daysUsed: number | null;
  readonly late: boolean | null;
  readonly version: number;
}

export const columns = [
  'status',
  'record',
  'deadline',
  'last_on',
  'strictest_on',
  'disclosed_at',
  'disclosed_by',
  'days_used',
  'late',
  'version',
] as const;

type Stored = Pick<DisclosureTable, (typeof columns)[number]>;

export function rowOf(stored: Stored): DisclosureRow {
  const { record, disclosed_at: at, disclosed_by: by } = stored;
  const disclosure: Disclosure =
    stored.status === 'disclosed' && at !== null
      ? // The person's id stands in the audit log; the row keeps the name people read.
        { status: 'disclosed', facts: record.facts, disclosed: { personId: '' as PersonId, name: by ?? '', at } }
      : { status: 'waiting', facts: record.facts };
  return {
    disclosure,
    record,
    deadline: stored.deadline,
    last: stored.last_on,
    strictest: stored.strictest_on,
    daysUsed: stored.days_used,
    late: stored.late,
    version: stored.version,
  };
}

export async function loadForUpdate(tx: Tx, id: InspectionId): Promise<DisclosureRow | undefined> {
  const row = await tx.db
    .selectFrom('disclosure')
    .select(columns)
    .where('bureau_id', '=', tx.bureauId)
    .where('inspection_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : rowOf(row);
}

export async function loadRow(db: Db, id: InspectionId): Promise<DisclosureRow | undefined> {
  const row = await db.db
    .selectFrom('disclosure')
    .select(columns)
    .where('bureau_id', '=', db.bureauId)
    .where('inspection_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : rowOf(row);
}
