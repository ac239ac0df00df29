import { accountRoutes } from '@mingchou/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestBureau, testBureau, testPassword } from './harness.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.close());

test('a person signs in with login and password and is told who he is', async () => {
  const client = bureau.nobody();
  expect((await client.ask(accountRoutes.whoAmI, {})).status).toBe(401);
  const { bureauId } = bureau;
  const came = await client.send(accountRoutes.signIn, { bureauId, login: '何书', password: testPassword });
  expect(came).toMatchObject({ ok: true });
  const me = await client.mustAsk(accountRoutes.whoAmI, {});
  expect(me.person.name).toBe('何书');
});
