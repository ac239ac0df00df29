import type { drawRoutes, ExclusionOverrideView, PoolRow } from '@mingchou/contract';
import type { DrawRefusal, LiveDraw, Result, Roster, SubjectAtFreeze, SubjectId } from '@mingchou/domain';
import { ok, overridesOf, recordOf, refuse, rosterOf } from '@mingchou/domain';
import type { Conflict } from '@mingchou/verifier';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { drawnFactsOf, earlierSelections } from './drawn-before.ts';
import type { DrawPorts } from './ports.ts';
import { loadDraw } from './store.ts';

/** A draw as far as its pool depends on it; it need not have been prepared. */
export type PlannedDraw = Pick<LiveDraw, 'setup' | 'round' | 'overrides'>;

/** What the registries and the earlier draws say now: the roster as a freeze of this moment would take it. */
export async function takeSnapshot(ports: DrawPorts, db: Db, draw: PlannedDraw): Promise<Roster> {
  const subjects = await subjectsNow(ports, db, draw);
  const inspectors = await ports.inspectors(db, draw.setup);
  const subjectCodes = new Map(subjects.map((subject) => [subject.subjectId, subject.code]));
  const inspectorCodes = new Map(inspectors.map((inspector) => [inspector.inspectorId, inspector.code]));
  const conflicts = (await ports.conflicts(db)).flatMap((conflict): Conflict[] => {
    const subjectId = subjectCodes.get(conflict.subjectId);
    const inspectorId = inspectorCodes.get(conflict.inspectorId);
    return subjectId === undefined || inspectorId === undefined ? [] : [{ subjectId, inspectorId }];
  });
  return rosterOf(draw.setup, subjects, inspectors, conflicts, overridesOf(draw));
}

/** The objects of the draw's sectors with everything that could exclude them. */
export async function subjectsNow(ports: DrawPorts, db: Db, draw: PlannedDraw): Promise<SubjectAtFreeze[]> {
  const { setup } = draw;
  const subjects = await ports.subjects(db, { sectors: setup.filter.sectors, year: setup.year });
  const drawn = drawnFactsOf(draw, await earlierSelections(db), await ports.openInspections(db));
  const inspections = await ports.inspectionsInYear(db, setup.year);
  return subjects.map((subject) => ({
    ...subject,
    ...drawn(subject.subjectId),
    inspectedOn: inspections.get(subject.subjectId) ?? [],
  }));
}

type Input = z.output<typeof drawRoutes.listPool.input>;
type Reply = z.input<typeof drawRoutes.listPool.reply>;

/** The pool before the freeze, excluded objects first. */
export async function listPool(ports: DrawPorts, db: Db, input: Input): Promise<Result<Reply, DrawRefusal>> {
  const stored = await loadDraw(db, input.drawId);
  if (stored === undefined) return refuse({ code: 'draw-not-found' });
  const draw = recordOf(stored.draw);
  const { pool } = await takeSnapshot(ports, db, draw);
  const search = (input.search ?? '').trim();
  const rows = pool
    .map((entry, index): PoolRow => {
      const { subjectId, code, name, sector, stratum, exclusion } = entry;
      const override = overrideOn(draw, subjectId);
      return { position: index + 1, subjectId, code, name, sector, stratum, exclusion, override };
    })
    .filter(({ name, code }) => name.includes(search) || code.includes(search.toUpperCase()))
    .filter(({ exclusion }) => input.excludedOnly === 'false' || exclusion !== null)
    .sort((a, b) => Number(a.exclusion === null) - Number(b.exclusion === null) || a.position - b.position);
  const { page, size } = input;
  return ok({ rows: rows.slice((page - 1) * size, page * size), total: rows.length, page, size });
}

/** Every override of the draw, as the desk shows it. */
export function overrideViews(draw: LiveDraw): ExclusionOverrideView[] {
  return overridesOf(draw).map((one) => ({ ...one, was: [...one.was] }));
}

/** The approved override of an object, if there is one. */
export function overrideOn(draw: LiveDraw, subjectId: SubjectId): ExclusionOverrideView | null {
  const approved = overrideViews(draw).filter(({ decision }) => decision?.kind === 'approved');
  return approved.findLast((one) => one.subjectId === subjectId) ?? null;
}
