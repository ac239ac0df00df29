import { planRoutes, policyRoutes } from '@mingchou/contract';
import type { BaseCount, Clause, ItemFacts, ItemId, PlanId, PlanRowId, PolicyProfile } from '@mingchou/domain';
import { parseCalendarDate } from '@mingchou/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountModule } from '../src/modules/account/index.ts';
import { auditModule } from '../src/modules/audit/index.ts';
import { publishPlanSnapshot } from '../src/modules/disclosure/index.ts';
import { planModule } from '../src/modules/plan/index.ts';
import { policyModule, policyOf } from '../src/modules/policy/index.ts';
import type { Client } from '../src/shell/client.ts';
import { type TestBureau, testBureau } from './harness.ts';

/** A made-up bureau whose plan goes to the government and is filed above (N-12, F-25). */
const clause: Clause = { source: '演示县计划管理办法', place: '三', verified: true };
const on = (text: string) => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const profile: PolicyProfile = {
  bureau: '演示县应急管理局',
  effectiveOn: on('2022-01-01'),
  province: {},
  own: {
    sectors: {
      value: [
        { code: 'mine', label: '矿山', short: '矿山', key: true },
        { code: 'store', label: '仓库', short: '仓库', key: false },
      ],
      clause,
    },
    'plan.governmentApproval': { value: 'needed', clause },
    'plan.filing': { value: { with: '演示市应急管理局', within: { n: 5, unit: 'workday' } }, clause },
  },
};
const counts: readonly BaseCount[] = [
  { sector: 'mine', level: 'priority', count: 6 },
  { sector: 'store', level: 'ordinary', count: 41 },
];
const itemId = '01900000-0000-7000-8000-000000000001' as ItemId;
const item: ItemFacts = { id: itemId, title: '对企业的行政检查', published: true, sectors: ['mine', 'store'] };

let bureau: TestBureau;
let clerk: Client;
let deputy: Client;

beforeAll(async () => {
  bureau = await testBureau({
    now: '2022-03-01T01:00:00Z',
    compose: (house) => [
      accountModule({ mode: house.mode }),
      auditModule(),
      policyModule({ adopted: () => Promise.resolve(), impacts: () => Promise.resolve([]) }),
      planModule(
        {
          policy: policyOf,
          baseCounts: () => Promise.resolve(counts),
          items: () => Promise.resolve([item]),
          inspectors: () => Promise.resolve(12),
          publishPlanSnapshot,
        },
        { bureau: () => Promise.resolve({ name: profile.bureau }), demonstration: true },
      ),
    ],
  });
  clerk = await bureau.as('何书');
  deputy = await bureau.as('吕审');
  await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile });
});
afterAll(() => bureau.close());

interface Saved {
  readonly planId: PlanId;
  readonly version: number;
}
const about = ({ planId, version }: Saved): Saved => ({ planId, version });
const today = on('2022-03-01');
const scan = {
  name: '批复.pdf',
  mediaType: 'application/pdf' as const,
  base64: Buffer.from('%PDF-').toString('base64'),
};

/** A plan of two rows: all 6 mines, a fifth of the 41 stores. */
async function draft(year: number): Promise<Saved & { readonly rows: readonly PlanRowId[] }> {
  const head = { title: `${year}年抽查工作计划`, documentNo: null, issuedOn: null, addressees: '', upstream: [] };
  let saved: Saved = await clerk.mustSend(planRoutes.createPlan, { year, head });
  const rows: PlanRowId[] = [];
  for (const [name, sector, d] of [
    ['矿山抽查', 'mine', 1],
    ['仓库抽查', 'store', 5],
  ] as const) {
    const content = {
      name,
      selection: 'targeted' as const,
      items: [{ itemId, title: item.title }],
      scope: `全县${name.slice(0, 2)}`,
      sectors: [sector],
      level: 'all' as const,
      ratio: {
        operator: '=' as const,
        base: 'sector-registry' as const,
        value: { n: 1, d },
        rounding: 'ceil' as const,
        frequency: null,
      },
      rounds: 1,
      window: { from: on(`${year}-04-01`), to: on(`${year}-06-30`) },
      initiator: profile.bureau,
      partners: [],
    };
    const added = await clerk.mustSend(planRoutes.addPlanRow, { ...about(saved), content });
    rows.push(added.rowId);
    saved = added;
  }
  return { ...about(saved), rows };
}

async function byBureau(year: number): Promise<Saved> {
  const submitted = await clerk.mustSend(planRoutes.submitPlan, about(await draft(year)));
  return deputy.mustSend(planRoutes.approvePlan, submitted);
}

async function byGovernment(year: number): Promise<Saved> {
  const sent = await clerk.mustSend(planRoutes.sendPlanToGovernment, {
    ...about(await byBureau(year)),
    to: '演示县人民政府',
    sentOn: today,
  });
  const answer = { outcome: 'approved' as const, answeredOn: today, documentNo: '演政批〔2022〕1号', opinion: '' };
  return clerk.mustSend(planRoutes.recordGovernmentAnswer, { ...about(sent), ...answer, file: scan });
}

describe('the chain beyond the bureau', () => {
  test('no publication before the government has approved; its number and paper stand with the plan', async () => {
    const waiting = await byBureau(2031);
    expect(await deputy.send(planRoutes.publishPlan, about(waiting))).toMatchObject({
      status: 409,
      refusal: { code: 'plan-in-other-state' },
    });
    const target = { ...about(waiting), to: '演示县人民政府' };
    expect(await clerk.send(planRoutes.sendPlanToGovernment, { ...target, sentOn: on('2022-03-02') })).toMatchObject({
      status: 422,
      refusal: {
        code: 'plan-date-in-future',
        message: '没有登记：报送日期晚于今天（2022-03-01）。请填已经发生的日期。',
      },
    });
    const inspector = await bureau.as('赵一');
    expect((await inspector.send(planRoutes.sendPlanToGovernment, { ...target, sentOn: today })).status).toBe(403);

    const { planId, version } = await byGovernment(2032);
    const shown = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(shown.approval.government).toMatchObject({
      sent: { to: '演示县人民政府', sentOn: '2022-03-01' },
      answer: { documentNo: '演政批〔2022〕1号', file: { name: '批复.pdf' } },
    });
    expect(shown.history[0]?.what).toBe('登记演示县人民政府3月1日批准，演政批〔2022〕1号');
    const hash = shown.approval.government?.answer?.file?.hash ?? '';
    const kept = await clerk.mustAsk(planRoutes.planFile, { planId, hash });
    expect(Buffer.from(kept.base64, 'base64').toString()).toBe('%PDF-');
    expect((await clerk.ask(planRoutes.planFile, { planId, hash: '0'.repeat(64) })).status).toBe(404);

    await deputy.mustSend(planRoutes.publishPlan, { planId, version });
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2032'");
    expect(snapshot?.['view']).toMatchObject({
      government: { by: '演示县人民政府', on: '2022-03-01', documentNo: '演政批〔2022〕1号' },
      filing: null,
    });
  });

  test('filing has its deadline and clause; the receipt reaches the public snapshot', async () => {
    const approved = await byGovernment(2033);
    const { planId } = approved;
    const { approval } = await clerk.mustAsk(planRoutes.showPlan, { planId });
    expect(approval.filing).toMatchObject({
      with: '演示市应急管理局',
      last: '2022-03-08',
      late: false,
      clause: { source: '演示县计划管理办法' },
    });
    const published = await deputy.mustSend(planRoutes.publishPlan, about(approved));
    const filed = await clerk.mustSend(planRoutes.filePlan, { ...about(published), sentOn: today });
    const receipt = { receivedOn: today, receiptNo: '备2022-7', file: null };
    await clerk.mustSend(planRoutes.recordFilingReceipt, { ...about(filed), ...receipt });
    const [snapshot] = await bureau.sql("select view from portal_snapshot where kind = 'plan' and key = '2033'");
    expect(snapshot?.['view']).toMatchObject({ filing: { with: '演示市应急管理局', receiptNo: '备2022-7' } });
    const types = await bureau.sql(
      `select event_type from audit_entry where aggregate_id = '${planId}' order by version desc limit 4`,
    );
    expect(types.map((row) => row['event_type'])).toEqual([
      'plan-filing-received',
      'plan-filed',
      'plan-published',
      'plan-approved-by-government',
    ]);
  });
});
