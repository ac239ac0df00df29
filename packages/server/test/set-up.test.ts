import { accountRoutes } from '@mingchou/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSetupLink } from '../src/composition.ts';
import { type TestHouse, testHouse } from './harness.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse({ mode: 'production' });
});
afterEach(() => house.close());

async function newToken(): Promise<string> {
  const link = await makeSetupLink(house.database.app, house.clock, 'https://cz.example');
  expect(link).toMatch(/^https:\/\/cz\.example\/desk\/set-up#[A-Za-z0-9_-]{43}$/);
  return link.split('#')[1] ?? '';
}

const bureau = { slug: 'changzi', name: '长子县应急管理局', regionCode: '140428', sectionWord: '股室' as const };
const administrator = { login: 'guanli', name: '孙管', password: 'First-2022-pass' };

test('an empty house has nobody to sign in as, until the one-time link registers the bureau and its administrator', async () => {
  const client = house.nobody();
  expect((await client.mustAsk(accountRoutes.signInChoices, {})).bureaus).toEqual([]);
  const { bureauId } = await client.mustSend(accountRoutes.setUp, { token: await newToken(), bureau, administrator });
  await client.mustSend(accountRoutes.signIn, { bureauId, login: 'guanli', password: 'First-2022-pass' });
  const me = await client.mustAsk(accountRoutes.whoAmI, {});
  expect(me).toMatchObject({ bureau: { name: '长子县应急管理局' }, person: { roles: ['administrator'] } });
});

test('a link works once, also when two people follow it at once', async () => {
  const token = await newToken();
  const answers = await Promise.all(
    ['changzi', 'zhangzi'].map((slug) =>
      house.nobody().send(accountRoutes.setUp, { token, bureau: { ...bureau, slug, name: slug }, administrator }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await house.sql('select count(*)::int as n from bureau')).toEqual([{ n: 1 }]);
});

test('a link is void after a day, and a made-up one always', async () => {
  const token = await newToken();
  house.clock.advance({ hours: 24 });
  for (const tried of [token, 'x'.repeat(43)]) {
    const answer = await house.nobody().send(accountRoutes.setUp, { token: tried, bureau, administrator });
    expect(answer).toMatchObject({ status: 422, refusal: { code: 'setup-link-void' } });
  }
});

test('a weak password or a bureau that exists does not use the link up', async () => {
  const token = await newToken();
  const weak = { ...administrator, password: 'guanli' };
  const first = await house.nobody().send(accountRoutes.setUp, { token, bureau, administrator: weak });
  expect(first).toMatchObject({ status: 422, refusal: { code: 'password-too-short' } });
  expect(await house.nobody().send(accountRoutes.setUp, { token, bureau, administrator })).toMatchObject({ ok: true });
  const second = await newToken();
  const known = await house.nobody().send(accountRoutes.setUp, { token: second, bureau, administrator });
  expect(known).toMatchObject({ status: 409, refusal: { code: 'bureau-exists' } });
});
