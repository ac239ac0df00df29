import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyRules } from '../policy/index.ts';
import { checkPlan } from './check.ts';
import type { BaseCount, PlanFacts } from './facts.ts';
import { clause, draftPlan, mineRow, policyWith, share, surroundings, tradeRow } from './made-up-plan.ts';
import { metersOf } from './meters.ts';
import type { RowContent } from './plan.ts';

function factsOf(own: PolicyRules, rows: readonly RowContent[], counts?: readonly BaseCount[]): PlanFacts {
  const around = surroundings({ policy: policyWith(own), ...(counts === undefined ? {} : { baseCounts: counts }) });
  return { plan: draftPlan(rows, around), ...around };
}
const meter = (facts: PlanFacts, key: string) => metersOf(facts).find((one) => one.key === key);
const found = (facts: PlanFacts) => checkPlan(facts).open.map(({ id }) => id);
const count = (n: number) => share(0, { value: { count: n } });

describe('GX-12: enterprises drawn at random are at least 30 % of the year’s plan', () => {
  const promise: PolicyRules = {
    'ratio.rule': {
      value: [{ of: '随机抽查占年度计划', ratio: share(30, { operator: '>=', base: 'plan' }) }],
      clause: clause('七'),
    },
  };

  test('14 of 20 inspected whole leave 6 by lot, which is 30 %; 5 of 19 are not', () => {
    const mines: readonly BaseCount[] = [
      { sector: 'mine', level: 'priority', count: 14 },
      { sector: 'shop', level: 'ordinary', count: 40 },
    ];
    const six = factsOf(promise, [mineRow(), tradeRow({ sectors: ['shop'], ratio: count(6) })], mines);
    expect(meter(six, 'random-share')).toMatchObject({
      value: '6/20家',
      base: '30.0%',
      target: 30,
      verdict: 'reached',
    });
    expect(found(six)).not.toContain('random-share');
    const five = factsOf(promise, [mineRow(), tradeRow({ sectors: ['shop'], ratio: count(5) })], mines);
    expect(meter(five, 'random-share')).toMatchObject({
      value: '5/19家',
      verdict: 'missed',
      detail: '不低于30%，即6家',
    });
    expect(checkPlan(five).open.find(({ id }) => id === 'random-share')).toMatchObject({
      verdict: '随机抽查的企业不够',
      detail: '计划检查19家，按30%随机抽查6家，现在只有5家。',
    });
  });

  test('whatever is planned, the share is reached exactly when ten times the drawn are three times the planned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 39 }), (whole, drawn) => {
        const counts: readonly BaseCount[] = [
          { sector: 'mine', level: 'priority', count: whole },
          { sector: 'store', level: 'ordinary', count: 40 },
        ];
        const facts = factsOf(promise, [mineRow(), tradeRow({ sectors: ['store'], ratio: count(drawn) })], counts);
        const reached = drawn * 10 >= (whole + drawn) * 3;
        expect(meter(facts, 'random-share')?.verdict).toBe(reached ? 'reached' : 'missed');
        expect(found(facts).includes('random-share')).toBe(!reached);
      }),
      { numRuns: 60 },
    );
  });
});

test('GX-14: at least three draws in the year, each round being one', () => {
  const promise: PolicyRules = {
    'frequency.perObject': {
      value: [{ counts: 'draws-per-year', applies: 'all', operator: '>=', times: 3 }],
      clause: clause('七'),
    },
  };
  const two = factsOf(promise, [mineRow(), tradeRow()]);
  expect(meter(two, 'draws')).toMatchObject({ value: '2/3次', verdict: 'missed' });
  const three = factsOf(promise, [mineRow(), tradeRow({ rounds: 2 })]);
  expect(meter(three, 'draws')).toMatchObject({ value: '3/3次', verdict: 'reached' });
  expect([found(two), found(three)].map((ids) => ids.includes('draws-per-year'))).toEqual([true, false]);
});

describe('LZ-04: objects inspected with other departments are 30 % of the year’s', () => {
  const promise: PolicyRules = { 'quota.joint': { value: { n: 3, d: 10 }, clause: clause('三（二）') } };
  const joint = (n: number) =>
    tradeRow({ name: '联合抽查', sectors: ['shop', 'store'], ratio: count(n), partners: ['演示县公安局'] });

  test('3 of 10 reach it, 2 of 10 do not, and 3 of 11 do not either: the share is rounded up', () => {
    const of = (own: number, together: number) =>
      meter(factsOf(promise, [tradeRow({ ratio: count(own) }), joint(together)]), 'joint');
    expect(of(7, 3)).toMatchObject({
      value: '3/10家',
      base: '30.0%',
      target: 30,
      verdict: 'reached',
      detail: '按比例3家',
    });
    expect(of(8, 2)).toMatchObject({ value: '2/10家', verdict: 'missed' });
    expect(of(8, 3)).toMatchObject({ value: '3/11家', verdict: 'missed', detail: '按比例4家' });
  });
});

test('LZ-05: the year’s ten enterprises, with what is planned of them, alarm over and under', () => {
  const promise: PolicyRules = {
    'target.count': { value: [{ label: '本年度拟抽取企业', count: 10 }], clause: clause('四') },
  };
  const of = (n: number) => factsOf(promise, [tradeRow({ ratio: count(n) })]);
  expect([9, 10, 11].map((n) => [meter(of(n), 'target')?.value, meter(of(n), 'target')?.verdict])).toEqual([
    ['9/10家', 'differs'],
    ['10/10家', 'agrees'],
    ['11/10家', 'differs'],
  ]);
  expect([9, 10, 11].map((n) => found(of(n)).includes('target-count'))).toEqual([true, false, true]);
});

describe('重点检查 and 一般检查 of a supervision plan', () => {
  const counts: readonly BaseCount[] = [
    { sector: 'mine', level: 'priority', count: 13 },
    { sector: 'store', level: 'priority', count: 12 },
    { sector: 'shop', level: 'ordinary', count: 45 },
  ];
  const promise: PolicyRules = {
    'coverage.key': { value: 'priority-subjects', clause: clause('三') },
    'target.count': {
      value: [
        { label: '重点检查企业', count: 25 },
        { label: '一般检查企业', count: 45 },
      ],
      clause: clause('一（二）1'),
    },
  };
  const key = (n: number) => mineRow({ level: 'priority', sectors: ['mine', 'store'], ratio: count(n) });
  const ordinary = tradeRow({ level: 'ordinary', sectors: ['shop'], ratio: count(45) });

  test('LS-02: 25 and 45 add up to the 70 that the table must hold', () => {
    expect(meter(factsOf(promise, [key(25), ordinary], counts), 'target')).toMatchObject({
      value: '70/70家',
      base: '重点检查企业25家＋一般检查企业45家',
      verdict: 'agrees',
    });
  });

  test('LS-03: every key unit is inspected at least once, else the coverage says how many are certain', () => {
    expect(meter(factsOf(promise, [key(25), ordinary], counts), 'key-coverage')).toMatchObject({
      name: '重点企业全覆盖',
      value: '25/25家',
      verdict: 'reached',
    });
    expect(meter(factsOf(promise, [key(24), ordinary], counts), 'key-coverage')).toMatchObject({
      value: '0/25家',
      verdict: 'missed',
    });
    const oneSector = mineRow({ level: 'priority', ratio: share(100) });
    expect(meter(factsOf(promise, [oneSector, ordinary], counts), 'key-coverage')?.value).toBe('13/25家');
  });

  test('LS-04: ordinary units are what is drawn from: a row of them takes no key unit into its base', () => {
    const mixed = [...counts, { sector: 'shop', level: 'priority', count: 5 } as const];
    const drawn = tradeRow({ level: 'ordinary', sectors: ['shop'], ratio: share(20) });
    expect(meter(factsOf({}, [drawn], mixed), 'drawn')).toMatchObject({ value: '9家' });
  });
});

test('LS-15: a plan that lets village wardens inspect is told that they may not', () => {
  const own: PolicyRules = {
    'exclusion.rule': { value: 'none', clause: clause('四', '由网格员每月检查企业') },
    'frequency.perObject': {
      value: [{ counts: 'draws-per-year', applies: 'all', operator: '>=', times: 1 }],
      clause: clause('四', '由网格员每月检查企业'),
    },
  };
  expect(checkPlan(factsOf(own, [mineRow()])).open.map(({ rule }) => rule)).toContain('C-28');
});

test('coverage of key sectors: whole or told how many may never be drawn (ZZ-07)', () => {
  const promise: PolicyRules = { 'coverage.key': { value: 'key-sectors', clause: clause('六（一）') } };
  expect(meter(factsOf(promise, [mineRow(), tradeRow()]), 'key-coverage')).toMatchObject({
    value: '6/6家',
    base: '矿山',
  });
  expect(meter(factsOf(promise, [mineRow({ ratio: share(50) })]), 'key-coverage')).toMatchObject({
    verdict: 'missed',
    detail: '还有企业可能一次也抽不到',
  });
});

test('a long plan tells its drawn enterprises by sector, a short one by row', () => {
  const rows = Array.from({ length: 13 }, (_, at) => tradeRow({ name: `第${at + 1}项`, ratio: count(1) }));
  expect(meter(factsOf({}, rows), 'drawn')).toMatchObject({ detail: '13商贸', segments: { length: 1 } });
  expect(meter(factsOf({}, rows.slice(0, 3)), 'drawn')?.detail).toBe('1商贸＋1商贸＋1商贸');
});
