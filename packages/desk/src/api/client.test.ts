import { command, query } from '@mingchou/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ask, newIdempotencyKey, send, writeQuery } from './client.ts';
import { reauthenticationGate, signInGate } from './gate.ts';

const submitPlan = command({
  noun: 'plan',
  name: 'submit-plan',
  summary: '提交审批',
  input: z.object({ planId: z.string() }),
  reply: z.object({ version: z.number() }),
});
const readPlan = query({
  noun: 'plan',
  name: 'read-plan',
  summary: '读一份计划',
  input: z.object({ planId: z.string() }),
  reply: z.object({ title: z.string() }),
});

function serverAnswers(...answers: readonly (readonly [status: number, body: unknown])[]) {
  const calls: Request[] = [];
  const waiting = [...answers];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    calls.push(new Request(`http://localhost${address}`, init));
    const [status, body] = waiting.shift() ?? [500, {}];
    return Response.json(body, { status });
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

test('a command is posted to its own address with the key and the header that other sites cannot set', async () => {
  const calls = serverAnswers([200, { version: 2 }]);
  expect(await send(submitPlan, { planId: 'a' }, 'key-1')).toEqual({ ok: true, value: { version: 2 } });
  const [call] = calls;
  expect(call?.url).toBe('http://localhost/api/plan/submit-plan');
  expect(call?.headers.get('idempotency-key')).toBe('key-1');
  expect(call?.headers.get('x-mingchou')).toBe('1');
});

test('when the session has ended the command waits for the sign-in and is sent again under the same key', async () => {
  const calls = serverAnswers([401, { code: 'signed-out', message: '登录已失效' }], [200, { version: 2 }]);
  const outcome = send(submitPlan, { planId: 'a' }, 'key-1');
  await vi.waitUntil(signInGate.isWaiting);
  signInGate.settle(true);
  expect(await outcome).toEqual({ ok: true, value: { version: 2 } });
  expect(calls.map((call) => call.headers.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
});

test('whoever turns away from the password gets the refusal and nothing is sent again', async () => {
  const refusal = { code: 'reauthentication-required', message: '这一步需要重新输入密码' };
  const calls = serverAnswers([403, refusal]);
  const outcome = send(submitPlan, { planId: 'a' }, 'key-1');
  await vi.waitUntil(reauthenticationGate.isWaiting);
  reauthenticationGate.settle(false);
  expect(await outcome).toEqual({ ok: false, status: 403, refusal });
  expect(calls).toHaveLength(1);
});

test('a reply that does not fit the contract is a fault, never shown as if it were true', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  serverAnswers([200, { title: 7 }]);
  const outcome = await ask(readPlan, { planId: 'a' });
  expect(outcome).toMatchObject({ ok: false, status: 502 });
});

test('a server out of reach says that nothing was changed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  expect(await ask(readPlan, { planId: 'a' })).toMatchObject({ ok: false, status: 0 });
});

test('the query string leaves out what is empty and repeats the key of a list', () => {
  expect(writeQuery({ search: '', page: 2, status: ['draft', 'approved'], year: undefined })).toBe(
    'page=2&status=draft&status=approved',
  );
});

test('an idempotency key is a version 4 UUID', () => {
  expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
