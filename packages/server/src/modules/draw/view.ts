import type { DrawnTeamView, DrawView } from '@mingchou/contract';
import type { Draw, DrawId, DrawRefusal, FilterNames, LiveDraw, Result } from '@mingchou/domain';
import { filterSentence, ok, recordOf, refuse } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { listDrawFiles } from './files.ts';
import type { Reader } from './sealing.ts';
import { isClosedTo, sealingOf } from './sealing.ts';
import { loadHistory } from './history.ts';
import { filterNames } from './filter-names.ts';
import type { DrawPorts } from './ports.ts';
import type { DrawnObject, DrawnSeat } from './result-store.ts';
import { loadObjects, loadSeats } from './result-store.ts';
import { loadInspectors } from './roster-store.ts';
import { overrideViews } from './pool.ts';
import { sourceOf } from './source-view.ts';
import { figuresView, strataView } from './strata-view.ts';
import { loadDraw } from './store.ts';

/**
 * The whole draw for the desk. Digits that nobody has confirmed are shown to who typed them only: the second person
 * must read the table, not this screen.
 */
export async function showDraw(
  ports: DrawPorts,
  db: Db,
  drawId: DrawId,
  reader: Reader,
): Promise<Result<DrawView, DrawRefusal>> {
  const stored = await loadDraw(db, drawId);
  if (stored === undefined) return refuse({ code: 'draw-not-found' });
  const record = recordOf(stored.draw);
  const closed = isClosedTo(stored.draw, reader);
  const objects = closed ? [] : await loadObjects(db, drawId);
  const bureau = await ports.bureau(db, db.bureauId);
  return ok({
    ...headOf(record, reader, closed, await filterNames(ports, db)),
    ...actsOf(stored.draw, closed),
    sealing: await sealingOf(ports, db, stored.draw, reader),
    version: stored.version,
    now: db.now,
    objectsDrawn: objects.map(({ visit: _visit, ...object }) => object),
    teams: teamsOf(objects, await loadSeats(db, drawId), await loadInspectors(db, drawId)),
    files: (await listDrawFiles(db, drawId)).filter((file) => !closed || file.audience === 'public'),
    history: await loadHistory(db, drawId),
    publicAddress: `/b/${bureau.slug}/draws/${record.drawNo}`,
  });
}

function headOf(record: LiveDraw, reader: Reader, closed: boolean, names: FilterNames) {
  const { setup } = record;
  return {
    id: record.id,
    taskId: record.taskId,
    drawNo: record.drawNo,
    suite: setup.suite,
    year: setup.year,
    planRowNo: setup.planRowNo,
    taskName: setup.taskName,
    objects: setup.objects,
    scope: setup.scope,
    approvedBase: setup.approvedBase,
    approvedCount: setup.approvedCount,
    stratifiedBy: setup.stratifiedBy,
    strata: strataView(record),
    filterWords: filterSentence(setup.filter, names),
    quota: setup.quota.map(({ min, max }) => ({ min, max })),
    override: setup.override,
    from: setup.from,
    to: setup.to,
    operatorRole: setup.operatorRole,
    round: record.round ?? null,
    overrides: overrideViews(record),
    openAt: record.openAt,
    prepared: record.prepared,
    sources: record.sources.map((source) => sourceOf(record, source, reader.personId, closed)),
  };
}

function actsOf(draw: Draw, closed: boolean) {
  const record = recordOf(draw);
  const frozen = record.status === 'preparing' ? null : record;
  const result = 'result' in record ? record : null;
  return {
    status: draw.status,
    reached: record.status,
    figures: frozen === null ? null : figuresView(frozen.figures),
    checks: frozen === null ? [] : (structuredClone(frozen.checks) as DrawView['checks']),
    frozen: frozen?.frozen ?? null,
    commitment: 'commitment' in record ? record.commitment : null,
    drawn: result?.drawn ?? null,
    // h stands in the public log, with its salt before it; seed and key give every ticket away.
    result:
      result === null
        ? null
        : {
            ...result.result,
            sqlTickets: result.result.sqlTickets ?? null,
            ...(closed ? { seed: '', sampleKey: '', vacantSeats: 0 } : {}),
          },
    dispatched: record.status === 'dispatched' ? record.dispatched : null,
    voidRequest: draw.status === 'voided' ? null : record.voidRequest,
    voided: draw.status === 'voided' ? draw.voided : null,
  };
}

/** The teams in the order in which their objects were drawn. */
function teamsOf(
  objects: readonly DrawnObject[],
  seats: readonly DrawnSeat[],
  inspectors: Awaited<ReturnType<typeof loadInspectors>>,
): DrawnTeamView[] {
  const byCode = new Map(inspectors.map(({ code, name, qualifications }) => [code, { code, name, qualifications }]));
  return objects
    .filter((object) => object.kind === 'selected')
    .map((object) => ({
      visit: object.visit ?? object.code,
      subjectCode: object.code,
      subjectName: object.name,
      seats: seats
        .filter((seat) => seat.visit === object.visit)
        .sort((a, b) => a.seat - b.seat)
        .map(({ seat, inspectorCode }) => {
          const found = byCode.get(inspectorCode ?? '');
          const inspector = found === undefined ? null : { ...found, qualifications: [...found.qualifications] };
          return { seat, inspector };
        }),
    }));
}
