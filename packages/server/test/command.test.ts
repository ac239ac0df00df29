import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountRoutes, command, query, type RefusalTable } from '@mingchou/contract';
import { ok, type Result, refuse } from '@mingchou/domain';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { appendAudit } from '../src/audit/append.ts';
import { composeModules } from '../src/composition.ts';
import { newId } from '../src/id.ts';
import { answer, bind, type Module } from '../src/shell/module.ts';
import { type TestBureau, testBureau, testPassword } from './harness.ts';

type ProbeRefusal = { readonly code: 'too-odd'; readonly odd: number };
const probeRefusals = {
  'too-odd': { status: 422, message: ({ odd }) => `没有登记：${odd} 是单数` },
} satisfies RefusalTable<ProbeRefusal>;

// Names of commands that the table of permissions knows, under a noun of their own.
const add = command({
  ...{ noun: 'probe', name: 'add-section', summary: '登记一个数' },
  ...{ input: z.object({ number: z.number().int().min(0) }), reply: z.object({ id: z.string(), number: z.number() }) },
});
const careful = command({
  ...{ noun: 'probe', name: 'enable-person', summary: '重新输入密码后登记', reauthenticate: true },
  ...{ input: z.object({}), reply: z.object({}), acknowledgeChained: true },
});
const broken = command({
  ...{ noun: 'probe', name: 'change-roles', summary: '出错', input: z.object({}), reply: z.object({}) },
});
const slow = query({
  ...{
    noun: 'probe',
    name: 'list-people',
    summary: '清点',
    input: z.object({}),
    reply: z.object({ found: z.number() }),
  },
});

let waiting = 0;

const probe: Module = {
  noun: 'probe',
  bindings: [
    bind(
      add,
      probeRefusals,
      async (tx, actor, { number }): Promise<Result<{ id: string; number: number }, ProbeRefusal>> => {
        const id = newId();
        await appendAudit(tx, actor, { noun: 'probe', aggregateId: id, version: 1, event: { type: 'number-added' } });
        // Long enough that the others come while this one is under way.
        if (waiting > 0) await sleep(waiting);
        // Refused late, so that the test sees the rollback.
        if (number % 2 === 1) return refuse({ code: 'too-odd', odd: number });
        return ok({ id, number });
      },
    ),
    bind(careful, {}, async (tx, actor) => {
      await appendAudit(tx, actor, {
        noun: 'probe',
        aggregateId: newId(),
        version: 1,
        event: { type: 'done-with-care' },
      });
      return ok({});
    }),
    bind(broken, {}, async (tx) => {
      await sql`select 1 / 0`.execute(tx.db);
      return ok({});
    }),
    answer(slow, {}, async ({ db, bureauId }) => {
      const rows = await db.selectFrom('audit_entry').select('entry_id').where('bureau_id', '=', bureauId).execute();
      return ok({ found: rows.length });
    }),
  ],
};

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau({ compose: (ports) => [...composeModules(ports), probe] });
});
afterAll(() => bureau.close());

async function added(): Promise<number> {
  const [row] = await bureau.sql("select count(*)::int as n from audit_entry where event_type = 'number-added'");
  return Number(row?.n);
}

async function post(url: string, headers: Record<string, string>, payload: object | string = {}) {
  const cookie = `mingchou_session=${(await bureau.as('管理员')).cookie()}`;
  const common = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  return bureau.app.inject({ method: 'POST', url, headers: { ...common, ...headers }, payload });
}

test('one key sent twenty times at once does the thing once and gives the same bytes each time', async () => {
  const before = await added();
  waiting = 50;
  const cookie = `mingchou_session=${(await bureau.as('管理员')).cookie()}`;
  const headers = { cookie, 'x-mingchou': '1', 'idempotency-key': randomUUID() };
  const responses = await Promise.all(
    Array.from({ length: 20 }, () =>
      bureau.app.inject({ method: 'POST', url: '/api/probe/add-section', headers, payload: { number: 8 } }),
    ),
  );
  waiting = 0;
  expect(new Set(responses.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
  expect(new Set(responses.map(({ body }) => body)).size).toBe(1);
  expect(await added()).toBe(before + 1);
});

test('the same key with another content is refused and does nothing', async () => {
  const client = await bureau.as('管理员');
  const key = randomUUID();
  await client.send(add, { number: 2 }, { key });
  const before = await added();
  const again = await client.send(add, { number: 4 }, { key });
  expect(again).toMatchObject({ ok: false, status: 409, refusal: { code: 'idempotency-key-reused' } });
  expect(await added()).toBe(before);
});

test('a refusal leaves no trace, and the same key may be sent again when the reason is gone', async () => {
  const client = await bureau.as('管理员');
  const before = await added();
  const refused = await client.send(add, { number: 3 });
  expect(refused).toMatchObject({
    ...{ ok: false, status: 422 },
    refusal: { code: 'too-odd', message: '没有登记：3 是单数', facts: { odd: 3 } },
  });
  expect(await added()).toBe(before);
});

test('a key holds for one person in all browsers he has open', async () => {
  const key = randomUUID();
  const [one, other] = [await bureau.as('管理员'), await bureau.as('管理员')];
  const same = await Promise.all([one.send(add, { number: 6 }, { key }), other.send(add, { number: 6 }, { key })]);
  expect(same[0]).toEqual(same[1]);
});

test('however often keys and contents are mixed, each key has one effect', async () => {
  const client = await bureau.as('管理员');
  const sendings = fc.array(fc.record({ key: fc.integer({ min: 0, max: 2 }), half: fc.integer({ min: 0, max: 1 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(sendings, async (mixed) => {
      const before = await added();
      const run = randomUUID();
      await Promise.all(mixed.map(({ key, half }) => client.send(add, { number: half * 2 }, { key: `${run}-${key}` })));
      expect(await added()).toBe(before + new Set(mixed.map(({ key }) => key)).size);
    }),
    { numRuns: 15 },
  );
});

test('a request that no page of ours sent is refused', async () => {
  const forged = { code: 'forged-request' };
  const without = await post('/api/probe/add-section', {}, { number: 2 });
  expect([without.statusCode, without.json()]).toMatchObject([403, forged]);
  const foreign = await post('/api/probe/add-section', { 'x-mingchou': '1', origin: 'https://example.com' });
  expect([foreign.statusCode, foreign.json()]).toMatchObject([403, forged]);
  const site = await post('/api/probe/add-section', { 'x-mingchou': '1', 'sec-fetch-site': 'cross-site' });
  expect([site.statusCode, site.json()]).toMatchObject([403, forged]);
  const signIn = await post('/api/account/sign-in', { origin: 'https://example.com' });
  expect([signIn.statusCode, signIn.json()]).toMatchObject([403, forged]);
});

test('signed out is 401, the wrong role is 403, and neither is told what is wrong with the input', async () => {
  expect(await bureau.nobody().send(add, { number: -1 })).toMatchObject({
    status: 401,
    refusal: { code: 'signed-out' },
  });
  const inspector = await bureau.as('赵一');
  expect(await inspector.send(add, { number: -1 })).toMatchObject({ status: 403, refusal: { code: 'not-permitted' } });
  expect(await inspector.ask(slow, {})).toMatchObject({ status: 403, refusal: { code: 'not-permitted' } });
});

test('each wrong field is named with Chinese words', async () => {
  const client = await bureau.as('管理员');
  const wrong = await client.send(accountRoutes.addPerson, {
    ...{ login: 'A', name: '', roles: [], sectionId: null, phone: null, identityNumber: null, password: 'x' },
  });
  expect(wrong).toMatchObject({ status: 400, refusal: { code: 'invalid-input' } });
  const fields = wrong.ok ? [] : wrong.refusal.fields;
  expect(fields).toEqual([
    { path: 'login', message: '登录名为2到30个汉字、字母或数字' },
    { path: 'name', message: '请填写' },
    { path: 'roles', message: '至少选一项' },
  ]);
});

test('text that is no JSON, a missing key and an unknown address have Chinese answers', async () => {
  const unreadable = await post('/api/probe/add-section', { 'x-mingchou': '1' }, '{"number":');
  expect([unreadable.statusCode, unreadable.json()]).toMatchObject([400, { code: 'unreadable-request' }]);
  const keyless = await post('/api/probe/add-section', { 'x-mingchou': '1', 'idempotency-key': 'x' }, { number: 2 });
  expect([keyless.statusCode, keyless.json()]).toMatchObject([400, { code: 'idempotency-key-missing' }]);
  const unknown = await post('/api/probe/no-such', { 'x-mingchou': '1' });
  expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'no-such-address' }]);
  const method = await bureau.app.inject({ method: 'GET', url: '/api/probe/add-section' });
  expect([method.statusCode, method.headers.allow]).toEqual([405, 'POST']);
});

test('a fault answers 500 with a number to read out, and nothing of its cause', async () => {
  const client = await bureau.as('管理员');
  const fault = await client.send(broken, {});
  expect(fault).toMatchObject({ ok: false, status: 500, refusal: { code: 'fault' } });
  const text = fault.ok ? '' : fault.refusal.message;
  expect(text).toMatch(/^系统出错，本次没有办理。.*（编号 [0-9A-F]{4}-[0-9A-F]{4}）$/);
  expect(text).not.toContain('zero');
});

test('an irreversible command asks for the password again, which holds for five minutes', async () => {
  const client = await bureau.as('管理员');
  expect(await client.send(careful, {})).toMatchObject({ status: 403, refusal: { code: 'reauthentication-required' } });
  await client.reauthenticate(testPassword);
  expect(await client.send(careful, {})).toMatchObject({ ok: true });
  bureau.clock.advance({ minutes: 5 });
  expect(await client.send(careful, {})).toMatchObject({ ok: true });
  bureau.clock.advance({ seconds: 1 });
  expect(await client.send(careful, {})).toMatchObject({ status: 403, refusal: { code: 'reauthentication-required' } });
});

test('a command that acknowledges its entry replies when the entry stands in the chain', async () => {
  const client = await bureau.as('管理员');
  await client.reauthenticate(testPassword);
  await client.mustSend(careful, {});
  const [row] = await bureau.sql(`
    select count(*)::int as unchained from audit_entry e
    where event_type = 'done-with-care' and not exists (select from audit_link l where l.entry_id = e.entry_id)`);
  expect(row).toEqual({ unchained: 0 });
});
