import { verify as verifySignature } from 'node:crypto';
import { drawRoutes, sqlTicketsWords, taskRoutes, witnessRoutes } from '@mingchou/contract';
import type { DrawId, DrawSetup } from '@mingchou/domain';
import { readBundle, verify } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrationsFolder, readMigrations } from '../src/db/migrate.ts';
import { inRead } from '../src/db/tx.ts';
import { readFile } from '../src/files/index.ts';
import { planRowId } from './harness/draw-neighbours.ts';
import { type DrawBureau, digits, drawBureau, openAt } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
});
afterAll(() => bureau.close());

const historyOf = async (drawId: DrawId) => (await bureau.show(drawId)).history.map((entry) => entry.type).reverse();

test('an approved row opens one task; a second click opens no second', async () => {
  const row = planRowId(30);
  const { taskId } = await bureau.clerk.mustSend(taskRoutes.openTask, { planRowId: row });
  const again = await bureau.clerk.send(taskRoutes.openTask, { planRowId: row });
  expect(again).toMatchObject({ ok: false, status: 409, refusal: { code: 'task-already-open' } });
  const { rows, openable } = await bureau.clerk.mustAsk(taskRoutes.listTasks, { year: 2022 });
  expect(rows.filter((task) => task.id === taskId)).toMatchObject([{ status: 'planned', approvedCount: 9 }]);
  expect(openable.map((one) => one.planRowId)).not.toContain(row);
});

test('the story: prepared, sealed, frozen, committed, thrown, confirmed, revealed, drawn, dispatched', async () => {
  const before = await bureau.draw('complete');
  expect(before).toMatchObject({ status: 'collecting', figures: { pool: 41, eligible: 41, conflicts: 3 } });
  const { status, seed } = await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(before.id));
  expect(status).toBe('drawn');

  const drawn = await bureau.show(before.id);
  expect(drawn.result).toMatchObject({ seed, selected: 9, reserves: 3, vacantSeats: 0 });
  expect(drawn.objectsDrawn.filter((object) => object.kind === 'selected')).toHaveLength(9);
  expect(drawn.teams.every((team) => team.seats.every((seat) => seat.inspector !== null))).toBe(true);

  const sent = await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(before.id));
  expect(sent).toMatchObject({ status: 'dispatched', visits: 9 });
  expect(bureau.around.dispatched.at(-1)?.visits.map((visit) => visit.seats.length)).toEqual(Array(9).fill(2));
  expect(await historyOf(before.id)).toEqual([
    'draw-prepared',
    'witness-link-issued',
    'witness-sealed',
    'witness-link-issued',
    'witness-sealed',
    'roster-frozen',
    'commitment-published',
    'dice-recorded',
    'dice-confirmed',
    'witness-revealed',
    'witness-revealed',
    'draw-completed',
    'draw-dispatched',
  ]);
});

test('the auditors’ bundle verifies whole, the public one names what it could not prove and fails nothing', async () => {
  const { id } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const { files } = await bureau.show(id);
  const reportOf = async (name: string) => {
    const hash = files.find((file) => file.name === name)?.hash ?? '';
    const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
    const bundle = readBundle(stored?.bytes ?? new Uint8Array());
    if (!bundle.ok) throw new Error(bundle.refusal.text);
    return { names: [...bundle.value.keys()], files: bundle.value, report: verify(bundle.value) };
  };
  const whole = await reportOf('bundle-auditors.zip');
  const unproven = whole.report.checks.filter((check) => check.status !== 'passed');
  // Whoever brings no key of the log leaves its signature unproven; with the key nothing is open.
  expect(unproven.map(({ name, code }) => [name, code])).toEqual([['log', 'log-key-unknown']]);
  const { logSigner } = bureau.database;
  expect(verify(whole.files, { logKeys: [logSigner.key] }).verdict).toBe('complete');
  const byCitizen = verify((await reportOf('bundle-public.zip')).files, { logKeys: [logSigner.key] });
  const logged = byCitizen.checks.find((check) => check.name === 'log');
  expect(logged).toMatchObject({
    status: 'passed',
    text: expect.stringMatching(/^承诺早于随机数，记在公开日志第\d+条$/),
  });
  const open = await reportOf('bundle-public.zip');
  expect(open.report.checks.filter((check) => check.status === 'failed')).toEqual([]);
  for (const secret of ['conflicts.csv', 'filesalts.json', 'inspectors.csv', 'assignment.csv']) {
    expect(open.names).not.toContain(secret);
  }
});

test('the portal’s snapshot follows: nothing before the commitment, dice only when two agree, then the nine', async () => {
  const { id, drawNo } = await bureau.draw('frozen');
  const snapshot = async () => {
    const [row] = await bureau.sql(`select view from portal_snapshot where kind = 'draw' and key = $1`, [
      String(drawNo),
    ]);
    return row?.['view'];
  };
  expect(await snapshot()).toBeUndefined();
  await bureau.clerk.reauthenticate(testPassword);
  await bureau.clerk.mustSend(drawRoutes.publishCommitment, { ...(await bureau.about(id)), openAt });
  expect(await snapshot()).toMatchObject({ status: 'committed', counts: { pool: 41, selected: 9 }, objectsDrawn: [] });
  bureau.clock.set('2022-04-01T08:31:00Z');
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(id)), digits });
  expect(JSON.stringify(await snapshot())).not.toContain(digits);
  await bureau.chief.mustSend(drawRoutes.confirmDice, { ...(await bureau.about(id)), digits });
  expect(await snapshot()).toMatchObject({ sources: [{ kind: 'dice', value: digits, confirmedBy: '施核' }, {}, {}] });
});

test('numbers rise by one, and each commitment names the one before', async () => {
  const first = await bureau.draw('committed');
  const second = await bureau.draw('committed');
  expect(second.drawNo).toBe(first.drawNo + 1);
  const { hash } = second.files.find((file) => file.name === 'commit.json') ?? { hash: '' };
  const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  expect(JSON.parse(Buffer.from(stored?.bytes ?? []).toString())).toMatchObject({
    prev: first.commitment?.c,
    bureau: '140428-changzi',
    drawNo: second.drawNo,
  });
});

test('draws stored by the release before strata load as draws of one stratum, void ones too', async () => {
  const update = readMigrations(migrationsFolder)
    .flatMap((one) => (one.name === '0770-draw-design.sql' ? one.statements : []))
    .find((statement) => /^update draw /m.test(statement));
  const migrates = async (id: DrawId) => {
    const before = await bureau.show(id);
    const [row] = await bureau.sql('select state from draw where draw_id = $1', [id]);
    const older = asBeforeStrata(row?.['state'] as StoredState);
    await bureau.sql('update draw set state = $2 where draw_id = $1', [id, JSON.stringify(older)]);
    await bureau.sql(update ?? '');
    expect(await bureau.show(id)).toEqual(before);
  };
  const { id: drawn } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(drawn));
  await migrates(drawn);

  const { id: preparing } = await bureau.draw('prepared');
  await migrates(preparing);
  const asked = { ...(await bureau.about(preparing)), reason: 'roster-wrong', text: '名单有误，重新核对' } as const;
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, asked);
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(preparing));
  await migrates(preparing);
});

test('until the reveal the server holds a witness’s hash and nothing from which the value could be read', async () => {
  const { id } = await bureau.draw('confirmed');
  const rows = await bureau.sql('select state::text from draw where draw_id = $1', [id]);
  const log = await bureau.sql('select event::text from audit_entry where aggregate_id = $1', [id]);
  const all = JSON.stringify([rows, log]);
  for (const witness of ['W1', 'W2']) expect(all).not.toContain(bureau.valueOf(witness));
});

test('an excluded object stands first in the roster with its reason, and cannot be drawn', async () => {
  const closed = bureau.around.subjects.get('s7');
  if (closed === undefined) throw new Error('no seventh object');
  bureau.around.subjects.set('s7', { ...closed, standing: 'suspended', evidence: '停业报告' });
  const { id } = await bureau.draw('complete');
  bureau.around.subjects.set('s7', closed);
  const { rows, total } = await bureau.clerk.mustAsk(drawRoutes.listRoster, { drawId: id, size: 5 });
  expect(total).toBe(41);
  expect(rows[0]).toMatchObject({ code: closed.code, exclusion: { reason: 'suspended', evidence: '停业报告' } });
  const { total: excluded } = await bureau.clerk.mustAsk(drawRoutes.listRoster, { drawId: id, excludedOnly: 'true' });
  expect(excluded).toBe(1);
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const { objectsDrawn } = await bureau.show(id);
  expect(objectsDrawn.map((object) => object.code)).not.toContain(closed.code);
  expect(objectsDrawn.map((object) => object.kind)).toEqual([
    ...Array(9).fill('selected'),
    ...Array(3).fill('reserve'),
  ]);
});

test('the application’s role can neither change nor delete a frozen roster or a log line', async () => {
  const { id } = await bureau.draw('committed');
  const { app } = bureau.database;
  for (const table of [
    'draw_roster',
    'draw_inspector',
    'draw_conflict',
    'draw_object',
    'draw_file',
    'portal_log_entry',
    'portal_log_node',
  ]) {
    const [row] = await bureau.sql(
      `select has_table_privilege('mingchou_app', $1, 'update') as changes, has_table_privilege('mingchou_app', $1, 'delete') as deletes`,
      [table],
    );
    expect([table, row]).toEqual([table, { changes: false, deletes: false }]);
  }
  await expect(app.deleteFrom('draw').where('draw_id', '=', id).execute()).rejects.toThrow(/permission denied/);
});

test('log.json stands under a checkpoint that the installation’s log key has signed', async () => {
  const { id, files } = await bureau.draw('committed');
  const hash = files.find((file) => file.name === 'log.json')?.hash ?? '';
  const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  const { checkpoint, index } = JSON.parse(Buffer.from(stored?.bytes ?? []).toString()) as Record<string, unknown>;
  const [body = '', line = ''] = String(checkpoint).split('\n\n');
  const { name, publicKey } = bureau.database.logSigner.key;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') };
  const signature = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64').subarray(4);
  expect(verifySignature(null, Buffer.from(`${body}\n`), { key: jwk, format: 'jwk' }, signature)).toBe(true);
  expect(body.split('\n')[0]).toBe(name);
  expect((await bureau.show(id)).commitment?.logIndex).toBe(index);
});

test('the record is printed as a draft before the draw and whole after it; the public copy only then, and without the teams', async () => {
  const { id, drawNo } = await bureau.draw('complete');
  const address = `/b/changzi/draws/${drawNo}/record.pdf`;
  const print = async () => bureau.clerk.mustAsk(drawRoutes.printRecord, { drawId: id });
  expect((await print()).name).toContain('（草稿）');
  expect((await bureau.app.inject({ url: address })).statusCode).toBe(404);

  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const printed = await print();
  expect(printed).toMatchObject({ name: `抽取记录-2022年第${drawNo}号.pdf`, mediaType: 'application/pdf' });
  expect(await print()).toEqual(printed);
  const copy = await bureau.app.inject({ url: address });
  expect([copy.statusCode, copy.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(copy.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await bureau.app.inject({ url: address })).rawPayload).toEqual(copy.rawPayload);
  expect(copy.rawPayload).not.toEqual(Buffer.from(printed.base64, 'base64'));
});

test('PostgreSQL computes the tickets again by plain SQL; a difference aborts the draw, and nothing is saved', async () => {
  const { id } = await bureau.draw('complete');
  const before = await bureau.show(id);
  const reasons = await bureau.sql(`select code, exclusion_reason from draw_roster where draw_id = $1`, [id]);
  // Somebody with the database's password excludes all but one behind the committed files' back.
  await bureau.sql(
    `update draw_roster set exclusion_reason = 'closed' where draw_id = $1
      and position <> (select min(position) from draw_roster where draw_id = $1 and exclusion_reason is null)`,
    [id],
  );
  expect(await bureau.clerk.send(drawRoutes.runDraw, await bureau.about(id))).toMatchObject({ ok: false, status: 500 });
  expect(await bureau.show(id)).toEqual(before);

  for (const { code, exclusion_reason: reason } of reasons) {
    await bureau.sql(`update draw_roster set exclusion_reason = $2 where draw_id = $1 and code = $3`, [
      id,
      reason,
      code,
    ]);
  }
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const [state] = await bureau.sql(
    `select state -> 'result' ->> 'sqlTickets' as "inSql" from draw where draw_id = $1`,
    [id],
  );
  expect(state).toEqual({ inSql: 'agreed' });
  const { result } = await bureau.show(id);
  expect(sqlTicketsWords(result?.sqlTickets ?? null)).toMatch(/^相符/);
});

test('anyone of the bureau may take the public files away, conflicts only who audits', async () => {
  const { id } = await bureau.draw('committed');
  const auditor = await bureau.as('纪检');
  const pool = await bureau.clerk.mustAsk(drawRoutes.readDrawFile, { drawId: id, name: 'pool.csv' });
  expect(Buffer.from(pool.base64, 'base64').toString().split('\n')).toHaveLength(42);
  expect(await bureau.clerk.ask(drawRoutes.readDrawFile, { drawId: id, name: 'conflicts.csv' })).toMatchObject({
    status: 403,
    refusal: { code: 'file-for-auditors' },
  });
  const wanted = { drawId: id, name: 'conflicts.csv' };
  expect(await auditor.send(drawRoutes.takeAuditorsFile, wanted)).toMatchObject({
    status: 403,
    refusal: { code: 'reauthentication-required' },
  });
  await auditor.reauthenticate(testPassword);
  const conflicts = await auditor.mustSend(drawRoutes.takeAuditorsFile, wanted);
  expect(Buffer.from(conflicts.base64, 'base64').toString().split('\n')).toHaveLength(4);
  const { history } = await bureau.show(id);
  expect(history[0]).toMatchObject({ type: 'auditors-file-taken', by: '纪检', detail: 'conflicts.csv' });
  expect(await auditor.ask(drawRoutes.readDrawFile, { drawId: id, name: 'seed.json' })).toMatchObject({ status: 404 });
});

test('a witness’s new link makes the earlier one worthless', async () => {
  const { id } = await bureau.draw('prepared');
  const nobody = bureau.nobody();
  const first = await bureau.link(id, 'W1');
  expect((await nobody.ask(witnessRoutes.showWitness, { token: first })).ok).toBe(true);
  const second = await bureau.link(id, 'W1');
  expect(await nobody.ask(witnessRoutes.showWitness, { token: first })).toMatchObject({ status: 404 });
  expect(await nobody.mustAsk(witnessRoutes.showWitness, { token: second })).toMatchObject({
    witness: 'W1',
    name: '张见',
  });
});

interface StoredState extends Record<string, unknown> {
  readonly was?: StoredState;
  readonly setup: Pick<DrawSetup, 'filter' | 'strata' | 'approvedCount'> & Record<string, unknown>;
  readonly figures?: Record<string, unknown>;
}

function asBeforeStrata(state: StoredState): unknown {
  if (state.was !== undefined) return { ...state, was: asBeforeStrata(state.was) };
  const { filter, strata, stratifiedBy: _by, quota: _quota, override: _override, ...setup } = state.setup;
  const { sectors, level } = filter;
  const [one] = strata;
  const { strata: _strata, ...figures } = state.figures ?? {};
  return {
    ...state,
    setup: { ...setup, sectors, level, stratum: one?.code, seats: one?.seats, reserve: 3 },
    ...(state.figures === undefined ? {} : { figures }),
  };
}
