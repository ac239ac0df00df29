import type { ChangeView, registryRoutes, RegistryRefusal, SubjectRow, SubjectView } from '@mingchou/contract';
import {
  type CalendarDate,
  maskName,
  maskPhone,
  ok,
  refuse,
  type Result,
  type SubjectId,
  writeLocation,
} from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { conflictsOf } from './conflict-queries.ts';
import { contactOf } from './contact-store.ts';
import { historyOf, pastRows } from './history-store.ts';
import { type Names, namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { outsideVisitsOf } from './outside-visit.ts';
import { proposalsFor } from './occurrence-queries.ts';
import { meaningOf } from './reference-queries.ts';
import { waitingRequest } from './request-store.ts';
import { viewRequest } from './request-view.ts';
import { matches } from './search.ts';
import { particularsOf } from './subject-store.ts';
import type { SubjectTable } from './tables.ts';

type ListInput = z.output<typeof registryRoutes.listSubjects.input>;

const sortColumns: Readonly<Record<string, 'name' | 'code' | 'sector' | 'priority' | 'status' | 'section_id'>> = {
  name: 'name',
  code: 'code',
  sector: 'sector',
  priority: 'priority',
  status: 'status',
  section: 'section_id',
};

export async function listSubjects(ports: RegistryPorts, db: Db, input: ListInput) {
  const names = await namesOf(ports, db);
  let list = subjectsOn(db, input.asOf).where('subject.bureau_id', '=', db.bureauId);
  if (input.sector !== undefined) list = list.where('subject.sector', '=', input.sector);
  if (input.status !== undefined) list = list.where('subject.status', '=', input.status);
  if (input.kind !== undefined) list = list.where('subject.kind', '=', input.kind);
  if (input.priority !== undefined) list = list.where('subject.priority', '=', input.priority);
  if (input.sectionId !== undefined) list = list.where('subject.section_id', '=', input.sectionId);
  const search = input.search?.trim() ?? '';
  if (search !== '') list = list.where((build) => matches(build, 'subject', 'code', search));
  const sorted = sortColumns[input.sort ?? ''] ?? 'code';
  const before = (input.page - 1) * input.size;
  const rows = await list
    .selectAll('subject')
    .orderBy(`subject.${sorted}`, input.order)
    .orderBy('subject.code')
    .limit(input.size)
    .offset(before)
    .execute();
  // What few match is read through for its rows, what many match for their number; seldom both.
  const isLast = rows.length < input.size && (rows.length > 0 || before === 0);
  const total = isLast ? before + rows.length : await countOf(list);
  return ok({ rows: rows.map((row) => rowView(row, names)), total, page: input.page, size: input.size });
}

async function countOf(list: ReturnType<typeof subjectsOn>): Promise<number> {
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return total;
}

/** The registry as it stands, or as it stood at the end of a day: the last state written on or before it. */
export function subjectsOn(db: Db, asOf: CalendarDate | undefined) {
  if (asOf === undefined) return db.db.selectFrom('subject');
  return db.db.selectFrom(pastRows<SubjectTable>(db, 'subject', asOf).as('subject'));
}

export async function showSubject(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.showSubject.input>,
): Promise<Result<SubjectView, RegistryRefusal>> {
  const row = await db.db
    .selectFrom('subject')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'record-not-found' });
  const names = await namesOf(ports, db);
  const contact = await contactOf(db, row.id);
  return ok({
    ...rowView(row, names),
    ...(await particularsView(db, row)),
    standardisation: row.standardisation,
    contact: { name: masked(contact['contactName'], maskName), phone: masked(contact['contactPhone'], maskPhone) },
    waiting: await waitingView(db, row.id, names),
    ...(await proposalsFor(ports, db, row)),
    outsideVisits: await outsideVisitsOf(db, row.id),
    conflicts: await conflictsOf(db, { subjectId: row.id }),
    history: await changesOf(db, row.id, names),
  });
}

async function particularsView(db: Db, row: Selectable<SubjectTable>) {
  const { location, formerNames, gradeSource, gradeOn } = particularsOf(row);
  return {
    region: row.region,
    regionMeaning: await meaningOf(db, 'region', row.region),
    industry: row.industry,
    industryMeaning: await meaningOf(db, 'industry', row.industry),
    formerNames: [...formerNames],
    location: location === null ? null : writeLocation(location),
    ...{ gradeSource, gradeOn },
  };
}

async function waitingView(db: Db, id: SubjectId, names: Names) {
  const request = await waitingRequest(db, id);
  return request === null ? null : viewRequest(request, names);
}

export function masked(value: string | null | undefined, mask: (value: string) => string): string | null {
  return value === null || value === undefined ? null : mask(value);
}

export async function changesOf(db: Db, id: string, names: Names): Promise<ChangeView[]> {
  const history = await historyOf(db, id);
  return history.map(({ version, at, by_name: by, reason, changes, approved_by_name: approvedBy }) => ({
    ...{ version, at, by, reason, approvedBy },
    changes: changes.map(names.tell),
  }));
}

function rowView(row: Selectable<SubjectTable>, names: Names): SubjectRow {
  const particulars = particularsOf(row);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    codeKind: row.code_kind,
    code: row.code,
    codeKeptReason: row.code_kept_reason,
    sector: row.sector,
    sectorName: names.sector(row.sector),
    priority: row.priority,
    status: { kind: row.status, since: row.status_since, reason: row.status_reason },
    sectionId: row.section_id,
    sectionName: names.section(row.section_id),
    creditGrade: row.credit_grade,
    address: row.address,
    kind: particulars.kind,
    grounds: [...particulars.grounds],
  };
}
