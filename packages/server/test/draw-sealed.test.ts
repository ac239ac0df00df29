import {
  type CeremonyNews,
  auditRoutes,
  disclosureRoutes,
  drawRoutes,
  inspectionRoutes,
  witnessRoutes,
} from '@mingchou/contract';
import type { DrawId, InspectorId } from '@mingchou/domain';
import { bundleOf, readBundle, verify, verifyResultEntry } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Loot, drawnInLoot, plunder } from './harness/attacker.ts';
import { fieldModules, fieldPorts } from './harness/draw-field.ts';
import { type DrawBureau, digits, drawBureau } from './harness/draw-story.ts';
import { inRead } from '../src/db/tx.ts';
import { earlierSelections } from '../src/modules/draw/drawn-before.ts';
import { testPassword } from './harness.ts';

const reason = '对举报集中的加油站暗查';
let bureau: DrawBureau;
let drawId: DrawId;
let drawNo: number;
let c: string;
const loots = new Map<string, Loot>();

/** Every public door at this stage, with the page of a witness whose own link the attacker holds. */
async function look(stage: string): Promise<void> {
  const doors = [
    `/b/changzi/draws/${drawNo}`,
    `/b/changzi/draws/${drawNo}/live`,
    `/b/changzi/draws/${drawNo}/live.json`,
    '/b/changzi/search?q=91140428',
    '/b/changzi/search?q=加油站',
  ];
  const registry = [...bureau.around.subjects.values()];
  if (stage !== 'unsealed') doors.push(`/b/changzi/draws/${drawNo}/record.pdf`);
  doors.push(...registry.slice(0, 3).map(({ code }) => `/b/changzi/draws/${drawNo}?code=${code}`));
  loots.set(stage, await plunder(bureau.app, doors.map(encodeURI)));
}

beforeAll(async () => {
  bureau = await drawBureau(fieldPorts, undefined, fieldModules);
  await bureau.linkInspector('赵一', '00000000-0000-7200-8000-000000000001' as InspectorId);
  const begun = await bureau.draw('committed', { sealing: { reason } });
  drawId = begun.id;
  drawNo = begun.drawNo;
  c = begun.commitment?.c ?? '';
  await look('committed');
  bureau.clock.set('2022-04-01T08:31:00Z');
  await bureau.clerk.mustSend(drawRoutes.typeDice, { drawId, digits: digits.slice(0, 19) });
  await look('typing');
  for (const stage of ['recorded', 'confirmed', 'complete'] as const) {
    await bureau.step(stage, drawId);
    await look(stage);
  }
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(drawId));
  await look('drawn');
  await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(drawId));
  await look('dispatched');
  const { visits } = await bureau.clerk.mustAsk(drawRoutes.showAmendments, { drawId });
  await bureau.clerk.mustSend(drawRoutes.requestRecusal, {
    ...(await bureau.about(drawId)),
    ...{ visit: visits[0]?.visit ?? '', seat: 2, origin: 'enterprise', reason: 'kin', text: '与企业负责人是亲属' },
  });
  await bureau.leader.reauthenticate(testPassword);
  const approved = { ...(await bureau.about(drawId)), request: 1, text: '情况属实' };
  await bureau.leader.mustSend(drawRoutes.approveAmendment, approved);
  await look('amended');
});
afterAll(() => bureau.close());

const drawnCodes = async () =>
  (await bureau.show(drawId)).objectsDrawn.filter((one) => one.kind === 'selected').map((one) => one.code);

test('an attacker who has the public registry finds no drawn object on any public page before the unsealing', async () => {
  const drawn = await drawnCodes();
  expect(drawn).toHaveLength(9);
  const registry = [...bureau.around.subjects.values()];
  for (const [stage, loot] of loots) {
    expect(loot.size).toBeGreaterThan(15);
    expect([stage, drawnInLoot(loot, registry, drawn, c)]).toEqual([stage, []]);
    const all = [...loot.values()].join('');
    for (const secret of [digits.slice(0, 12), bureau.valueOf('W1'), bureau.valueOf('W2'), reason])
      expect(all).not.toContain(secret);
  }
  expect(loots.get('drawn')?.get(`/b/changzi/draws/${drawNo}`)).toContain('封存抽签，检查结束后公开');
});

test('one witness who adds his own value to what is public finds nothing either', async () => {
  const registry = [...bureau.around.subjects.values()];
  const own = new Map([...(loots.get('dispatched') ?? []), ['hall', `${digits} ${bureau.valueOf('W1')}`]]);
  expect(drawnInLoot(own, registry, await drawnCodes(), c)).toEqual([]);
});

test('the commitment is sealed and salted: rules and sizes are public, the pool is not', async () => {
  const { files } = await bureau.show(drawId);
  const open = files.filter((file) => file.audience === 'public').map((file) => file.name);
  expect(open).toEqual(['bundle-frozen.zip', 'commit.json', 'log.json']);
  const { base64 } = await bureau.clerk.mustAsk(drawRoutes.readDrawFile, { drawId, name: 'commit.json' });
  expect(JSON.parse(Buffer.from(base64, 'base64').toString())).toMatchObject({
    mode: 'sealed',
    pool: { salted: true, count: 41 },
  });
  const { result, sealing } = await bureau.show(drawId);
  const entries = await bureau.sql(`select entry from portal_log_entry where entry like '%"result"%'`);
  expect(JSON.parse(String(entries[0]?.['entry']))).toMatchObject({ c, h: result?.hash });
  expect(sealing).toMatchObject({ closed: false, reason, unsealed: null, visits: { all: 9, open: 9 } });
});

test('the room sees that the numbers came, and neither the numbers nor whom they drew', async () => {
  const live = await bureau.app.inject({ url: `/b/changzi/draws/${drawNo}/live.json`, remoteAddress: '10.8.0.1' });
  const { view }: CeremonyNews = live.json();
  expect(view).toMatchObject({ status: 'dispatched', drawn: null, sealed: { drawnAt: expect.any(String) } });
  expect(view.sources.map(({ value, stands }) => [value, stands])).toEqual(Array(3).fill([null, true]));
  expect(view.strata.flatMap(({ lots, rest }) => [...lots, ...rest])).toEqual([]);
  const page = loots.get('dispatched')?.get(`/b/changzi/draws/${drawNo}/live`) ?? '';
  expect(page).toContain('已到，封存');
});

test('an inspector sees the visits he was drawn for and nothing of the others', async () => {
  const zhao = await bureau.as('赵一');
  const seen = await zhao.mustAsk(drawRoutes.showDraw, { drawId });
  expect(seen).toMatchObject({ objectsDrawn: [], teams: [], sealing: { closed: true } });
  expect(await zhao.ask(drawRoutes.listRoster, { drawId })).toMatchObject({
    status: 403,
    refusal: { code: 'draw-sealed' },
  });
  expect(await zhao.ask(drawRoutes.readDrawFile, { drawId, name: 'selected.csv' })).toMatchObject({ status: 403 });
  const { rows } = await zhao.mustAsk(inspectionRoutes.listInspections, { size: 100 });
  const { rows: all } = await bureau.clerk.mustAsk(inspectionRoutes.listInspections, { size: 100 });
  expect(all).toHaveLength(9);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(9);
  expect(rows.every((row) => row.mine)).toBe(true);
  const foreign = all.find((row) => !rows.some((own) => own.id === row.id));
  expect(await zhao.ask(inspectionRoutes.showInspection, { inspectionId: foreign?.id ?? '' })).toMatchObject({
    status: 404,
  });
});

test('the log of the house says who did what, without the numbers', async () => {
  const administrator = await bureau.as('管理员');
  const { rows } = await administrator.mustAsk(auditRoutes.listAuditEntries, { size: 100 });
  const told = JSON.stringify(rows);
  const { result, objectsDrawn } = await bureau.show(drawId);
  expect(rows.map((row) => row.eventType)).toContain('draw-completed');
  const secrets = [
    digits,
    bureau.valueOf('W1'),
    result?.seed,
    result?.sampleKey,
    ...objectsDrawn.map((one) => one.code),
  ];
  for (const secret of secrets) expect(told).not.toContain(secret);
});

test('the next draw leaves nobody out for having been drawn under the seal: its exclusions are public', async () => {
  const drawn = () => inRead(bureau.database, bureau.bureauId, earlierSelections);
  expect(await drawn()).toEqual([]);
  await bureau.sql(`update draw set state = state - 'sealing' where draw_id = $1`, [drawId]);
  expect(await drawn()).toHaveLength(9);
  await bureau.sql(`update draw set state = state || $2 where draw_id = $1`, [drawId, { sealing: { reason } }]);
});

test('an amendment under the seal is public only after it: the hash of its line could be tried out', async () => {
  const entries = async () => bureau.sql(`select entry from portal_log_entry where entry like '%"amendment"%'`);
  expect(await entries()).toEqual([]);
  expect((await bureau.show(drawId)).files.find((file) => file.name === 'amendments.jsonl')?.audience).toBe('auditors');
  const seen = await (await bureau.as('赵一')).mustAsk(drawRoutes.showAmendments, { drawId });
  expect(seen.visits.length).toBeGreaterThan(0);
  expect(seen.visits.length).toBeLessThan(9);
  expect(seen).toMatchObject({ requests: [], amendments: [], reserves: [], inspectors: [] });
});

test('salts and result stand on the disk under a key of their own', async () => {
  const names = ['salts.csv', 'filesalts.json', 'selected.csv', 'seed.json', 'bundle-auditors.zip'];
  const rows = await bureau.sql(
    'select distinct f.name, s.personal from draw_file f join stored_file s using (bureau_id, hash) where f.draw_id = $1 and f.name = any($2)',
    [drawId, names],
  );
  expect(rows.map((row) => [row['name'], row['personal']]).sort()).toEqual(names.sort().map((name) => [name, true]));
});

test('a witness’s own page shows his own number and no other', async () => {
  const shown = await bureau.nobody().mustAsk(witnessRoutes.showWitness, { token: bureau.tokenOf(drawId, 'W1') });
  expect(shown).toMatchObject({ drawn: true, revealed: { value: bureau.valueOf('W1') } });
  for (const secret of [digits, bureau.valueOf('W2'), ...(await drawnCodes())]) {
    expect(JSON.stringify(shown)).not.toContain(secret);
  }
});

test('the operator unseals when the last visit is over; before that the leader decides, and says why', async () => {
  await bureau.clerk.reauthenticate(testPassword);
  const early = await bureau.clerk.send(drawRoutes.unsealDraw, await bureau.about(drawId));
  expect(early).toMatchObject({ status: 409, refusal: { code: 'visits-still-open' } });
  await bureau.leader.reauthenticate(testPassword);
  const silent = await bureau.leader.send(drawRoutes.unsealDraw, await bureau.about(drawId));
  expect(silent).toMatchObject({ status: 422, refusal: { code: 'unsealing-needs-reason' } });
  const [row] = (await bureau.clerk.mustAsk(disclosureRoutes.listDisclosures, { size: 10 })).rows;
  expect(row).toBeUndefined();
});

test('after the unsealing everything is public, and anyone computes what was drawn', async () => {
  await bureau.leader.reauthenticate(testPassword);
  const why = '行动已提前结束';
  await bureau.leader.mustSend(drawRoutes.unsealDraw, { ...(await bureau.about(drawId)), reason: why });
  const again = await bureau.leader.send(drawRoutes.unsealDraw, { ...(await bureau.about(drawId)), reason: why });
  expect(again).toMatchObject({ status: 409, refusal: { code: 'already-unsealed' } });

  await look('unsealed');
  const registry = [...bureau.around.subjects.values()];
  const found = drawnInLoot(loots.get('unsealed') ?? new Map(), registry, await drawnCodes(), c);
  expect(found.filter((line) => line.startsWith('named'))).toHaveLength(9);
  expect(found.some((line) => line.startsWith('key'))).toBe(true);
  const logged = await bureau.sql(`select entry from portal_log_entry where entry like '%"amendment"%'`);
  expect(logged).toHaveLength(1);
  const page = loots.get('unsealed')?.get(`/b/changzi/draws/${drawNo}`) ?? '';
  for (const word of [reason, why, '开封', '待检查']) expect(page).toContain(word);
});

test('the bundle of an unsealed draw: the public one fails nothing, the auditors’ one is complete with the log’s key', async () => {
  const auditor = await bureau.as('纪检');
  await auditor.reauthenticate(testPassword);
  const taken = await auditor.mustSend(drawRoutes.takeAuditorsFile, { drawId, name: 'bundle-auditors.zip' });
  const whole = readBundle(Buffer.from(taken.base64, 'base64'));
  const logKeys = [bureau.database.logSigner.key];
  expect(whole.ok && verify(whole.value, { logKeys }).verdict).toBe('complete');
  const shown = await bureau.clerk.mustAsk(drawRoutes.readDrawFile, { drawId, name: 'bundle-public.zip' });
  const open = readBundle(Buffer.from(shown.base64, 'base64'));
  const report = open.ok ? verify(open.value, { logKeys }) : undefined;
  const entry = await bureau.clerk.mustAsk(drawRoutes.readDrawFile, { drawId, name: 'result-entry.json' });
  const proof = Buffer.from(entry.base64, 'base64');
  expect(whole.ok && verifyResultEntry(whole.value, proof, { logKeys })).toMatchObject({ code: 'in-the-log' });
  expect(open.ok && verifyResultEntry(open.value, proof, { logKeys })).toMatchObject({ code: 'files-withheld' });
  expect(report?.verdict).toBe('partial');
  expect(report?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  // The same files always give the same bytes: both are made again here from what they hold.
  for (const [zip, held] of [
    [taken, whole],
    [shown, open],
  ] as const) {
    expect(held.ok && Buffer.from(bundleOf(held.value)).toString('base64')).toBe(zip.base64);
  }
  expect(open.ok && [...open.value.keys()].includes('salts.csv')).toBe(false);
});

test('once the last visit is over the operator unseals, without a reason and without the leader', async () => {
  const { id } = await bureau.draw('complete', { sealing: { reason } });
  const about = () => bureau.about(id);
  await bureau.clerk.mustSend(drawRoutes.runDraw, await about());
  await bureau.clerk.mustSend(drawRoutes.dispatchTask, await about());
  // What the field work itself does is shown elsewhere; here only its end counts.
  const ended = (of: string) =>
    bureau.sql(
      `update inspection i set ended_on = '2022-04-01' from visit v
       where v.visit_id = i.visit_id and v.draw_id = $1 and ${of}`,
      [id],
    );
  await ended('v.place > 1');
  await bureau.clerk.reauthenticate(testPassword);
  expect(await bureau.clerk.send(drawRoutes.unsealDraw, await about())).toMatchObject({
    refusal: { code: 'visits-still-open' },
  });
  await ended('v.place = 1');
  const { rows } = await bureau.clerk.mustAsk(drawRoutes.listDraws, { status: 'dispatched' });
  // Three working days: 2 April, a Saturday worked for 清明, then 6 and 7.
  expect(rows.find((row) => row.id === id)?.sealed).toEqual({ openVisits: 0, unsealBy: '2022-04-07', overdue: false });
  await bureau.clerk.mustSend(drawRoutes.unsealDraw, await about());
  expect((await bureau.show(id)).sealing).toMatchObject({ unsealed: { act: { name: '何书' }, early: null } });
});
