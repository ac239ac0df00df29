import type { Actor, DrawId, DrawRefusal, LiveDraw, Result, Roster, SubjectAtFreeze } from '@mingchou/domain';
import { freezeRoster, ok, recordOf, rosterOf } from '@mingchou/domain';
import type { Conflict } from '@mingchou/verifier';
import type { Tx } from '../../db/tx.ts';
import { drawnInYear } from './drawn-before.ts';
import { reachStep } from './failpoint.ts';
import type { DrawPorts } from './ports.ts';
import { saveRoster } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { loadDrawForUpdate, unlessStale } from './store.ts';

export async function runFreezeRoster(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<DrawReply, DrawRefusal>> {
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const roster = await takeSnapshot(ports, tx, recordOf(found.value.draw));
  const decision = freezeRoster(found.value.draw, roster, actor, tx.now, ports.trialRounds);
  if (!decision.ok) return decision;
  reachStep('freeze-roster:decided');

  await saveRoster(tx, input.drawId, roster);
  reachStep('freeze-roster:roster-saved');
  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  return ok(replyOf(draw, version));
}

async function takeSnapshot(ports: DrawPorts, tx: Tx, draw: LiveDraw): Promise<Roster> {
  const { setup } = draw;
  const subjects = await ports.subjects(tx, { sectors: setup.filter.sectors, year: setup.year });
  const inspectors = await ports.inspectors(tx);
  const drawn = await drawnInYear(tx, setup.year);
  const inspections = await ports.inspectionsInYear(tx, setup.year);
  const facts: SubjectAtFreeze[] = subjects.map((subject) => ({
    ...subject,
    drawnThisRound: drawn.has(subject.subjectId),
    inspectionsThisYear: inspections.get(subject.subjectId) ?? 0,
  }));

  const subjectCodes = new Map(subjects.map((subject) => [subject.subjectId, subject.code]));
  const inspectorCodes = new Map(inspectors.map((inspector) => [inspector.inspectorId, inspector.code]));
  const conflicts = (await ports.conflicts(tx)).flatMap((conflict): Conflict[] => {
    const subjectId = subjectCodes.get(conflict.subjectId);
    const inspectorId = inspectorCodes.get(conflict.inspectorId);
    return subjectId === undefined || inspectorId === undefined ? [] : [{ subjectId, inspectorId }];
  });
  return rosterOf(setup, facts, inspectors, conflicts);
}
