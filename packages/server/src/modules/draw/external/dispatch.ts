import type { externalRoutes } from '@mingchou/contract';
import type { Actor, DispatchFinding, DrawId, ExternalDraw, ExternalRefusal, Result } from '@mingchou/domain';
import { dispatchExternal, dispatchFindings, evolveExternal, ok, refuse, withdrawExternal } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../../audit/index.ts';
import type { Tx } from '../../../db/tx.ts';
import type { DrawPorts } from '../ports.ts';
import { publishExternal } from './publish.ts';
import { stepTaskOf } from './register.ts';
import { loadExternal, loadExternalForUpdate, saveExternal, unlessStale } from './store.ts';

type DispatchInput = z.output<typeof externalRoutes.dispatchExternalDraw.input>;
type WithdrawInput = z.output<typeof externalRoutes.withdrawExternalDraw.input>;

interface Reply {
  readonly drawId: DrawId;
  readonly version: number;
}

/** 派发 like any drawn task: asks the registries once more, then hands the visits to the inspections. */
export async function runDispatchExternal(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: DispatchInput,
): Promise<Result<Reply & { readonly visits: number }, ExternalRefusal>> {
  const found = await lockedExternal(ports, tx, input);
  if (!found.ok) return found;
  const { draw: before, version: last, planRowId } = found.value;
  const unpublished = await ports.unpublishedItems(tx, planRowId);
  const facts = { findings: await findingsOf(ports, tx, before), unpublished };
  const decision = dispatchExternal(before, facts, actor, tx.now);
  if (!decision.ok) return decision;

  const draw = evolveExternal(before, decision.value);
  const version = await saveExternal(tx, draw, last, actor.name);
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: draw.id, version, event: decision.value });
  const { id: drawId, taskId, registerNo, year, taskName, objectsName, planRowNo, from, to } = draw;
  await stepTaskOf(ports, tx, actor, { type: 'task-dispatched', taskId, drawId, at: tx.now });
  await ports.createVisits(tx, actor, {
    ...{ taskId, drawId, drawNo: registerNo, drawKind: 'external', year, taskName, objects: objectsName, planRowNo },
    ...{ from, to },
    visits: draw.objects.map(({ order, inspectors, subjectId, code, name, sector }) => ({
      order,
      subjects: [{ subjectId, code, name, sector }],
      seats: inspectors.map((person, index) => ({
        seat: index + 1,
        inspectorId: person.inspectorId,
        name: person.name,
      })),
    })),
  });
  await publishExternal(ports, tx, draw);
  return ok({ drawId, version, visits: draw.objects.length });
}

/** 撤回登记: the entry stays with its reason, the task is planned again. */
export async function runWithdrawExternal(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: WithdrawInput,
): Promise<Result<Reply, ExternalRefusal>> {
  const found = await lockedExternal(ports, tx, input);
  if (!found.ok) return found;
  const decision = withdrawExternal(found.value.draw, input.text, actor, tx.now);
  if (!decision.ok) return decision;

  const draw = evolveExternal(found.value.draw, decision.value);
  const { id: drawId, taskId } = draw;
  const version = await saveExternal(tx, draw, found.value.version, actor.name);
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: drawId, version, event: decision.value });
  await stepTaskOf(ports, tx, actor, { type: 'task-returned', taskId, drawId });
  await publishExternal(ports, tx, draw);
  return ok({ drawId, version });
}

/** Locks the task before its draw, as every command does. */
async function lockedExternal(ports: DrawPorts, tx: Tx, { drawId, version }: Reply) {
  const unlocked = await loadExternal(tx, drawId);
  if (unlocked === undefined) return refuse({ code: 'external-not-found' });
  const task = await ports.lockTask(tx, unlocked.draw.taskId);
  if (task === undefined) throw new Error(`task ${unlocked.draw.taskId} of external draw ${drawId} is missing`);
  const found = unlessStale(await loadExternalForUpdate(tx, drawId), version);
  return found.ok ? ok({ ...found.value, planRowId: task.task.order.planRowId }) : found;
}

async function findingsOf(ports: DrawPorts, tx: Tx, draw: ExternalDraw): Promise<DispatchFinding[]> {
  const sectors = [...new Set(draw.objects.map(({ sector }) => sector))];
  const subjects = await ports.subjects(tx, { sectors, year: draw.year });
  const inspectors = new Map((await ports.inspectors(tx, draw)).map((one) => [one.inspectorId, one]));
  const conflicts = new Set(
    (await ports.conflicts(tx)).map(({ subjectId, inspectorId }) => `${subjectId} ${inspectorId}`),
  );
  const visits = draw.objects.map((object) => ({
    subjects: [
      {
        name: object.name,
        active: subjects.some((one) => one.subjectId === object.subjectId && one.standing === 'active'),
      },
    ],
    seats: object.inspectors.map(({ inspectorId, name }) => ({
      inspector: name,
      available: inspectors.get(inspectorId)?.available ?? false,
      certificateUntil: inspectors.get(inspectorId)?.certificateUntil ?? null,
      conflict: conflicts.has(`${object.subjectId} ${inspectorId}`),
    })),
  }));
  return dispatchFindings(visits, draw.to);
}
