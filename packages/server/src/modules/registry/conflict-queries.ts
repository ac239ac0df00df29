import type { ConflictRow, registryRoutes } from '@mingchou/contract';
import { type InspectorId, ok, type SubjectId } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';

type ListInput = z.output<typeof registryRoutes.listConflicts.input>;

export async function listConflicts(db: Db, input: ListInput) {
  let list = joined(db);
  if (input.withdrawn === 'false') list = list.where('c.withdrawn_at', 'is', null);
  if (input.inspectorId !== undefined) list = list.where('c.inspector_id', '=', input.inspectorId);
  if (input.subjectId !== undefined) list = list.where('c.subject_id', '=', input.subjectId);
  const search = `%${(input.search?.trim() ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  if (search !== '%%') {
    list = list.where((build) => build.or([build('i.name', 'like', search), build('s.name', 'like', search)]));
  }
  const { total } = await list.select((build) => build.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await selected(list)
    .orderBy('c.declared_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(input.size)
    .offset((input.page - 1) * input.size)
    .execute();
  return ok({ rows: rows.map(rowView), total, page: input.page, size: input.size });
}

/** What stands about one object or one person, withdrawn ones last. */
export async function conflictsOf(
  db: Db,
  of: { readonly subjectId: SubjectId } | { readonly inspectorId: InspectorId },
): Promise<ConflictRow[]> {
  const rows = await selected(joined(db))
    .where((build) =>
      'subjectId' in of ? build('c.subject_id', '=', of.subjectId) : build('c.inspector_id', '=', of.inspectorId),
    )
    .orderBy('c.withdrawn_at', (order) => order.desc().nullsFirst())
    .orderBy('c.declared_at', 'desc')
    .execute();
  return rows.map(rowView);
}

function joined(db: Db) {
  return db.db
    .selectFrom('conflict_of_interest as c')
    .innerJoin('inspector as i', (join) =>
      join.onRef('i.bureau_id', '=', 'c.bureau_id').onRef('i.id', '=', 'c.inspector_id'),
    )
    .innerJoin('subject as s', (join) =>
      join.onRef('s.bureau_id', '=', 'c.bureau_id').onRef('s.id', '=', 'c.subject_id'),
    )
    .where('c.bureau_id', '=', db.bureauId);
}

function selected(list: ReturnType<typeof joined>) {
  return list.selectAll('c').select(['i.name as inspector_name', 's.name as subject_name']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

function rowView(row: Row): ConflictRow {
  const { withdrawn_at: at, withdrawn_by_name: by, withdrawn_reason: reason } = row;
  return {
    id: row.id,
    version: row.version,
    inspectorId: row.inspector_id,
    inspectorName: row.inspector_name,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    kind: row.kind,
    reason: row.reason,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by_name,
    withdrawn: at === null || by === null || reason === null ? null : { at, by, reason },
  };
}
