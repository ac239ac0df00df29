import { randomUUID } from 'node:crypto';
import { addressOf } from '@mingchou/contract';
import { mayGive, permissions, roles } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeModules } from '../src/composition.ts';
import type { Binding } from '../src/shell/module.ts';
import { type TestBureau, testBureau } from './harness.ts';

/** What works without a session, by name; anything else that does is a hole. */
const openToAll = [
  ...['sign-in-choices', 'sign-in', 'sign-in-as', 'sign-out', 're-authenticate', 'change-password', 'set-up'],
  // A witness has no account; his own link, a secret of its own, opens these.
  ...['show-witness', 'seal-witness', 'reveal-witness'],
];

let bureau: TestBureau;
let bindings: readonly Binding[] = [];
const cookies = new Map<string, string>();
beforeAll(async () => {
  bureau = await testBureau({
    compose: (ports) => {
      const modules = composeModules(ports);
      bindings = modules.flatMap((module) => module.bindings);
      return modules;
    },
  });
  const people = ['管理员', '何书', '施核', '赵一', '吕审', '纪检', '钱二'];
  for (const [at, role] of roles.entries()) {
    const name = people[at] ?? '';
    await bureau.sql('update person set roles = array[$1] where name = $2', [role, name]);
    cookies.set(role, `mingchou_session=${(await bureau.as(name)).cookie()}`);
  }
});
afterAll(() => bureau.close());

function call({ route }: Binding, cookie: string | undefined) {
  const headers = { 'x-mingchou': '1', 'idempotency-key': randomUUID(), ...(cookie === undefined ? {} : { cookie }) };
  const url = addressOf(route);
  return route.kind === 'command'
    ? bureau.app.inject({ method: 'POST', url, headers, payload: {} })
    : bureau.app.inject({ method: 'GET', url, headers });
}

function expected({ kind, route }: Binding, role: string): boolean {
  const named = permissions[route.name];
  const held = roles.filter((each) => each === role);
  if (named !== undefined) return mayGive(route.name, held);
  return kind === 'query' && role !== 'partner';
}

test('only signing in and setting up work without a session', async () => {
  const open = bindings.filter(({ kind }) => kind === 'open').map(({ route }) => route.name);
  expect(open).toEqual(openToAll);
});

test('every command stands in the table of permissions, and no two routes share a name', () => {
  const commands = bindings.filter(({ kind }) => kind === 'command').map(({ route }) => route.name);
  expect(commands.filter((name) => permissions[name] === undefined)).toEqual([]);
  const names = bindings.map(({ route }) => route.name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('nobody without a session gets anything but 401, whatever the route', async () => {
  const answers = new Map<string, number>();
  for (const binding of bindings.filter(({ kind }) => kind !== 'open')) {
    answers.set(binding.route.name, (await call(binding, undefined)).statusCode);
  }
  expect([...answers].filter(([, status]) => status !== 401)).toEqual([]);
});

test.each([...roles])('%s may give exactly the commands and ask the questions of the table', async (role) => {
  const wrong: string[] = [];
  for (const binding of bindings.filter(({ kind }) => kind !== 'open')) {
    const { statusCode, body } = await call(binding, cookies.get(role));
    const refused = statusCode === 403 && body.includes('"not-permitted"');
    if (refused === expected(binding, role)) wrong.push(`${binding.route.name}: ${statusCode}`);
    if (statusCode >= 500) wrong.push(`${binding.route.name}: ${statusCode}`);
  }
  expect(wrong).toEqual([]);
});
