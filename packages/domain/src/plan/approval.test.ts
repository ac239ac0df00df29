import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate, Instant } from '../time.ts';
import { addDays, dateOf, instantOf } from '../time.ts';
import {
  approvedOn,
  filePlan,
  filingStateOf,
  recordFilingReceipt,
  recordGovernmentAnswer,
  sendToGovernment,
} from './approval.ts';
import { evolvePlan } from './evolve.ts';
import { approvePlan, publishPlan, submitPlan } from './flow.ts';
import { at, clause, clerk, deputy, draftPlan, on, policyWith, rowId, surroundings, valueOf } from './made-up-plan.ts';
import { orderOf } from './order.ts';
import type { Plan } from './plan.ts';

const asks = policyWith({
  'plan.governmentApproval': { value: 'needed', clause: clause('九') },
  'plan.filing': {
    value: { with: '演示市应急管理局', within: { n: 5, unit: 'workday' } },
    clause: clause('十'),
  },
});
const later = (days: number): Instant => instantOf(Date.UTC(2030, 2, 1 + days, 2));
const step = (days: number) => ({ actor: clerk, at: later(days) });
const to = '演示县人民政府';
const answer = { answeredOn: on('2030-03-06'), documentNo: '演政批〔2030〕2号', opinion: '同意', file: null };

const submitted = (): Plan => {
  const draft = draftPlan();
  return evolvePlan(draft, valueOf(submitPlan(draft, clerk, at, surroundings())));
};
const byBureau = (policy = asks): Plan => {
  const plan = submitted();
  return evolvePlan(plan, valueOf(approvePlan(plan, deputy, at, policy)));
};
const sent = (): Plan => {
  const plan = byBureau();
  return evolvePlan(plan, valueOf(sendToGovernment(plan, { to, sentOn: on('2030-03-02') }, step(1))));
};
const byGovernment = (): Plan => {
  const plan = sent();
  return evolvePlan(plan, valueOf(recordGovernmentAnswer(plan, { outcome: 'approved', ...answer }, step(6))));
};

describe('报同级政府批准', () => {
  test('where the rules ask for it, the bureau’s approval orders no draw yet and nothing is published (N-12)', () => {
    expect(byBureau().status).toBe('awaiting-government');
    expect(orderOf(byBureau(), rowId(2))).toBeUndefined();
    expect(publishPlan(byBureau(), clerk, at)).toMatchObject({
      refusal: { code: 'plan-in-other-state', status: '待政府批准' },
    });
  });

  test('where they do not, the bureau’s approval is the last one', () => {
    expect(byBureau(policyWith()).status).toBe('approved');
  });

  test('sent, then approved with number and day: from then on the rows order their draws', () => {
    const plan = byGovernment();
    expect(plan).toMatchObject({ status: 'approved', government: { documentNo: '演政批〔2030〕2号', sent: { to } } });
    expect(orderOf(plan, rowId(2))).toMatchObject({ approvedCount: 9 });
    expect(plan.status === 'approved' && approvedOn(plan)).toBe('2030-03-06');
  });

  test('returned with its opinion the plan is the next draft, its numbers are open again', () => {
    const plan = sent();
    const back = { ...answer, outcome: 'returned' as const, documentNo: '', opinion: '补充工作日测算' };
    const draft = evolvePlan(plan, valueOf(recordGovernmentAnswer(plan, back, step(6))));
    expect(draft).toMatchObject({
      status: 'draft',
      edition: 2,
      sentBack: { kind: 'government', reason: '演示县人民政府3月6日退回：补充工作日测算' },
      rows: [{ approvedCount: null }, { approvedCount: null }],
    });
    expect(recordGovernmentAnswer(plan, { ...back, opinion: ' ' }, step(6))).toMatchObject({
      refusal: { code: 'plan-reason-missing' },
    });
  });

  test('no answer before the plan is sent, no second sending, none of it for a plan that does not wait for it', () => {
    expect(recordGovernmentAnswer(byBureau(), { outcome: 'approved', ...answer }, step(6))).toMatchObject({
      refusal: { code: 'plan-not-sent-yet' },
    });
    expect(sendToGovernment(sent(), { to, sentOn: on('2030-03-03') }, step(6))).toMatchObject({
      refusal: { code: 'plan-already-sent', sentOn: '2030-03-02' },
    });
    expect(sendToGovernment(submitted(), { to, sentOn: on('2030-03-03') }, step(6))).toMatchObject({
      refusal: { code: 'plan-in-other-state' },
    });
  });
});

describe('报上级备案', () => {
  test('counted in the rule’s working days from the last approval; late is said and bars nothing', () => {
    const plan = byGovernment();
    // 6 March 2030 is a Wednesday: five working days later is the 13th.
    expect(filingStateOf(plan, asks, on('2030-03-13'))).toMatchObject({ last: '2030-03-13', late: false });
    expect(filingStateOf(plan, asks, on('2030-03-14'))).toMatchObject({ late: true });
    const filed = evolvePlan(plan, valueOf(filePlan(plan, on('2030-03-20'), asks, step(30))));
    expect(filingStateOf(filed, asks, on('2030-03-31'))).toMatchObject({ late: true });
  });

  test('receipt after filing, also of a plan that is public by then', () => {
    const open = byGovernment();
    const plan = evolvePlan(open, valueOf(publishPlan(open, clerk, later(6))));
    const receipt = { receivedOn: on('2030-03-12'), receiptNo: '备2030-7', file: null };
    expect(recordFilingReceipt(plan, receipt, step(20))).toMatchObject({ refusal: { code: 'plan-not-filed-yet' } });
    const filed = evolvePlan(plan, valueOf(filePlan(plan, on('2030-03-11'), asks, step(20))));
    const done = evolvePlan(filed, valueOf(recordFilingReceipt(filed, receipt, step(20))));
    expect(done).toMatchObject({ status: 'published', filing: { with: '演示市应急管理局', receipt } });
    expect(filePlan(done, on('2030-03-12'), asks, step(20))).toMatchObject({ refusal: { code: 'plan-already-filed' } });
    expect(recordFilingReceipt(done, receipt, step(20))).toMatchObject({
      refusal: { code: 'plan-filing-already-received' },
    });
  });

  test('nothing is filed before approval, nor where the rules name nobody', () => {
    expect(filePlan(byBureau(), on('2030-03-02'), asks, step(3))).toMatchObject({
      refusal: { code: 'plan-in-other-state' },
    });
    expect(filePlan(byGovernment(), on('2030-03-11'), policyWith(), step(20))).toMatchObject({
      refusal: { code: 'plan-filing-not-asked' },
    });
    expect(filingStateOf(byGovernment(), policyWith(), on('2030-03-14'))).toBeNull();
  });
});

test('every step is dated from the step before it to today, whatever date is given', () => {
  const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(on('2030-03-01'), days));
  const within = (date: CalendarDate, from: string, today: Instant) => date >= from && date <= dateOf(today);
  fc.assert(
    fc.property(day, (date) => {
      const results = [
        [sendToGovernment(byBureau(), { to, sentOn: date }, step(9)), '2030-03-01'],
        [recordGovernmentAnswer(sent(), { ...answer, outcome: 'approved', answeredOn: date }, step(9)), '2030-03-02'],
        [filePlan(byGovernment(), date, asks, step(9)), '2030-03-06'],
      ] as const;
      for (const [result, earliest] of results) expect(result.ok).toBe(within(date, earliest, later(9)));
    }),
  );
});
