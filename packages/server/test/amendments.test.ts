import { type AmendmentsView, drawRoutes, inspectionRoutes, portalDraw, taskRoutes } from '@mingchou/contract';
import { type DrawId, emptyChecklist, type InspectionId, type VoidReason } from '@mingchou/domain';
import { readBundle, verify } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRead } from '../src/db/tx.ts';
import { readFile } from '../src/files/index.ts';
import { publishProgressSnapshot } from '../src/modules/disclosure/index.ts';
import {
  changeTeam,
  createVisits,
  inspectionModule,
  type InspectionPorts,
  lockVisits,
  replaceObject,
  visitsOfDraw,
  withdrawVisits,
} from '../src/modules/inspection/index.ts';
import type { Client } from '../src/shell/client.ts';
import { type DrawBureau, drawBureau } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

const inspections: InspectionPorts = {
  policy: () => Promise.resolve({ categories: [], minInspectors: 2 }),
  checklist: () => Promise.resolve(emptyChecklist),
  certificateNumbers: () => Promise.resolve(new Map()),
  drawsClosedTo: () => Promise.resolve([]),
  publishProgress: publishProgressSnapshot,
  resultChanged: () => Promise.resolve(),
  finishTask: () => Promise.resolve(),
};

let bureau: DrawBureau;
/** Clients of the twelve inspectors, by the name that the registry has for them. */
const people = new Map<string, Client>();
const accounts = [
  '赵一',
  '钱二',
  '李四',
  '吴六',
  '冯八',
  '陈九',
  '褚十',
  '卫十一',
  '蒋十二',
  '沈十三',
  '韩十四',
  '杨十五',
];

beforeAll(async () => {
  bureau = await drawBureau(
    {
      createVisits: (tx, actor, visits) => createVisits(inspections, tx, actor, visits),
      changeTeam: (tx, actor, change) => changeTeam(inspections, tx, actor, change),
      replaceObject: (tx, actor, change) => replaceObject(inspections, tx, actor, change),
      withdrawVisits: (tx, actor, about) => withdrawVisits(inspections, tx, actor, about),
      ...{ visitsOfDraw, lockVisits },
    },
    undefined,
    () => [inspectionModule(inspections)],
  );
  const inspectors = [...bureau.around.inspectors.values()];
  for (const [at, account] of accounts.entries()) {
    const inspector = inspectors[at];
    if (inspector === undefined) throw new Error('twelve of each');
    await bureau.linkInspector(account, inspector.inspectorId);
    people.set(inspector.name, await bureau.as(account));
  }
});
afterAll(() => bureau.close());

const shown = (drawId: DrawId) => bureau.clerk.mustAsk(drawRoutes.showAmendments, { drawId });

async function drawn(dispatched: boolean): Promise<AmendmentsView> {
  const { id } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  if (dispatched) await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(id));
  return shown(id);
}

function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error('none');
  return found;
}

/** The second seat of a visit, which asks for no qualification, with its holder's client. */
function seatOf(all: AmendmentsView, place: number) {
  const visit = all.visits[place];
  const taken = visit?.seats[1];
  const client = people.get(taken?.holder?.name ?? '');
  if (visit === undefined || taken === undefined || taken.holder === null || client === undefined)
    throw new Error('the seat is held by one of the twelve');
  return { visit, seat: taken.seat, holder: taken.holder, client };
}

const recusal = { reason: 'kin', origin: 'self', text: '经营者是本人近亲属' } as const;
const pdf = { name: '注销证明.pdf', mediaType: 'application/pdf', base64: btoa('%PDF-1.4 made up') } as const;

async function bundle(name: string) {
  const { files } = await bureau.show(view.drawId);
  const hash = files.find((file) => file.name === name)?.hash ?? '';
  const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  const read = readBundle(stored?.bytes ?? new Uint8Array());
  if (!read.ok) throw new Error(read.refusal.text);
  return { report: verify(read.value, { logKeys: [bureau.database.logSigner.key] }), files: read.value };
}

/** What the public log says of the draw, in order. */
async function logged(view: AmendmentsView): Promise<{ kind: unknown; h: unknown }[]> {
  const { commitment } = await bureau.show(view.drawId);
  const rows = await bureau.sql('select entry from portal_log_entry order by log_index');
  return rows
    .map(({ entry }) => JSON.parse(String(entry)))
    .filter(({ c }) => c === commitment?.c)
    .map(({ kind, h }) => ({ kind, h }));
}

async function publicView({ drawNo }: AmendmentsView) {
  const [row] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [String(drawNo)]);
  return portalDraw.parse(row?.['view']);
}

let view: AmendmentsView;
/** A recusal that the inspector asks for and the leader grants. */
async function recuse(place: number): Promise<ReturnType<typeof seatOf>> {
  const leaving = seatOf(view, place);
  const about = { drawId: view.drawId, version: view.version, visit: leaving.visit.visit, seat: leaving.seat };
  const asked = await leaving.client.mustSend(drawRoutes.requestRecusal, { ...about, ...recusal });
  await bureau.leader.mustSend(drawRoutes.approveAmendment, asked);
  view = await shown(view.drawId);
  return leaving;
}

const codes = (all: AmendmentsView) => all.visits.flatMap((visit) => visit.seats.map((seat) => seat.holder?.code));

test('回避: asked for by the inspector, granted by the leader, and the next of the lots follows', async () => {
  view = await drawn(false);
  const before = view;
  const { visit, seat, holder } = seatOf(view, 0);
  const about = { drawId: view.drawId, version: view.version, visit: visit.visit, seat };
  const colleague = people.get([...people.keys()].find((name) => name !== holder.name) ?? '');
  const meddled = await colleague?.send(drawRoutes.requestRecusal, { ...about, ...recusal });
  expect(meddled).toMatchObject({ ok: false, refusal: { code: 'not-your-seat' } });
  // The chief may not decide at all.
  const chief = await bureau.chief.send(drawRoutes.approveAmendment, { ...about, request: 1 });
  expect(chief).toMatchObject({ ok: false, status: 403 });

  await recuse(0);
  const follower = view.visits[0]?.seats[1]?.holder;
  expect(follower?.code).not.toBe(holder.code);
  expect(codes(view).filter((code, at) => code !== codes(before)[at])).toEqual([follower?.code]);
  const { report, files } = await bundle('bundle-auditors.zip');
  expect([report.verdict, files.has('amendments.jsonl')]).toEqual(['complete', true]);
  expect((await logged(view)).map(({ kind }) => kind)).toEqual(['commitment', 'result', 'amendment']);
  const open = await publicView(view);
  expect(open.amendments).toMatchObject([{ kind: 'recusal', seq: 1, filled: true, approver: '吕审' }]);
  expect(open.amendments[0]?.hash).toBe((await logged(view)).at(-1)?.h);
  // Who goes where is not public.
  expect(JSON.stringify(open)).not.toContain(holder.code);
  const auditor = await bureau.as('纪检');
  const earlier = { drawId: view.drawId, name: 'bundle-auditors.zip', revision: 1 };
  await auditor.reauthenticate(testPassword);
  const { base64 } = await auditor.mustSend(drawRoutes.takeAuditorsFile, earlier);
  const kept = readBundle(Buffer.from(base64, 'base64'));
  expect(kept.ok && !kept.value.has('amendments.jsonl')).toBe(true);
});

test('the dispatch sends out the amended teams', async () => {
  const gone = await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(view.drawId));
  expect(gone.visits).toBe(9);
  view = await shown(view.drawId);
  expect(await teamOf(view, 0)).toEqual(view.visits[0]?.seats.map(({ holder }) => holder?.name));
});

test('after the dispatch the inspection’s team follows', async () => {
  const { holder } = await recuse(1);
  const team = await teamOf(view, 1);
  expect(team).not.toContain(holder.name);
  expect(team).toEqual(view.visits[1]?.seats.flatMap((one) => one.holder?.name ?? []));
});

test('递补: a closed object gives its visit and team to the first reserve, its inspection is withdrawn', async () => {
  const before = view;
  const leaving = first(first(view.visits).objects);
  const about = { drawId: view.drawId, version: view.version, code: leaving.code };
  const words = { reason: 'closed', text: '已注销营业执照', evidence: pdf } as const;
  const asked = await bureau.clerk.mustSend(drawRoutes.requestSubstitution, { ...about, ...words });
  await bureau.leader.mustSend(drawRoutes.approveAmendment, { ...asked, text: '情况属实' });
  view = await shown(view.drawId);
  const reserve = first(before.reserves);
  const visit = first(view.visits);
  expect([visit.visit, visit.objects[0]?.code]).toEqual([first(before.visits).visit, reserve.code]);
  expect(first(view.reserves).tookPlaceOf).toBe(leaving.name);
  const [gone, come] = [await inspectionOf(leaving), await inspectionOf(first(visit.objects))];
  expect(gone).toMatchObject({ status: 'withdrawn', withdrawn: { reason: `已关闭注销，由${reserve.name}递补` } });
  expect(come).toMatchObject({ status: 'awaiting', visitId: gone.visitId, place: gone.place });
  expect((await bundle('bundle-auditors.zip')).report.verdict).toBe('complete');
  const steps = await bureau.sql(
    `select view ->> 'step' as step from portal_snapshot where kind = 'progress' and key = any($1) order by step`,
    [[leaving.code, reserve.code].map((code) => `${view.drawNo}/${code}`)],
  );
  expect(steps.map(({ step }) => step)).toEqual(['awaiting', 'not-inspected']);
});

test('a seat nobody may take stays vacant; whom the leader then names is told as his decision', async () => {
  const { visit } = first(view.visits);
  const seat = 1;
  const holderNow = () => first(view.visits).seats[0]?.holder ?? null;
  // Six may take the first seat; each in turn is recused.
  for (let round = 0; round < 7 && holderNow() !== null; round++) {
    const about = { drawId: view.drawId, version: view.version, visit, seat };
    const words = { ...recusal, origin: 'enterprise' } as const;
    const asked = await bureau.clerk.mustSend(drawRoutes.requestRecusal, { ...about, ...words });
    await bureau.leader.mustSend(drawRoutes.approveAmendment, asked);
    view = await shown(view.drawId);
  }
  expect(holderNow()).toBeNull();
  const recused = view.amendments.flatMap(({ lines }) => lines).flatMap((line) => line.left.name);
  const taken = first(view.visits).seats.map(({ holder }) => holder?.name);
  const named = [...bureau.around.inspectors.values()]
    .slice(6)
    .find(({ name }) => !taken.includes(name) && !recused.includes(name));
  const decision = { drawId: view.drawId, version: view.version, visit, seat, text: '商请协助检查' };
  await bureau.leader.mustSend(drawRoutes.decideSeat, { ...decision, inspectorId: named?.inspectorId ?? null });
  view = await shown(view.drawId);
  expect(first(view.visits).seats[0]).toMatchObject({ appointed: true, holder: { name: named?.name } });
  expect(await teamOf(view, 0)).toContain(named?.name);
  expect((await bundle('bundle-auditors.zip')).report.verdict).toBe('complete');
  expect((await publicView(view)).amendments.at(-1)).toMatchObject({ kind: 'decision', seq: null });
});

test('作废 after the dispatch: visits withdrawn, task planned again, result and lines still public', async () => {
  const lines = view.amendments.flatMap((amendment) => amendment.lines).length;
  await voidIt(view.drawId, { reason: 'roster-wrong', text: '名单漏了一家企业' });
  // Each line of amendments.jsonl stands in the log once, then the void itself.
  const kinds = (await logged(view)).map(({ kind }) => kind);
  expect(kinds).toEqual(['commitment', 'result', ...Array(lines + 1).fill('amendment'), 'void']);
  const states = await bureau.sql(
    'select distinct i.status from inspection i join visit v using (bureau_id, visit_id) where v.draw_id = $1',
    [view.drawId],
  );
  expect(states).toEqual([{ status: 'withdrawn' }]);
  const { taskId } = await bureau.show(view.drawId);
  const { rows } = await bureau.clerk.mustAsk(taskRoutes.listTasks, { year: 2022 });
  expect(rows.find(({ id }) => id === taskId)?.status).toBe('planned');
  expect((await bundle('bundle-auditors.zip')).report.verdict).toBe('complete');
  const open = await publicView(view);
  expect(open).toMatchObject({ status: 'voided', drawn: { by: '何书' }, voided: { approver: '吕审' } });
  expect(open.objectsDrawn.length).toBe(12);
});

test('once a visit has begun, neither 回避 nor 作废 is taken, in the words that say what to do', async () => {
  view = await drawn(true);
  const { visit, seat, client } = seatOf(view, 0);
  const inspectionId = first(visit.objects).inspectionId;
  if (inspectionId === null) throw new Error('dispatched');
  await client.mustSend(inspectionRoutes.startInspection, { inspectionId, version: 1 });
  const about = { drawId: view.drawId, version: view.version };
  const late = await client.send(drawRoutes.requestRecusal, { ...about, visit: visit.visit, seat, ...recusal });
  const message = '没有受理：检查已于16:31开始。发现利害关系的，请停止检查并报告分管领导吕审。';
  expect(late).toMatchObject({ status: 409, refusal: { code: 'visit-already-begun', message } });
  const voiding = { reason: 'roster-wrong', text: '名单漏了一家企业' } as const;
  const kept = await bureau.clerk.send(drawRoutes.requestVoidDraw, { ...about, ...voiding });
  expect(kept).toMatchObject({ status: 409, refusal: { code: 'visits-begun' } });
});

test('作废 with every number in but not run: the result is published all the same', async () => {
  const { id } = await bureau.draw('complete');
  await voidIt(id, { reason: 'other', text: '开签前发现设备故障' });
  view = await shown(id);
  const open = await publicView(view);
  expect(open).toMatchObject({ status: 'voided', drawn: { computedAtVoid: true }, silent: [] });
  expect(open.objectsDrawn.filter(({ kind }) => kind === 'selected')).toHaveLength(9);
  const { report } = await bundle('bundle-public.zip');
  expect(report.checks.find(({ name }) => name === 'selection')?.status).toBe('passed');
});

test('作废 while witnesses are silent: they are named, and there is no result to publish', async () => {
  const { id } = await bureau.draw('confirmed');
  await voidIt(id, { reason: 'witness-silent', text: '见证人到时没有揭示' });
  const open = await publicView(await shown(id));
  expect(open.drawn).toBeNull();
  expect(open.silent).toEqual(['见证人张见（县纪委监委派驻组）', '见证人孔证（县个体私营企业协会）']);
});

async function voidIt(drawId: DrawId, why: { readonly reason: VoidReason; readonly text: string }): Promise<void> {
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, { ...(await bureau.about(drawId)), ...why });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(drawId));
}

async function inspectionOf({ inspectionId }: { readonly inspectionId: InspectionId | null }) {
  if (inspectionId === null) throw new Error('not dispatched');
  return bureau.clerk.mustAsk(inspectionRoutes.showInspection, { inspectionId });
}

/** Names of a visit's team, as its inspection has them. */
async function teamOf(all: AmendmentsView, place: number): Promise<string[]> {
  const object = all.visits[place]?.objects[0];
  if (object === undefined) throw new Error('a visit has an object');
  return (await inspectionOf(object)).team.map(({ name }) => name);
}
