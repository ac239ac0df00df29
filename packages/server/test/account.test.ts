import { accountRoutes } from '@mingchou/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkPassword, hashPassword } from '../src/modules/account/password-hash.ts';
import { sealNumbers } from '../src/modules/account/personal-numbers.ts';
import { clientOf } from '../src/shell/client.ts';
import { inTx, type TestBureau, type TestHouse, testHouse, testPassword } from './harness.ts';

let house: TestHouse;
let bureau: TestBureau;
let founded = 0;
beforeAll(async () => {
  house = await testHouse({ mode: 'production' });
});
// A bureau for each test is as good as a database for each, and much cheaper.
beforeEach(async () => {
  founded += 1;
  bureau = await house.addBureau(`ju-${founded}`, `第${founded}局`);
});
afterAll(() => house.close());

function signIn(login: string, password: string, client = bureau.nobody()) {
  return client.send(accountRoutes.signIn, { bureauId: bureau.bureauId, login, password });
}

async function events(type: string): Promise<Record<string, unknown>[]> {
  const query = 'select actor_name, aggregate_id, event from audit_entry where event_type = $1 and bureau_id = $2';
  return bureau.sql(query, [type, bureau.bureauId]);
}

test('the fifth wrong password locks the name for thirty minutes, also against the right password', async () => {
  for (let failure = 1; failure <= 4; failure += 1) {
    expect(await signIn('何书', 'wrong')).toMatchObject({ refusal: { code: 'wrong-login-or-password' } });
  }
  expect(await signIn('何书', 'wrong')).toMatchObject({ status: 423, refusal: { code: 'name-locked' } });
  expect(await signIn('何书', testPassword)).toMatchObject({ status: 423 });
  expect(await events('name-locked')).toMatchObject([{ actor_name: '登录', event: { login: '何书' } }]);
  bureau.clock.advance({ minutes: 29, seconds: 59 });
  expect(await signIn('何书', testPassword)).toMatchObject({ status: 423 });
  bureau.clock.advance({ seconds: 1 });
  expect(await signIn('何书', testPassword)).toMatchObject({ ok: true });
});

test('guesses sent at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => signIn('施核', `guess-${index}`)));
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(4);
  expect(answers.filter(({ status }) => status === 423)).toHaveLength(4);
});

test('a name nobody has is refused and locked in the same words as one that somebody has', async () => {
  for (const login of ['何书', '查无此人']) {
    const answers = [];
    for (let failure = 1; failure <= 5; failure += 1) answers.push(await signIn(login, 'wrong'));
    expect(answers.map((answer) => (answer.ok ? 'in' : answer.refusal.message))).toEqual([
      ...Array.from({ length: 4 }, () => '没有登录：登录名或密码不对。请核对后再输，连续五次不对会锁定三十分钟'),
      '没有登录：连续五次输错，已锁定，约 30 分钟后可再试。急用请联系系统管理员重设密码',
    ]);
  }
});

test('the eleventh try under one name within a minute waits, whatever the password', async () => {
  for (let attempt = 1; attempt <= 10; attempt += 1) await signIn('施核', 'wrong');
  const answer = await signIn('施核', testPassword);
  expect(answer).toMatchObject({ status: 429, refusal: { code: 'too-many-requests' } });
  expect(await signIn('何书', testPassword)).toMatchObject({ ok: true });
});

test('the cookie is closed to scripts and foreign pages, and carries 256 random bits', async () => {
  const response = await bureau.app.inject({
    ...{ method: 'POST', url: '/api/account/sign-in', headers: { 'x-mingchou': '1' } },
    payload: { bureauId: bureau.bureauId, login: '何书', password: testPassword },
  });
  const header = String(response.headers['set-cookie']);
  expect(header).toMatch(/^mingchou_session=[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const stored = await bureau.sql('select length(token_hash) as bytes from session where bureau_id = $1', [
    bureau.bureauId,
  ]);
  expect(stored).toEqual([{ bytes: 32 }]);
});

test('signing in gives a new session and ends the one that was there', async () => {
  const planted = await bureau.as('赵一');
  const before = planted.cookie();
  await signIn('赵一', testPassword, planted);
  expect(planted.cookie()).not.toBe(before);
  const old = clientOf(bureau.app, before);
  expect(await old.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });
  expect(await planted.ask(accountRoutes.whoAmI, {})).toMatchObject({ ok: true });
});

test('entering the password again gives a new token too; the old one lasts for what is under way', async () => {
  const client = await bureau.as('何书');
  const before = clientOf(bureau.app, client.cookie());
  await client.reauthenticate(testPassword);
  expect(client.cookie()).not.toBe(before.cookie());
  bureau.clock.advance({ seconds: 9 });
  expect(await before.ask(accountRoutes.whoAmI, {})).toMatchObject({ ok: true });
  bureau.clock.advance({ seconds: 1 });
  expect(await before.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });
});

test('a session ends after an hour without a request, after twelve hours, and when its person signs out', async () => {
  const idle = await bureau.as('何书');
  bureau.clock.advance({ minutes: 60 });
  expect(await idle.ask(accountRoutes.whoAmI, {})).toMatchObject({ ok: true });
  bureau.clock.advance({ minutes: 60, seconds: 1 });
  expect(await idle.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });

  const busy = await bureau.as('何书');
  for (let hour = 0; hour < 12; hour += 1) {
    bureau.clock.advance({ hours: 1 });
    expect(await busy.ask(accountRoutes.whoAmI, {})).toMatchObject({ ok: true });
  }
  bureau.clock.advance({ seconds: 1 });
  expect(await busy.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });

  const leaving = await bureau.as('何书');
  const kept = clientOf(bureau.app, leaving.cookie());
  await leaving.mustSend(accountRoutes.signOut, {});
  expect(await kept.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });
});

test('nobody is offered to sign in as, and nothing is signed in by a click, outside a demonstration', async () => {
  const choices = await bureau.nobody().mustAsk(accountRoutes.signInChoices, {});
  expect(choices).toMatchObject({ mode: 'production', demonstrationPassword: null });
  expect(choices.bureaus.flatMap(({ people }) => people)).toEqual([]);
  const personId = bureau.personId('何书');
  const click = await bureau.nobody().send(accountRoutes.signInAs, { bureauId: bureau.bureauId, personId });
  expect(click).toMatchObject({ status: 403, refusal: { code: 'demonstration-only' } });
  const clerk = await bureau.as('何书');
  const moved = await clerk.send(accountRoutes.advanceDemonstrationClock, { to: '2030-01-01T00:00:00Z' });
  expect(moved).toMatchObject({ status: 403, refusal: { code: 'demonstration-only' } });
});

test('who changes his password goes on working here and is signed out everywhere else', async () => {
  const [here, elsewhere] = [await bureau.as('何书'), await bureau.as('何书')];
  const newPassword = 'Chang-mima-88';
  const wrong = await here.send(accountRoutes.changePassword, { password: 'wrong', newPassword });
  expect(wrong).toMatchObject({ status: 422, refusal: { code: 'wrong-password' } });
  const short = await here.send(accountRoutes.changePassword, { password: testPassword, newPassword: 'Ab1' });
  expect(short).toMatchObject({ status: 422, refusal: { code: 'password-too-short' } });
  await here.mustSend(accountRoutes.changePassword, { password: testPassword, newPassword });
  expect(await here.ask(accountRoutes.whoAmI, {})).toMatchObject({ ok: true });
  expect(await elsewhere.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });
  expect(await signIn('何书', testPassword)).toMatchObject({ status: 422 });
  expect(await signIn('何书', newPassword)).toMatchObject({ ok: true });
});

test('the administrator adds a person, who must change the first password', async () => {
  const administrator = await bureau.as('管理员');
  const input = {
    ...{ login: 'Xuliu', name: '许六', roles: ['inspector' as const], sectionId: null },
    ...{ phone: '13900001234', identityNumber: null, password: 'First-2022-pass' },
  };
  await administrator.mustSend(accountRoutes.addPerson, input);
  const again = await administrator.send(accountRoutes.addPerson, input);
  expect(again).toMatchObject({
    status: 409,
    refusal: { code: 'login-taken', message: '没有登记：登录名“xuliu”已有人使用。请换一个登录名' },
  });
  const client = bureau.nobody();
  await signIn('xuliu', 'First-2022-pass', client);
  expect((await client.mustAsk(accountRoutes.whoAmI, {})).person).toMatchObject({ mustChangePassword: true });
  expect(await events('person-added')).toHaveLength(1);
});

test('administrator and auditor hold no other role, in the rule and in the database', async () => {
  const administrator = await bureau.as('管理员');
  const input = { id: bureau.personId('何书'), version: 1, sectionId: null };
  const mixed = await administrator.send(accountRoutes.changeRoles, { ...input, roles: ['auditor', 'legalClerk'] });
  expect(mixed).toMatchObject({ status: 422, refusal: { code: 'duties-not-apart' } });
  const behind = bureau.sql(
    `update person set roles = '{administrator,legalClerk}' where name = '何书' and bureau_id = '${bureau.bureauId}'`,
  );
  await expect(behind).rejects.toThrow('duties_apart');
});

test('nobody changes his own roles or disables himself', async () => {
  const administrator = await bureau.as('管理员');
  const own = { id: bureau.personId('管理员'), version: 1 };
  const roles = await administrator.send(accountRoutes.changeRoles, { ...own, roles: ['auditor'], sectionId: null });
  expect(roles).toMatchObject({ status: 422, refusal: { code: 'own-account' } });
  const off = await administrator.send(accountRoutes.disablePerson, { ...own, reason: '离开' });
  expect(off).toMatchObject({ status: 422, refusal: { code: 'own-account' } });
});

test('a disabled person is out at once and cannot come back in', async () => {
  const administrator = await bureau.as('管理员');
  const working = await bureau.as('钱二');
  const input = { id: bureau.personId('钱二'), version: 1, reason: '调离' };
  await administrator.mustSend(accountRoutes.disablePerson, input);
  expect(await working.ask(accountRoutes.whoAmI, {})).toMatchObject({ status: 401 });
  expect(await signIn('钱二', testPassword)).toMatchObject({ status: 422 });
});

test('of two administrators who change one account at once, one is told who was faster', async () => {
  const [one, other] = [await bureau.as('管理员'), await bureau.as('管理员')];
  const input = { id: bureau.personId('李四'), version: 1, sectionId: null };
  const answers = await Promise.all([
    one.send(accountRoutes.changeRoles, { ...input, roles: ['sectionChief'] }),
    other.send(accountRoutes.changeRoles, { ...input, roles: ['inspector', 'sectionChief'] }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find((answer) => !answer.ok);
  expect(refused).toMatchObject({ refusal: { code: 'stale-person', facts: { changedBy: '管理员' } } });
});

test('numbers are masked in the list; showing one in full is logged with who saw it, without the number', async () => {
  const id = bureau.personId('赵一');
  await inTx(bureau.database, bureau.bureauId, async (tx) => {
    const sealed = await sealNumbers(tx, id, { phone: '13900001234', identityNumber: '140428199001011234' });
    await tx.db.updateTable('person').set({ sealed }).where('person_id', '=', id).execute();
  });
  const clerk = await bureau.as('何书');
  const { rows } = await clerk.mustAsk(accountRoutes.listPeople, { search: '赵一' });
  expect(rows[0]).toMatchObject({ phone: '139****1234', identityNumber: '140*************34' });
  const shown = await clerk.mustSend(accountRoutes.revealPersonNumber, { id, which: 'identityNumber' });
  expect(shown.value).toBe('140428199001011234');
  const logged = await events('number-revealed');
  expect(logged).toMatchObject([{ actor_name: '何书', aggregate_id: id }]);
  expect(JSON.stringify(logged)).not.toContain('1990');
  const colleague = await bureau.as('钱二');
  const refused = await colleague.send(accountRoutes.revealPersonNumber, { id, which: 'phone' });
  expect(refused).toMatchObject({ status: 403, refusal: { code: 'not-your-number' } });
  const owner = await bureau.as('赵一');
  expect(await owner.send(accountRoutes.revealPersonNumber, { id, which: 'phone' })).toMatchObject({ ok: true });
});

test('a reset password lifts the lock and must be changed', async () => {
  for (let failure = 1; failure <= 5; failure += 1) await signIn('吴六', 'wrong');
  const administrator = await bureau.as('管理员');
  const input = { id: bureau.personId('吴六'), version: 1, password: 'Again-2022-pass' };
  await administrator.mustSend(accountRoutes.resetPassword, input);
  expect(await signIn('吴六', 'Again-2022-pass')).toMatchObject({ ok: true });
});

test('passwords are kept as argon2id with 19 MiB and two passes', async () => {
  const hash = await hashPassword('Mingchou-2022');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword('Mingchou-2022', hash)).toBe(true);
  expect(await checkPassword('mingchou-2022', hash)).toBe(false);
});

test('what a person chose for a list is remembered for him alone', async () => {
  const [clerk, chief] = [await bureau.as('何书'), await bureau.as('施核')];
  const list = 'registry.subjects';
  const { view } = await clerk.mustAsk(accountRoutes.findListView, { list });
  expect(view).toBeNull();
  const chosen = { columns: [{ key: 'name', shown: true, width: 240 }] };
  await clerk.mustSend(accountRoutes.saveListView, { list, view: { columns: [] } });
  await clerk.mustSend(accountRoutes.saveListView, { list, view: chosen });
  expect((await clerk.mustAsk(accountRoutes.findListView, { list })).view).toEqual(chosen);
  expect((await chief.mustAsk(accountRoutes.findListView, { list })).view).toBeNull();
});

test('bad input: a cyclic section tree is refused with the circle named, and two moves at once close none', async () => {
  const administrator = await bureau.as('管理员');
  const sections = async () => (await administrator.mustAsk(accountRoutes.listSections, {})).rows;
  const [first, second, third] = await sections();
  if (first === undefined || second === undefined || third === undefined) throw new Error('three sections');
  const move = (section: typeof first, parentId: string | null) =>
    administrator.send(accountRoutes.moveSection, { id: section.id, version: section.version, parentId });
  expect(await move(second, first.id)).toMatchObject({ ok: true });
  expect(await move(third, second.id)).toMatchObject({ ok: true });
  expect(await move(first, third.id)).toMatchObject({
    ...{ status: 422 },
    refusal: {
      message: `没有调整：${first.name}之下是${second.name}之下是${third.name}之下是${first.name}，绕成了一圈。请先把${third.name}移到别处。`,
    },
  });
  expect(await move(second, null)).toMatchObject({ status: 409, refusal: { code: 'section-stale' } });

  for (const section of (await sections()).filter(({ parentId }) => parentId !== null)) await move(section, null);
  const [one, other] = await sections();
  if (one === undefined || other === undefined) throw new Error('two sections');
  const both = await Promise.all([move(one, other.id), move(other, one.id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await sections()).filter(({ parentId }) => parentId !== null)).toHaveLength(1);
});
