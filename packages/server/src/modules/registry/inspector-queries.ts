import {
  type InspectorRow,
  type InspectorView,
  ineligibilityText,
  type registryRoutes,
  type RegistryRefusal,
} from '@mingchou/contract';
import {
  type CalendarDate,
  dateOf,
  ineligibilitiesOn,
  maskIdentityNumber,
  maskPhone,
  ok,
  refuse,
  type Result,
} from '@mingchou/domain';
import { type Selectable, sql } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { conflictsOf } from './conflict-queries.ts';
import { contactOf } from './contact-store.ts';
import { inspectorOf } from './inspector-store.ts';
import { type Names, namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { matches } from './search.ts';
import { pastRows } from './history-store.ts';
import { changesOf, masked } from './subject-queries.ts';
import type { InspectorTable } from './tables.ts';

const sortColumns: Readonly<Record<string, 'name' | 'certificate_no' | 'expires_on' | 'employment' | 'section_id'>> = {
  name: 'name',
  certificateNo: 'certificate_no',
  expiresOn: 'expires_on',
  employment: 'employment',
  section: 'section_id',
};

export async function listInspectors(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.listInspectors.input>,
) {
  const names = await namesOf(ports, db);
  let list = inspectorsOn(db, input.asOf).where('inspector.bureau_id', '=', db.bureauId);
  if (input.employment !== undefined) list = list.where('employment', '=', input.employment);
  if (input.sectionId !== undefined) list = list.where('section_id', '=', input.sectionId);
  if (input.sector !== undefined) list = list.where(sql<boolean>`${input.sector} = any(qualifications)`);
  const search = input.search?.trim() ?? '';
  if (search !== '') list = list.where((build) => matches(build, 'inspector', 'certificate_no', search));
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await list
    .selectAll('inspector')
    .orderBy(`inspector.${sortColumns[input.sort ?? ''] ?? 'certificate_no'}`, input.order)
    .orderBy('inspector.certificate_no')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  const on = input.asOf ?? dateOf(db.now);
  return ok({ rows: rows.map((row) => rowView(row, names, on)), total, page: input.page, size: input.size });
}

/** The registry as it stands, or as it stood at the end of a day. */
/** The registry as it stands, or as it stood at the end of a day. */
export function inspectorsOn(db: Db, asOf: CalendarDate | undefined) {
  if (asOf === undefined) return db.db.selectFrom('inspector');
  return db.db.selectFrom(pastRows<InspectorTable>(db, 'inspector', asOf).as('inspector'));
}

export async function showInspector(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.showInspector.input>,
): Promise<Result<InspectorView, RegistryRefusal>> {
  const row = await db.db
    .selectFrom('inspector')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'record-not-found' });
  const names = await namesOf(ports, db);
  const contact = await contactOf(db, row.id);
  return ok({
    ...rowView(row, names, dateOf(db.now)),
    contact: {
      phone: masked(contact['phone'], maskPhone),
      identityNumber: masked(contact['identityNumber'], maskIdentityNumber),
    },
    conflicts: await conflictsOf(db, { inspectorId: row.id }),
    history: await changesOf(db, row.id, names),
  });
}

function rowView(row: Selectable<InspectorTable>, names: Names, on: CalendarDate): InspectorRow {
  const inspector = inspectorOf(row, {});
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    certificateNo: row.certificate_no,
    issuer: row.issuer,
    expiresOn: row.expires_on,
    employment: row.employment,
    sectionId: row.section_id,
    sectionName: names.section(row.section_id),
    qualifications: row.qualifications.map((sector) => ({ sector, name: names.sector(sector) })),
    cap: row.cap,
    status: { kind: row.status, since: row.status_since, reason: row.status_reason },
    leaves: inspector.leaves.map((leave) => ({ ...leave })),
    ineligible: ineligibilitiesOn(inspector, on).map(ineligibilityText),
  };
}
