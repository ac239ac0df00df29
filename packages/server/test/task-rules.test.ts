import {
  accountRoutes,
  drawRoutes,
  exchangeRoutes,
  planRoutes,
  policyRoutes,
  registryRoutes,
} from '@mingchou/contract';
import {
  type CalendarDate,
  checkCharacterOf,
  profileForTask,
  resolvePolicy,
  type SubjectId,
  type TaskId,
} from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { newId } from '../src/id.ts';
import type { Client } from '../src/shell/client.ts';
import { adoptSamplePolicy } from './harness/policy.ts';
import { type TestBureau, testBureau } from './harness.ts';

let bureau: TestBureau;
let clerk: Client;
let deputy: Client;
let taskId: TaskId;
const stations: SubjectId[] = [];
beforeAll(async () => {
  bureau = await testBureau({ now: '2022-04-01T01:00:00Z' });
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
  await adoptSamplePolicy(clerk, 'zz');
  for (const [at, name] of ['天', '地', '玄', '黄'].entries()) stations.push(await addStation(at, name));
  taskId = await plannedTask();
});
afterAll(() => bureau.close());

async function addStation(at: number, name: string): Promise<SubjectId> {
  const first17 = `91140428XX${String(at + 1).padStart(7, '0')}`;
  const { id } = await clerk.mustSend(registryRoutes.addSubject, {
    ...{ name: `长子县${name}字号加油站`, codeKind: 'credit', code: first17 + checkCharacterOf(first17) },
    ...{ address: '长子县丹朱镇示例路1号', region: '140428', sector: 'hazchem-trade', priority: 'ordinary' },
    ...{ grounds: [], creditGrade: 'B', standardisation: null, sectionId: null },
  });
  return id;
}

const content = {
  ...{ name: '2022年危险化学品经营企业双随机抽查', selection: 'targeted' as const, scope: '全县危险化学品经营企业' },
  items: [{ itemId: null, title: '危险化学品经营企业监督检查' }],
  ...{ sectors: ['hazchem-trade'], level: 'all' as const, rounds: 1, partners: [] },
  ratio: {
    ...{ operator: '=' as const, base: 'sector-registry' as const, value: { n: 1, d: 5 } },
    ...{ rounding: 'ceil' as const, frequency: null },
  },
  window: { from: '2022-04-01' as CalendarDate, to: '2022-06-30' as CalendarDate },
  initiator: '长子县应急管理局',
};

/** A task as the opening of an approved row leaves it; how a plan is approved is not what these tests are about. */
async function plannedTask(): Promise<TaskId> {
  const head = { title: '2022年度抽查计划', documentNo: null, issuedOn: null, addressees: '', upstream: [] };
  const { planId, version } = await clerk.mustSend(planRoutes.createPlan, { year: 2022, head });
  const { rowId } = await clerk.mustSend(planRoutes.addPlanRow, { planId, version, content });
  const approved = { status: 'approved', rows: [{ ...content, id: rowId, no: 1, base: 4, approvedCount: 1 }] };
  await bureau.sql(`update plan set status = 'approved', state = state || $2 where plan_id = $1`, [
    planId,
    JSON.stringify(approved),
  ]);
  const id = newId<TaskId>();
  const order = {
    ...{ planId, planRowId: rowId, year: 2022, rowNo: 1, name: content.name, objects: '危险化学品经营企业' },
    ...{ scope: content.scope, selection: 'targeted', sectors: content.sectors, level: 'all' },
    ...{ approvedBase: 4, approvedCount: 1, sum: '4×20%＝0.8，进一，1家', from: '2022-04-01', to: '2022-06-30' },
  };
  const state = { status: 'planned', id, order, openedAt: '2022-04-01T01:00:00Z' };
  await bureau.sql(
    `insert into task (bureau_id, task_id, plan_row_id, year, row_no, name, status, state, version, opened_at, changed_by, changed_at)
     values ($1, $2, $3, 2022, 1, $4, 'planned', $5, 1, $6, '何书', $6)`,
    [bureau.bureauId, id, rowId, order.name, JSON.stringify(state), state.openedAt],
  );
  return id;
}

const clause = { source: '任务审批单第3号', place: '二', verified: true };
const seats = (value: number) => ({ 'team.minInspectors': { value, clause } });

async function previewed() {
  const { plain } = await clerk.mustAsk(drawRoutes.showDesign, { taskId });
  return clerk.mustAsk(drawRoutes.previewDraw, { taskId, design: JSON.stringify(plain) });
}

test('one task sets a rule otherwise with a reason and a clause; another person approves, and its draw follows', async () => {
  const asked = { taskId, key: 'team.minInspectors' as const, rules: seats(3), reason: '涉及重大危险源，须一人记录' };
  const { id, version } = await clerk.mustSend(policyRoutes.proposeTaskRule, asked);
  expect(await clerk.send(policyRoutes.approveTaskRule, { id, version })).toMatchObject({ status: 403 });
  expect((await previewed()).findings).toContainEqual(
    expect.objectContaining({ code: 'inspectors-too-few', needed: 2 }),
  );

  await deputy.mustSend(policyRoutes.approveTaskRule, { id, version });
  const shown = await deputy.mustAsk(policyRoutes.taskRules, { taskId });
  expect(shown).toMatchObject({
    ...{ name: '2022年危险化学品经营企业双随机抽查', undrawn: true },
    rules: [{ status: 'approved', reason: asked.reason, proposed: { name: '何书' }, decided: { name: '吕审' } }],
  });
  expect(resolvePolicy(profileForTask(shown.profile, shown.rules), 'team.minInspectors')).toMatchObject({
    ...{ value: 3, layer: 'task', reason: asked.reason, clause },
  });
  expect((await previewed()).findings).toContainEqual(
    expect.objectContaining({ code: 'inspectors-too-few', needed: 3 }),
  );
  const { profile } = await clerk.mustAsk(policyRoutes.currentPolicy, {});
  expect(resolvePolicy(profile, 'team.minInspectors').value).toBe(2);
  const logged = await bureau.sql(`select event_type, event from audit_entry where aggregate_id = $1`, [id]);
  expect(logged.map((row) => row['event_type']).sort()).toEqual(['task-rule-approved', 'task-rule-proposed']);
  expect(JSON.stringify(logged)).toContain(asked.reason);
});

test('a task cannot go below a floor of the law, nor touch what is one for the whole bureau', async () => {
  const ask = (input: z.input<typeof policyRoutes.proposeTaskRule.input>) =>
    clerk.send(policyRoutes.proposeTaskRule, input);
  const one = { taskId, key: 'team.minInspectors' as const, rules: seats(1), reason: '人手不足' };
  expect(await ask(one)).toMatchObject({
    ...{ status: 422 },
    refusal: {
      message: '没有另定：「每次最少执法人员」低于法律规定，任何任务都不能低于。请改到规定之内。',
    },
  });
  const { terms } = (await clerk.mustAsk(accountRoutes.whoAmI, {})).bureau;
  expect(
    await ask({ taskId, key: 'terms', rules: { terms: { value: terms, clause } }, reason: '换个叫法' }),
  ).toMatchObject({
    status: 422,
    refusal: { code: 'task-rule-not-for-tasks' },
  });
  expect(await ask({ ...one, reason: ' ' })).toMatchObject({ status: 400 });
  expect(await ask({ ...one, taskId: newId<TaskId>() })).toMatchObject({ status: 404 });
});

test('once a draw is prepared the task’s rules stand', async () => {
  const asked = { taskId, key: 'draw.reserve' as const, reason: '候补多备一家' };
  const rules = { 'draw.reserve': { value: { count: 2 }, clause } };
  const waiting = await clerk.mustSend(policyRoutes.proposeTaskRule, { ...asked, rules });
  const setStatus = (status: string) =>
    bureau.sql(
      `update task set status = $2, state = jsonb_set(state, '{status}', to_jsonb($2::text)) where task_id = $1`,
      [taskId, status],
    );
  await setStatus('drawing');
  expect(await deputy.send(policyRoutes.approveTaskRule, waiting)).toMatchObject({
    refusal: { message: '没有另定：这项任务已开始抽签，抽签按准备时的规则办。要另定的，请先作废这次抽签。' },
  });
  await setStatus('planned');
  await deputy.mustSend(policyRoutes.declineTaskRule, { ...waiting, reason: '候补已够' });
});

test('no layer lets one inspector go alone, and none knows a rule that would open the log, the draw or a name', async () => {
  const { profile, latest } = await clerk.mustAsk(policyRoutes.currentPolicy, {});
  const change = { key: 'team.minInspectors' as const, rules: seats(1), effectiveOn: '2022-05-01' };
  for (const layer of ['province', 'own'] as const) {
    expect(
      await clerk.send(policyRoutes.proposePolicyChange, { change: { ...change, layer }, reason: '人手不足' }),
    ).toMatchObject({
      ...{ status: 422 },
      refusal: { code: 'policy-below-floor', message: expect.stringContaining('低于法律规定') },
    });
    const whole = { ...profile, [layer]: { ...profile[layer], ...seats(1) } };
    expect(
      await clerk.send(policyRoutes.proposeProfile, { version: latest, profile: whole, reason: '整体采用' }),
    ).toMatchObject({
      refusal: { code: 'policy-below-floor' },
    });
  }
  const loose = ['draw.logImmutable', 'draw.keepFinished', 'record.signed', 'item.published', 'disclosure.redacted'];
  for (const key of loose) {
    const rules = { [key]: { value: false, clause } } as never;
    for (const layer of ['province', 'own'] as const) {
      const made = { layer, key: key as never, rules, effectiveOn: '2022-05-01' };
      expect(await clerk.send(policyRoutes.proposePolicyChange, { change: made, reason: '放宽' })).toMatchObject({
        status: 400,
      });
    }
    expect(
      await clerk.send(policyRoutes.proposeTaskRule, { taskId, key: key as never, rules, reason: '放宽' }),
    ).toMatchObject({
      status: 400,
    });
  }
});

test('N-19: a partner department’s visits fill the cap, and the object leaves the draw until one is withdrawn', async () => {
  const capped = {
    ...{ taskId, key: 'frequency.cap' as const, reason: '照省厅口径，全年至多2次' },
    rules: { 'frequency.cap': { value: [{ sectors: [], grade: null, times: 2 }], clause } },
  };
  await deputy.mustSend(policyRoutes.approveTaskRule, await clerk.mustSend(policyRoutes.proposeTaskRule, capped));
  const overCap = async () => (await previewed()).excluded.find(({ reason }) => reason === 'frequency-cap')?.count ?? 0;
  const [first, second] = stations;
  if (first === undefined || second === undefined) throw new Error('no stations');
  const visit = { subjectId: first, department: '县市场监督管理局', evidence: '现场检查记录第1号' };
  await clerk.mustSend(registryRoutes.registerOutsideVisit, { ...visit, on: '2022-02-10' });
  expect(await overCap()).toBe(0);
  const { id } = await clerk.mustSend(registryRoutes.registerOutsideVisit, { ...visit, on: '2022-03-08' });
  expect(await overCap()).toBe(1);

  await clerk.mustSend(registryRoutes.withdrawOutsideVisit, { id, reason: '记错了企业' });
  expect(await overCap()).toBe(0);
  expect(await clerk.send(registryRoutes.withdrawOutsideVisit, { id, reason: '再撤' })).toMatchObject({ status: 409 });
  const shown = await clerk.mustAsk(registryRoutes.showSubject, { id: first });
  expect(shown.outsideVisits).toMatchObject([
    { on: '2022-03-08', registeredBy: '何书', withdrawn: { by: '何书', reason: '记错了企业' } },
    { on: '2022-02-10', withdrawn: null },
  ]);
  // Registered rightly now, on the same day by the same department.
  await clerk.mustSend(registryRoutes.registerOutsideVisit, { ...visit, on: '2022-03-08' });
  expect(await overCap()).toBe(1);
});

test('N-19: a partner’s list of visits is read from a file row by row, and counts once however often it is read', async () => {
  const [, second] = stations;
  if (second === undefined) throw new Error('no stations');
  const { code } = await clerk.mustAsk(registryRoutes.showSubject, { id: second });
  const line = (...cells: string[]) => cells.join(',');
  const rows = [
    line('单位名称', '信用代码', '检查日期', '检查机关', '依据'),
    line('长子县地字号加油站', code, '2022-01-20', '县消防救援大队', '检查记录7号'),
    line('长子县地字号加油站', code, '2022-03-01', '县市场监督管理局', '检查记录8号'),
    line('外县加油站', '91140429XX00000015', '2022-03-01', '县市场监督管理局', '检查记录9号'),
    line('长子县地字号加油站', code, '2022-12-01', '县市场监督管理局', '还没有去'),
  ];
  const read = (lines: readonly string[]) =>
    clerk.mustSend(exchangeRoutes.dryRunImport, {
      ...{ target: 'visit' as const, fileName: '联合检查清单.csv' },
      base64: Buffer.from(lines.join('\r\n')).toString('base64'),
    });
  const tried = await read(rows);
  expect(tried.counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 2 });
  expect(tried.rows.flatMap(({ row, problems }) => problems.map(({ text }) => `${row} ${text}`))).toEqual([
    '4 名录里没有代码「91140429XX00000015」，请先登记或改正',
    '5 日期不能晚于今天（2022-04-01）',
  ]);
  const good = await read(rows.slice(0, 3));
  await clerk.mustSend(exchangeRoutes.confirmImport, { dryRunId: good.id, mode: 'all-or-nothing' });
  expect((await read(rows.slice(0, 3))).counts).toEqual({ new: 0, changed: 0, same: 2, wrong: 0 });
  const { excluded } = await previewed();
  expect(excluded.find(({ reason }) => reason === 'frequency-cap')?.count).toBe(2);
});
