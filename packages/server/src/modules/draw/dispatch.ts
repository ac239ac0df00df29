import type { Actor, DrawId, DrawRefusal, LiveDraw, Result, SeatToday, VisitToday } from '@mingchou/domain';
import { dispatchDraw, ok, recordOf, refuse } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { reachStep } from './failpoint.ts';
import type { DispatchedVisit, DrawPorts } from './ports.ts';
import type { DrawnObject, DrawnSeat } from './result-store.ts';
import { loadInspectors } from './roster-store.ts';
import type { DrawReply } from './settle.ts';
import { replyOf, settle } from './settle.ts';
import { publishSnapshot } from './snapshot.ts';
import { dealtPlaces, objectsAndSeatsNow } from './standing.ts';
import { loadDrawForUpdate, taskOfDraw, unlessStale } from './store.ts';

type Reply = DrawReply & { readonly visits: number };

/** 派发: asks the registries once more, then hands the visits to the inspections. */
export async function runDispatchTask(
  ports: DrawPorts,
  tx: Tx,
  actor: Actor,
  input: { readonly drawId: DrawId; readonly version: number },
): Promise<Result<Reply, DrawRefusal>> {
  const taskId = await taskOfDraw(tx, input.drawId);
  if (taskId === undefined) return refuse({ code: 'draw-not-found' });
  const task = await ports.lockTask(tx, taskId);
  if (task === undefined) throw new Error(`task ${taskId} of draw ${input.drawId} is missing`);
  const found = unlessStale(await loadDrawForUpdate(tx, input.drawId), input.version);
  if (!found.ok) return found;
  const record = recordOf(found.value.draw);
  const drawn = await loadDrawn(tx, record);
  const unpublished = await ports.unpublishedItems(tx, task.task.order.planRowId);
  const facts = { visits: await visitsToday(ports, tx, record, drawn), unpublished };
  const decision = dispatchDraw(found.value.draw, facts, actor, tx.now);
  if (!decision.ok) return decision;
  reachStep('dispatch-task:decided');

  const { draw, version } = await settle(tx, actor, found.value, decision.value);
  reachStep('dispatch-task:saved');
  const { setup, drawNo } = record;
  const visits = dispatchedVisits(drawn, await dealtPlaces(tx, record));
  const step = await ports.takeTaskStep(tx, actor, { type: 'task-dispatched', taskId, drawId: record.id, at: tx.now });
  if (!step.ok) throw new Error(`task ${taskId} did not follow its draw: ${step.refusal.code}`);
  reachStep('dispatch-task:task-stepped');
  await ports.createVisits(tx, actor, {
    taskId,
    drawId: record.id,
    drawNo,
    year: setup.year,
    taskName: setup.taskName,
    objects: setup.objects,
    planRowNo: setup.planRowNo,
    from: setup.from,
    to: setup.to,
    visits,
  });
  reachStep('dispatch-task:visits-created');
  await publishSnapshot(ports, tx, draw);
  reachStep('dispatch-task:published');
  return ok({ ...replyOf(draw, version), visits: visits.length });
}

interface Drawn {
  readonly objects: readonly DrawnObject[];
  readonly seats: readonly DrawnSeat[];
  readonly inspectors: Awaited<ReturnType<typeof loadInspectors>>;
}

/** As they stand on the day of the dispatch: amendments between draw and dispatch are in it. */
async function loadDrawn(tx: Tx, record: LiveDraw): Promise<Drawn> {
  return { ...(await objectsAndSeatsNow(tx, record)), inspectors: await loadInspectors(tx, record.id) };
}

/** The visits in the order in which their first objects were drawn, with their objects. */
function visitsOf(objects: readonly DrawnObject[]): [visit: string, objects: DrawnObject[]][] {
  const visits = new Map<string, DrawnObject[]>();
  for (const object of objects) {
    const visit = object.visit ?? object.code;
    visits.set(visit, [...(visits.get(visit) ?? []), object]);
  }
  return [...visits];
}

function seatsOf(drawn: Drawn, visit: string): DrawnSeat[] {
  return drawn.seats.filter((seat) => seat.visit === visit).sort((a, b) => a.seat - b.seat);
}

function dispatchedVisits(drawn: Drawn, dealt: ReadonlyMap<string, number>): DispatchedVisit[] {
  const byCode = new Map(drawn.inspectors.map((inspector) => [inspector.code, inspector]));
  const place = ({ code }: DrawnObject) => dealt.get(code) ?? Number.MAX_SAFE_INTEGER;
  return visitsOf(drawn.objects).map(([visit, objects]) => ({
    order: Math.min(...objects.map((object) => object.order)),
    subjects: [...objects]
      .sort((a, b) => place(a) - place(b))
      .map(({ subjectId, code, name, sector }) => ({ subjectId, code, name, sector })),
    seats: seatsOf(drawn, visit).flatMap(({ seat, inspectorCode }) => {
      const inspector = byCode.get(inspectorCode ?? '');
      return inspector === undefined ? [] : [{ seat, inspectorId: inspector.inspectorId, name: inspector.name }];
    }),
  }));
}

async function visitsToday(ports: DrawPorts, tx: Tx, draw: LiveDraw, drawn: Drawn): Promise<VisitToday[]> {
  const { filter, year } = draw.setup;
  const subjects = await ports.subjects(tx, { sectors: filter.sectors, year });
  const active = new Set(subjects.flatMap((now) => (now.standing === 'active' ? [now.subjectId] : [])));
  const inspectors = new Map(
    (await ports.inspectors(tx, draw.setup)).map((inspector) => [inspector.inspectorId, inspector]),
  );
  const conflicts = new Set(
    (await ports.conflicts(tx)).map(({ subjectId, inspectorId }) => `${subjectId} ${inspectorId}`),
  );
  const frozen = new Map(drawn.inspectors.map((inspector) => [inspector.code, inspector]));
  return visitsOf(drawn.objects).map(([visit, objects]) => ({
    subjects: objects.map(({ subjectId, name }) => ({ name, active: active.has(subjectId) })),
    seats: seatsOf(drawn, visit).map(({ inspectorCode }): SeatToday => {
      const held = frozen.get(inspectorCode ?? '');
      const now = held === undefined ? undefined : inspectors.get(held.inspectorId);
      return {
        inspector: held?.name ?? null,
        available: now?.available ?? false,
        certificateUntil: now?.certificateUntil ?? null,
        conflict: held !== undefined && objects.some((one) => conflicts.has(`${one.subjectId} ${held.inspectorId}`)),
      };
    }),
  }));
}
