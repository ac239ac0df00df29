import type { AmendmentsView } from '@mingchou/contract';
import type { Actor, DrawId, DrawRefusal, InspectionId, LiveDraw, Result, VisitNow } from '@mingchou/domain';
import { loads, ok, recordOf, refuse } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import { loadObjects } from './result-store.ts';
import { loadInspectors } from './roster-store.ts';
import { isClosedTo } from './sealing.ts';
import { amendedOf, visitsNow, visitsStanding } from './standing.ts';
import { loadDraw } from './store.ts';

/** 组队与回避, 递补: who inspects whom now, why they may, and what was asked. */
export async function showAmendments(
  ports: DrawPorts,
  db: Db,
  actor: Actor,
  drawId: DrawId,
): Promise<Result<AmendmentsView, DrawRefusal>> {
  const stored = await loadDraw(db, drawId);
  if (stored === undefined) return refuse({ code: 'draw-not-found' });
  const record = recordOf(stored.draw);
  const standing = await visitsStanding(db, record);
  const ongoing = await ports.visitsOfDraw(db, drawId);
  const inspections = new Map(ongoing.map(({ code, inspectionId }) => [code, inspectionId]));
  const { recusalDecider } = await ports.policy(db, record.taskId);
  const { requests = [], amendments = [], seatDecisions = [] } = amendedOf(record);
  const roster = await loadInspectors(db, drawId);
  const load = loads(standing);
  const strata = new Map((await loadObjects(db, drawId)).map(({ code, stratum }) => [code, stratum]));
  const facts = { inspections, roster, load, strata };
  const visits = visitsNow(standing, ongoing).map((visit) => visitView(record, visit, facts));
  const closed = isClosedTo(stored.draw, actor);
  return ok({
    drawId,
    version: stored.version,
    drawNo: record.drawNo,
    year: record.setup.year,
    objects: record.setup.objects,
    status: stored.draw.status,
    operatorRole: record.setup.operatorRole,
    office: recusalDecider,
    until: record.setup.to,
    visits,
    reserves: await reservesOf(db, record),
    requests: structuredClone(requests) as AmendmentsView['requests'],
    amendments: structuredClone(amendments) as AmendmentsView['amendments'],
    seatDecisions: [...seatDecisions],
    inspectors: roster.map(({ inspectorId, code, name }) => ({ inspectorId, code, name })),
    // Under a seal whoever is sent out sees his own visits from the dispatch on, to recuse himself, and nothing else.
    ...(closed ? { ...withheld, visits: stored.draw.status === 'dispatched' ? visits.filter(isOwn(actor)) : [] } : {}),
  });
}

const withheld = { reserves: [], requests: [], amendments: [], seatDecisions: [], inspectors: [] };

function isOwn({ inspectorId }: Actor) {
  return ({ seats }: AmendmentsView['visits'][number]) =>
    seats.some(({ holder }) => holder?.inspectorId === inspectorId);
}

interface Facts {
  readonly inspections: ReadonlyMap<string, InspectionId>;
  readonly roster: Awaited<ReturnType<typeof loadInspectors>>;
  readonly load: ReadonlyMap<string, number>;
  /** Stratum of every drawn object. */
  readonly strata: ReadonlyMap<string, string>;
}

function visitView(record: LiveDraw, visit: VisitNow, { inspections, roster, load, strata }: Facts) {
  const stratum = strata.get(visit.objects[0]?.code ?? '');
  const needs = record.setup.strata.find(({ code }) => code === stratum)?.seats ?? [];
  return {
    visit: visit.visit,
    begun: visit.begun,
    objects: visit.objects.map(({ code, name }) => ({ code, name, inspectionId: inspections.get(code) ?? null })),
    seats: visit.seats.map(({ seat, holder, appointed }) => {
      const known = roster.find(({ code }) => code === holder?.code);
      return {
        seat,
        needs: [...(needs[seat - 1]?.needs ?? [])],
        holder,
        appointed,
        certificateUntil: known?.certificateUntil ?? null,
        qualifications: [...(known?.qualifications ?? [])],
        load: load.get(holder?.code ?? '') ?? 0,
        cap: known?.cap ?? 0,
      };
    }),
  };
}

async function reservesOf(db: Db, record: LiveDraw): Promise<AmendmentsView['reserves']> {
  const lines = (amendedOf(record).amendments ?? []).flatMap((amendment) => amendment.lines);
  const took = new Map(
    lines.flatMap((line) =>
      line.kind === 'substitution' && line.joined !== null ? [[line.joined.code, line.left.name] as const] : [],
    ),
  );
  return (await loadObjects(db, record.id))
    .filter(({ kind }) => kind === 'reserve')
    .map(({ code, name, order }) => ({ code, name, order, tookPlaceOf: took.get(code) ?? null }));
}
