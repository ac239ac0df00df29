import { accountRoutes, planRoutes, policyRoutes } from '@mingchou/contract';
import { resolvePolicy, type CalendarDate } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../src/shell/client.ts';
import { adoptSamplePolicy } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
let clerk: Client;
let deputy: Client;
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-04-01T01:00:00Z' });
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
  await adoptSamplePolicy(clerk, 'zz');
});
afterAll(() => bureau.close());

const clause = { source: '长应急〔2022〕9号', place: '三', verified: false };
const three = {
  layer: 'own' as const,
  key: 'team.minInspectors' as const,
  rules: { 'team.minInspectors': { value: 3, clause } },
  effectiveOn: '2022-05-01' as CalendarDate,
};

const tillDecember = {
  name: '2022年危险化学品生产经营企业双随机抽查计划',
  selection: 'targeted' as const,
  items: [{ itemId: null, title: '危险化学品生产经营企业监督检查' }],
  scope: '全县危险化学品生产经营企业',
  sectors: ['hazchem-trade'],
  level: 'all' as const,
  ratio: {
    operator: '=' as const,
    base: 'sector-registry' as const,
    value: { n: 1, d: 5 },
    rounding: 'ceil' as const,
    frequency: null,
  },
  rounds: 1,
  window: { from: '2022-10-01' as CalendarDate, to: '2022-12-20' as CalendarDate },
  initiator: '长子县应急管理局',
  partners: [],
};

test('one key is changed from a later day on, after another person has approved it', async () => {
  const { id, version } = await clerk.mustSend(policyRoutes.proposePolicyChange, {
    change: three,
    reason: '两人一组人手不够记录',
  });
  expect(await clerk.send(policyRoutes.approvePolicyChange, { id, version })).toMatchObject({ status: 403 });
  await deputy.mustSend(policyRoutes.approvePolicyChange, { id, version });
  expect(await clerk.mustAsk(policyRoutes.currentPolicy, {})).toMatchObject({ version: 1, latest: 2, unread: [] });

  bureau.clock.set('2022-05-01T01:00:00Z');
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
  const current = await clerk.mustAsk(policyRoutes.currentPolicy, {});
  expect(current.version).toBe(2);
  expect(resolvePolicy(current.profile, 'team.minInspectors')).toMatchObject({ value: 3, clause });
  const history = await deputy.mustAsk(policyRoutes.policyHistory, {});
  expect(history).toMatchObject({
    inForce: 2,
    versions: [{ version: 2 }, { version: 1 }],
    changes: [{ status: 'approved', proposed: { name: '何书' }, decided: { name: '吕审' }, mine: false }],
  });
  const events = await bureau.sql(`select event_type from audit_entry where noun = 'policy' order by event_type`);
  expect(events.map((row) => row['event_type'])).toEqual([
    'policy-adopted',
    'policy-adopted',
    'policy-change-approved',
    'policy-change-proposed',
  ]);
});

test('a change below the law is refused with the key named', async () => {
  const one = {
    ...three,
    rules: { 'team.minInspectors': { value: 1, clause } },
    effectiveOn: '2022-06-01' as CalendarDate,
  };
  expect(await clerk.send(policyRoutes.proposePolicyChange, { change: one, reason: '人手不足' })).toMatchObject({
    status: 422,
    refusal: { message: expect.stringContaining('「每次最少执法人员」低于法律规定') },
  });
});

test('before anybody approves, the page tells what a change would do to the open work', async () => {
  const { planId, version } = await clerk.mustSend(planRoutes.createPlan, {
    year: 2022,
    head: { title: '2022年度抽查计划', documentNo: null, issuedOn: null, addressees: '', upstream: [] },
  });
  await clerk.mustSend(planRoutes.addPlanRow, { planId, version, content: tillDecember });
  const change = {
    layer: 'own' as const,
    key: 'deadline.ownTasks' as const,
    rules: { 'deadline.ownTasks': { value: { kind: 'month-day' as const, month: 11, day: 30 }, clause } },
    effectiveOn: '2022-06-01',
  };
  const { impacts } = await clerk.mustAsk(policyRoutes.previewPolicyChange, { change: JSON.stringify(change) });
  expect(impacts.map(({ kind, open, rows }) => [kind, open, rows.length])).toEqual([
    ['plan', 1, 1],
    ['task', 0, 0],
    ['draw', 0, 0],
    ['inspection', 0, 0],
    ['disclosure', 0, 0],
  ]);
  expect(impacts[0]?.rows[0]).toMatchObject({
    name: '2022年 2022年度抽查计划',
    after: expect.stringContaining('任务1的时间晚于本级任务的完成期限'),
  });
  expect((await clerk.ask(policyRoutes.previewPolicyChange, { change: 'x' })).status).toBe(400);
});

test('a stored key that this release does not know is passed over and named', async () => {
  await bureau.sql(
    `update policy set profile = jsonb_set(profile, '{own,disclosure.sms}', '{"value": true}') where version = 2`,
  );
  expect((await clerk.mustAsk(policyRoutes.currentPolicy, {})).unread).toEqual(['本局 disclosure.sms']);
});

test('the shipped samples of five bureaus stand ready for comparison', async () => {
  const { profiles } = await clerk.mustAsk(policyRoutes.listSamplePolicies, {});
  expect(profiles.map((profile) => profile.bureau)).toContain('长子县应急管理局');
  expect(profiles).toHaveLength(5);
});

test('a whole profile is adopted as one key is: proposed by one, approved by another, and refused once the rules moved on', async () => {
  const { profile, latest } = await clerk.mustAsk(policyRoutes.currentPolicy, {});
  expect(await clerk.send(policyRoutes.adoptPolicy, { version: latest, profile })).toMatchObject({
    refusal: { message: '没有采用：本局已有规则，换一份须由另一人批准。请提出整份规则，由分管领导批准后采用。' },
  });
  const next = { ...profile, own: { ...profile.own, 'draw.reserve': { value: { count: 2 }, clause } } };
  const ask = { version: latest, profile: next, reason: '照2022年新计划整体更新' };
  const first = await clerk.mustSend(policyRoutes.proposeProfile, ask);
  const second = await clerk.mustSend(policyRoutes.proposeProfile, { ...ask, reason: '同上，重提' });
  expect(await clerk.send(policyRoutes.approveProfile, first)).toMatchObject({ status: 403 });
  expect((await clerk.mustAsk(policyRoutes.currentPolicy, {})).latest).toBe(latest);

  expect(await deputy.mustSend(policyRoutes.approveProfile, first)).toEqual({ version: latest + 1 });
  expect(await deputy.send(policyRoutes.approveProfile, second)).toMatchObject({ refusal: { code: 'policy-stale' } });
  await clerk.mustSend(policyRoutes.declineProfile, { ...second, reason: '已采用' });
  const history = await deputy.mustAsk(policyRoutes.policyHistory, {});
  expect(history.versions[0]).toMatchObject({ version: latest + 1, adoptedBy: '吕审' });
  expect(history.proposals).toMatchObject([
    { status: 'declined', decided: { name: '何书', reason: '已采用' } },
    { status: 'approved', reason: ask.reason, proposed: { name: '何书' }, decided: { name: '吕审' } },
  ]);
  const same = { ...ask, version: latest + 1 };
  expect(await clerk.send(policyRoutes.proposeProfile, same)).toMatchObject({
    refusal: { code: 'policy-same-profile' },
  });
});

test('a refusal and the session speak the bureau’s own words, and the new ones from the day on which they hold', async () => {
  const administrator = await bureau.as('管理员');
  const stranger = {
    ...{
      name: '周五',
      login: 'zhouwu',
      roles: ['sectionChief' as const],
      sectionId: '019283aa-0000-7000-8000-000000000000',
    },
    ...{ phone: null, identityNumber: null, password: 'Hai-mei-2022-yong' },
  };
  expect(await administrator.send(accountRoutes.addPerson, stranger)).toMatchObject({
    refusal: { message: '没有保存：所选股室不在本局。请重新选择' },
  });
  const { terms } = (await clerk.mustAsk(accountRoutes.whoAmI, {})).bureau;
  expect(terms).toMatchObject({ section: '股室', legalSection: '法规股', subject: '抽查对象' });
  const change = {
    ...{ layer: 'own' as const, key: 'terms' as const, effectiveOn: '2022-05-01' as CalendarDate },
    rules: { terms: { value: { ...terms, section: '内设大队' }, clause } },
  };
  const proposed = await clerk.mustSend(policyRoutes.proposePolicyChange, { change, reason: '机构改革' });
  await deputy.mustSend(policyRoutes.approvePolicyChange, proposed);
  expect(await administrator.send(accountRoutes.addPerson, { ...stranger })).toMatchObject({
    refusal: { message: '没有保存：所选内设大队不在本局。请重新选择' },
  });
});
