import type { DrawId, Roster } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

// PostgreSQL takes at most 65535 parameters in one statement.
const rowsAtOnce = 2000;

/** Writes the snapshot; nothing in the application can change it afterwards. */
export async function saveRoster(tx: Tx, drawId: DrawId, roster: Roster): Promise<void> {
  const key = { bureau_id: tx.bureauId, draw_id: drawId };
  const pool = roster.pool.map((entry, index) => ({
    ...key,
    position: index + 1,
    subject_id: entry.subjectId,
    code: entry.code,
    name: entry.name,
    sector: entry.sector,
    stratum: entry.stratum,
    quota_group: entry.group,
    exclusion_reason: entry.exclusion?.reason ?? null,
    exclusion_evidence: entry.exclusion?.evidence ?? null,
  }));
  for (const rows of slices(pool)) await tx.db.insertInto('draw_roster').values(rows).execute();

  const inspectors = roster.inspectors.map((inspector) => ({
    ...key,
    code: inspector.code,
    inspector_id: inspector.inspectorId,
    name: inspector.name,
    qualifications: [...inspector.qualifications],
    certificate_until: inspector.certificateUntil,
    cap: inspector.cap,
  }));
  for (const rows of slices(inspectors)) await tx.db.insertInto('draw_inspector').values(rows).execute();

  const conflicts = roster.conflicts.map(({ subjectId, inspectorId }) => ({
    ...key,
    subject_code: subjectId,
    inspector_code: inspectorId,
  }));
  for (const rows of slices(conflicts)) await tx.db.insertInto('draw_conflict').values(rows).execute();
}

/** The snapshot as frozen. */
export async function loadRoster(db: Db, drawId: DrawId): Promise<Omit<Roster, 'leftOut'>> {
  const pool = await db.db
    .selectFrom('draw_roster')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .orderBy('position')
    .execute();
  const conflicts = await db.db
    .selectFrom('draw_conflict')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .execute();
  return {
    pool: pool.map((row) => ({
      subjectId: row.subject_id,
      code: row.code,
      name: row.name,
      sector: row.sector,
      stratum: row.stratum,
      group: row.quota_group,
      exclusion:
        row.exclusion_reason === null ? null : { reason: row.exclusion_reason, evidence: row.exclusion_evidence },
    })),
    inspectors: await loadInspectors(db, drawId),
    conflicts: conflicts.map((row) => ({ subjectId: row.subject_code, inspectorId: row.inspector_code })),
  };
}

export async function loadInspectors(db: Db, drawId: DrawId): Promise<Roster['inspectors']> {
  const rows = await db.db
    .selectFrom('draw_inspector')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('draw_id', '=', drawId)
    .execute();
  return rows
    .map((row) => ({
      inspectorId: row.inspector_id,
      code: row.code,
      name: row.name,
      qualifications: row.qualifications,
      certificateUntil: row.certificate_until,
      available: true,
      cap: row.cap,
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function slices<T>(rows: readonly T[]): T[][] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, index) => rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce));
}
