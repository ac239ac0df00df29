import type { ExpertRow, ExpertView, registryRoutes, RegistryRefusal } from '@mingchou/contract';
import { type CalendarDate, dateOf, maskPhone, mayAssistOn, ok, refuse, type Result } from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { contactOf } from './contact-store.ts';
import { conflictsOfExpert, expertOf } from './expert-store.ts';
import { pastRows } from './history-store.ts';
import { type Names, namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { matches } from './search.ts';
import { changesOf, masked } from './subject-queries.ts';
import type { ExpertTable } from './tables.ts';

export async function listExperts(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.listExperts.input>,
) {
  const names = await namesOf(ports, db);
  const { asOf } = input;
  const from = asOf === undefined ? db.db.selectFrom('expert') : past(db, asOf);
  let list = from.where('expert.bureau_id', '=', db.bureauId);
  const search = input.search?.trim() ?? '';
  if (search !== '') list = list.where((build) => matches(build, 'expert', 'organisation', search));
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await list
    .selectAll('expert')
    .orderBy('expert.name')
    .orderBy('expert.id')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const on = asOf ?? dateOf(db.now);
  return ok({ rows: rows.map((row) => rowView(row, names, on)), total, page: input.page, size: input.size });
}

function past(db: Db, asOf: CalendarDate) {
  return db.db.selectFrom(pastRows<ExpertTable>(db, 'expert', asOf).as('expert'));
}

export async function showExpert(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.showExpert.input>,
): Promise<Result<ExpertView, RegistryRefusal>> {
  const row = await db.db
    .selectFrom('expert')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'record-not-found' });
  const names = await namesOf(ports, db);
  const contact = await contactOf(db, row.id);
  const conflicts = await conflictsOfExpert(db, row.id);
  return ok({
    ...rowView(row, names, dateOf(db.now)),
    contact: { phone: masked(contact['phone'], maskPhone) },
    conflicts: conflicts.map((one) => ({
      id: one.id,
      subjectId: one.subject_id,
      subjectName: one.subject_name,
      kind: one.kind,
      reason: one.reason,
      withdrawn: one.withdrawn_reason,
    })),
    history: await changesOf(db, row.id, names),
  });
}

function rowView(row: Selectable<ExpertTable>, names: Names, on: CalendarDate): ExpertRow {
  const expert = expertOf(row, {});
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    organisation: row.organisation,
    field: row.field,
    title: row.title,
    sectors: row.sectors.map((sector) => ({ sector, name: names.sector(sector) })),
    appointedUntil: row.appointed_until,
    withdrawn: expert.withdrawn,
    mayAssist: mayAssistOn(expert, on),
  };
}
