import { describe, expect, test } from 'vitest';
import type { Clause, PolicyRules } from '../policy/index.ts';
import { checkPlan } from './check.ts';
import { documentOfPlan } from './check-words.ts';
import { dismissFinding, removePlanRow, updatePlanRow } from './edit.ts';
import { evolvePlan } from './evolve.ts';
import {
  at,
  clause,
  clerk,
  draftPlan,
  mineRow,
  on,
  policyWith,
  rowId,
  surroundings,
  tradeRow,
  valueOf,
} from './made-up-plan.ts';
import type { Plan, RowContent } from './plan.ts';
import { planRules } from './rule-list.ts';

const by = { personId: clerk.personId, name: clerk.name, at };
const says = (place: string, text: string): PolicyRules => ({
  'exclusion.rule': { value: 'none', clause: clause(place, text) satisfies Clause },
  'draw.type': { value: ['targeted', 'nonTargeted'], clause: clause(place, text) },
});

function found(rows: readonly RowContent[], own: PolicyRules = {}) {
  const around = surroundings({ policy: policyWith(own) });
  return checkPlan({ plan: draftPlan(rows, around), ...around }).open;
}

describe('the document’s rules over a plan on the desk', () => {
  test('a scope with an act more than its item is doubted at its row, with the words of both', () => {
    const items = [{ itemId: mineRow().items[0]?.itemId ?? null, title: '对油品经营的行政检查' }];
    expect(found([mineRow({ items, scope: '油品储存、经营企业' }), tradeRow()])).toMatchObject([
      {
        rule: 'C-07',
        verdict: '任务1的对象范围比事项宽',
        rows: [rowId(1)],
        evidence: [
          { place: '抽查事项', text: '对油品经营的行政检查' },
          { place: '对象范围', text: '油品储存、经营企业' },
        ],
        mends: ['范围改为与事项一致，底数照此重数', '事项补上储存'],
        dismissible: true,
      },
    ]);
  });

  test('what a structured rule has said of a row is not said again by its words', () => {
    const items = [{ itemId: mineRow().items[0]?.itemId ?? null, title: '对矿山（带爆破作业）的行政检查' }];
    expect(found([mineRow({ items }), tradeRow()]).map(({ id }) => id)).toEqual([`item-narrower:${rowId(1)}`]);
  });

  test('partners of a clause that no row has, and a slip of the pen in a row', () => {
    const own = says('五', '联合县公安局、县林业局共同实施。');
    const rows = [
      mineRow({ partners: ['公安部门'], selection: 'targeted' }),
      tradeRow({ scope: '全县商贸企业对像', selection: 'nonTargeted' }),
    ];
    expect(found(rows, own).map(({ rule, severity, verdict }) => [rule, severity, verdict])).toEqual([
      ['C-08', 'check', '正文写了县林业局，计划表里没有'],
      ['C-32', 'wording', '「对像」应为「对象」'],
    ]);
  });

  test('a clause cannot be mended in the plan, so none of them stops it', () => {
    const rows = [mineRow({ selection: 'targeted' }), tradeRow({ selection: 'nonTargeted' })];
    const own = says('七', '抽查结束后5个工作日内公开结果。检查组应当于5日内公开结果。');
    expect(found(rows, own)).toMatchObject([{ rule: 'C-18', severity: 'check', dismissible: true }]);
  });

  test('every row stands in the document once, under the plan’s own number and date', () => {
    const around = surroundings();
    const plan = draftPlan([mineRow(), tradeRow()], around);
    const { number, issuedOn, tables } = documentOfPlan({ plan, ...around });
    expect({ number, issuedOn, rows: tables.map(({ rows }) => rows.map(({ no }) => no)) }).toEqual({
      number: null,
      issuedOn: '2030-03-03',
      rows: [['1', '2']],
    });
  });
});

describe('one list of classes for both readers', () => {
  test('every finding of a plan has its class, is as serious as it or less, and says a way out', () => {
    const worst = [
      mineRow({ items: [{ itemId: null, title: '督查' }], window: { from: on('2030-01-01'), to: on('2030-12-31') } }),
      tradeRow({ scope: '全县商贸企业（带仓库）', rounds: 1, partners: ['公安部门'] }),
    ];
    const own: PolicyRules = {
      ...says('五', '联合县林业局共同实施，采取定向抽查或不定项抽查，考核检查次数。'),
      'target.count': { value: [{ label: '全年', count: 99 }], clause: clause('四') },
      'team.minInspectors': { value: 1, clause: clause('三') },
    };
    const all = found(worst, own);
    expect(all.length).toBeGreaterThan(7);
    const rank = { must: 0, check: 1, wording: 2 };
    for (const one of all) {
      const rule = planRules.find(({ id }) => id === one.rule);
      expect([one.id, rule !== undefined && rank[one.severity] >= rank[rule.severity]]).toEqual([one.id, true]);
      expect([one.id, one.mends.length + one.remedies.length > 0]).toEqual([one.id, true]);
    }
  });
});

describe('what was kept comes back when the thing changes', () => {
  const around = surroundings();
  const early = (from: string) => tradeRow({ window: { from: on(from), to: on('2030-06-30') } });
  const plan = draftPlan([mineRow(), early('2030-01-01')], around);
  const finding = `window-before-issue:${rowId(2)}`;
  const kept = evolvePlan(plan, valueOf(dismissFinding(plan, { finding, reason: '1月按上年计划', by }, around)));
  const changed = (content: RowContent) =>
    evolvePlan(kept, valueOf(updatePlanRow(kept, rowId(2), content, around.policy)));
  const openOf = (of: Plan) => checkPlan({ plan: of, ...around }).open.map(({ id }) => id);

  test('the reason is kept with the draft in which it was given', () => {
    expect(kept.dismissals).toMatchObject([{ finding, reason: '1月按上年计划', by: '何书', edition: 1 }]);
    expect(openOf(kept)).toEqual([]);
  });

  test('another early window is open again, the same one under another task’s number is not', () => {
    expect(openOf(changed(early('2030-02-01')))).toEqual([finding]);
    expect(openOf(evolvePlan(kept, valueOf(removePlanRow(kept, rowId(1)))))).not.toContain(finding);
  });

  test('kept again it has one reason, the newest', () => {
    const again = changed(early('2030-02-01'));
    const event = valueOf(dismissFinding(again, { finding, reason: '2月也是', by }, around));
    expect(evolvePlan(again, event).dismissals.map(({ reason }) => reason)).toEqual(['2月也是']);
  });
});
