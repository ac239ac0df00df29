import { describe, expect, test } from 'vitest';
import type { PolicyRules } from '../policy/index.ts';
import { checkPlan } from './check.ts';
import { compareConstraints } from './compare.ts';
import { dismissFinding, mendFinding } from './edit.ts';
import { evolvePlan } from './evolve.ts';
import { totalsOf } from './facts.ts';
import { metersOf } from './meters.ts';
import {
  at,
  baseCounts,
  clause,
  clerk,
  draftPlan,
  items,
  mineRow,
  on,
  policyWith,
  rowId,
  share,
  surroundings,
  tradeRow,
  valueOf,
} from './made-up-plan.ts';
import type { Plan, RowContent } from './plan.ts';

const by = { personId: clerk.personId, name: clerk.name, at };

function found(rows: readonly RowContent[], own: PolicyRules = {}) {
  const around = surroundings({ policy: policyWith(own) });
  return checkPlan({ plan: draftPlan(rows, around), ...around }).open;
}
const ids = (rows: readonly RowContent[], own: PolicyRules = {}) => found(rows, own).map((one) => one.id);

test('a plan that agrees with itself gives no finding', () => {
  expect(ids([mineRow(), tradeRow()])).toEqual([]);
});

const twice: PolicyRules = {
  'frequency.perObject': {
    value: [{ counts: 'inspections-per-subject', applies: 'all', operator: '>=', times: 2 }],
    clause: clause('五', '全年不少于2次'),
  },
  'exclusion.rule': { value: 'drawn-in-round', clause: clause('六（一）', '不再列为下一轮') },
};

describe('frequency against no repeat against one round a task', () => {
  const around = surroundings({ policy: policyWith(twice) });
  const plan = draftPlan([mineRow(), tradeRow()], around);

  test('names text, text and table, with the visits that the promise would need', () => {
    const [first] = checkPlan({ plan, ...around }).open;
    expect(first).toMatchObject({ id: 'frequency-unreachable', severity: 'must', dismissible: false });
    expect(first?.evidence).toEqual([
      { place: '正文五', text: '全年不少于2次', quoted: true },
      { place: '正文六（一）', text: '不再列为下一轮', quoted: true },
      { place: '计划表', text: '2项任务各抽1轮，共15家次；若每家2次需94家次', quoted: false },
    ]);
    expect(first?.remedies.map((remedy) => remedy.text)).toEqual([
      '「不少于2次」只用于重点行业，且重点行业可列入下一轮：矿山加抽1轮，全年21家次',
      '每项任务加抽1轮：全年30家次，仍远少于94家次',
      '正文删去「不少于2次」，以计划表为准',
    ]);
  });

  function mended(remedy: string): Plan {
    return evolvePlan(plan, valueOf(mendFinding(plan, { finding: 'frequency-unreachable', remedy, by }, around)));
  }

  test('twice for key sectors only, drawn again, resolves it', () => {
    const next = mended('only-key-sectors');
    expect(checkPlan({ plan: next, ...around }).open).toEqual([]);
    expect(next.rows.map((row) => row.rounds)).toEqual([2, 1]);
    expect(totalsOf({ plan: next, ...around })).toMatchObject({ count: 15, visits: 21 });
  });

  test('one more round for all does not resolve it, dropping the promise does', () => {
    expect(checkPlan({ plan: mended('one-more-round'), ...around }).open.map((one) => one.id)).toContain(
      'frequency-unreachable',
    );
    expect(checkPlan({ plan: mended('drop-frequency'), ...around }).open).toEqual([]);
  });

  test('the comparison calls the frequency a contradiction and the exclusion a part of it', () => {
    expect(compareConstraints({ plan, ...around }).map((line) => [line.says, line.table, line.verdict])).toEqual([
      ['名录库47家，分3类', '名录库47家，3类家数相同', 'agrees'],
      ['全年一般不少于2次', '2项任务各1轮，每家最多1次', 'contradicts'],
      ['抽过的不再列为下一轮', '没有第二轮', 'same-as-above'],
    ]);
  });

  test('the meter shows nobody reached and the most that is possible', () => {
    expect(metersOf({ plan, ...around }).find((meter) => meter.key === 'frequency')).toMatchObject({
      name: '每家全年不少于2次',
      value: '0/47家',
      base: '现稿最多1次',
      verdict: 'missed',
      detail: '与正文六、计划表矛盾',
    });
  });

  test('once a year with the whole base drawn is reached', () => {
    const once: PolicyRules = {
      'frequency.perObject': {
        value: [{ counts: 'inspections-per-subject', applies: 'all', operator: '>=', times: 1 }],
        clause: clause('五'),
      },
    };
    expect(ids([mineRow(), tradeRow({ ratio: share(100) })], once)).toEqual([]);
  });
});

describe('what a single row decides', () => {
  test('a window that begins in a month before the plan was issued', () => {
    const rows = [mineRow({ window: { from: on('2030-01-01'), to: on('2030-12-31') } }), tradeRow()];
    expect(found(rows)[0]).toMatchObject({
      id: `window-before-issue:${rowId(1)}`,
      verdict: '任务1的时间早于计划印发日',
      detail: '「2030年全年」含1月、2月，计划3月3日印发。',
      dismissible: true,
      remedies: [{ text: '改为3月至12月' }],
    });
  });

  test('a window in the month of issue is not early', () => {
    expect(ids([mineRow({ window: { from: on('2030-03-01'), to: on('2030-03-31') } }), tradeRow()])).toEqual([]);
  });

  test('an item limited in brackets where the scope is not', () => {
    const limited = [{ ...(items[1] ?? { id: null }), title: '对商贸（带仓储设施）企业的行政检查' }];
    const row = tradeRow({ items: limited.map(({ id, title }) => ({ itemId: id, title })) });
    expect(found([mineRow(), row])[0]).toMatchObject({
      verdict: '任务2的事项比对象范围窄',
      detail: '事项限「带仓储设施」，范围写全部41家；底数可能不到41家。',
      remedies: [{ text: '按41家' }, { text: '只留带仓储设施的' }],
    });
    expect(ids([mineRow(), { ...row, scope: '全县商贸企业（带仓储设施）' }])).toEqual([`scope-narrower:${rowId(2)}`]);
  });

  test('brackets that do not limit are left alone', () => {
    expect(ids([mineRow(), tradeRow({ scope: '全县商贸（含一般）' })])).toEqual([`scope-narrower:${rowId(2)}`]);
    expect(ids([mineRow(), tradeRow({ scope: '全县商（贸）企业' })])).toEqual([]);
  });

  test('an item that no one has published cannot be kept, only replaced', () => {
    const row = tradeRow({ items: [{ itemId: null, title: '商贸企业综合督查检查' }] });
    const [first] = found([mineRow(), row]);
    expect(first).toMatchObject({
      severity: 'check',
      dismissible: false,
      verdict: '任务2的事项不在抽查事项清单中',
      remedies: [{ text: '改用清单事项' }],
    });
    expect(first?.detail).toContain('未公布的事项不得检查');
    expect(first?.detail).toContain('督查');
  });

  test('an item that rests on a superseded law is a doubt with both places, told once for all its rows (LZ-22)', () => {
    const past = {
      ...({ text: '《演示法》（2014年修正）第三条', kind: 'superseded', instead: '《演示法》（2021年修正）' } as const),
      detail: '已有新版，2021-08-31后不再施行，现为《演示法》（2021年修正）',
    };
    const outdated = items.map((item) => ({ ...item, outdatedBases: [past] }));
    const around = surroundings({ items: outdated });
    const plan = draftPlan([mineRow(), tradeRow()], around);
    expect(checkPlan({ plan, ...around }).open).toMatchObject([
      {
        id: 'basis-outdated:《演示法》（2014年修正）第三条',
        ...{ severity: 'check', dismissible: true, verdict: '任务1的检查依据不是现行版本' },
        rows: plan.rows.map(({ id }) => id),
        evidence: [
          { place: '任务1', text: '「对矿山的行政检查」的检查依据《演示法》（2014年修正）第三条' },
          { place: '任务2', text: '「对商贸企业的行政检查」的检查依据《演示法》（2014年修正）第三条' },
          { place: '法律依据库', text: past.detail },
        ],
      },
    ]);
  });

  test('a base of none and more objects than the base are refused', () => {
    const none = surroundings({ baseCounts: baseCounts.filter((count) => count.sector === 'mine') });
    const plan = draftPlan([mineRow(), tradeRow()], none);
    expect(checkPlan({ plan, ...none }).open.map((one) => one.verdict)).toContain('任务2没有可抽的企业');
    const many = tradeRow({ ratio: share(0, { value: { count: 42 } }) });
    expect(found([mineRow(), many])[0]).toMatchObject({ severity: 'must', verdict: '任务2的家数多于底数' });
  });

  test('rounding down below the ratio is a doubt for 「20%」 and a refusal for 「不低于20%」', () => {
    const down = share(20, { rounding: 'floor' });
    expect(found([mineRow(), tradeRow({ ratio: down })])[0]).toMatchObject({
      severity: 'check',
      detail: '抽8家是19.51%，计划比例20%。',
      remedies: [{ text: '进一，抽9家' }],
    });
    expect(found([mineRow(), tradeRow({ ratio: { ...down, operator: '>=' } })])[0]).toMatchObject({ severity: 'must' });
  });

  test('a window after the bureau’s own last day', () => {
    const november: PolicyRules = {
      'deadline.ownTasks': { value: { kind: 'month-day', month: 11, day: 30 }, clause: clause('六') },
    };
    expect(ids([mineRow(), tradeRow()], november)).toEqual([`window-after-deadline:${rowId(1)}`]);
  });
});

describe('what the whole table decides', () => {
  test('two ways of drawing in the text, one in the table', () => {
    const both: PolicyRules = { 'draw.type': { value: ['targeted', 'nonTargeted'], clause: clause('六（一）') } };
    expect(found([mineRow(), tradeRow()], both)[0]).toMatchObject({
      verdict: '正文有两种抽查方式，计划表只有一种',
      detail: '正文写「定向」或「不定向」，2项任务全是定向。',
    });
    expect(ids([mineRow(), tradeRow({ selection: 'nonTargeted' })], both)).toEqual([]);
  });

  test('key sectors promised whole but drawn in part', () => {
    const whole: PolicyRules = { 'coverage.key': { value: 'key-sectors', clause: clause('五', '重点行业全覆盖') } };
    expect(found([mineRow({ ratio: share(50) }), tradeRow()], whole)[0]).toMatchObject({
      id: 'key-not-covered',
      severity: 'must',
    });
    expect(ids([mineRow(), tradeRow()], whole)).toEqual([]);
  });

  test('key may also mean the subjects that the registry calls 重点, whatever their sector', () => {
    const whole: PolicyRules = { 'coverage.key': { value: 'priority-subjects', clause: clause('三') } };
    const mixed = surroundings({
      policy: policyWith(whole),
      baseCounts: [...baseCounts, { sector: 'shop', level: 'priority', count: 5 }],
    });
    const without = draftPlan([mineRow(), tradeRow({ level: 'ordinary' })], mixed);
    expect(checkPlan({ plan: without, ...mixed }).open[0]).toMatchObject({ verdict: '重点企业没有全部列入' });
    const priority = tradeRow({ level: 'priority', ratio: share(100) });
    const covered = draftPlan([mineRow(), tradeRow({ level: 'ordinary' }), priority], mixed);
    expect(checkPlan({ plan: covered, ...mixed }).open).toEqual([]);
  });

  test('a sector of the registry that no task draws from', () => {
    expect(found([mineRow(), tradeRow({ sectors: ['shop'], ratio: share(100) })])[0]).toMatchObject({
      verdict: '仓库没有列入计划表',
      detail: '名录库有39家，没有任务抽取。',
    });
  });

  test('a base in the text that does not add up or has changed since', () => {
    const plan = draftPlan();
    const more = surroundings({ baseCounts: [...baseCounts, { sector: 'shop', level: 'ordinary', count: 3 }] });
    expect(checkPlan({ plan, ...more }).open[0]).toMatchObject({
      verdict: '正文写的底数与名录库不一致',
      detail: '正文三（一）写47家，名录库现有50家。',
    });
    const wrong = plan.constraints.map((constraint) =>
      constraint.rule.kind === 'declared-base'
        ? { ...constraint, rule: { ...constraint.rule, total: 48 } }
        : constraint,
    );
    expect(checkPlan({ plan: { ...plan, constraints: wrong }, ...surroundings() }).open[0]).toMatchObject({
      severity: 'must',
      detail: '正文三（一）写48家，各类相加是47家。',
    });
  });

  test('a total of ten, three of ten jointly, three draws a year', () => {
    const promises: PolicyRules = {
      'target.count': { value: [{ label: '本年度拟抽取企业', count: 15 }], clause: clause('四') },
      'quota.joint': { value: { n: 3, d: 10 }, clause: clause('三（二）') },
      'frequency.perObject': {
        value: [{ counts: 'draws-per-year', applies: 'all', operator: '>=', times: 3 }],
        clause: clause('七'),
      },
    };
    expect(ids([mineRow(), tradeRow()], promises)).toEqual(['joint-share', 'draws-per-year']);
    const joint = tradeRow({ partners: ['演示县公安局'], rounds: 2 });
    expect(ids([mineRow(), joint], promises)).toEqual([]);
    expect(ids([mineRow(), tradeRow({ ratio: share(10), partners: ['演示县公安局'], rounds: 2 })], promises)).toContain(
      'target-count',
    );
  });

  test('half of each draw promised to key sectors that have too few', () => {
    const half: PolicyRules = { 'quota.keySharePerDraw': { value: { n: 1, d: 2 }, clause: clause('七（三）') } };
    expect(found([mineRow(), tradeRow()], half)).toMatchObject([
      { verdict: '任务2的重点企业不够抽', detail: '按50%要抽重点企业5家，对象范围内只有0家。' },
    ]);
    const together = tradeRow({ sectors: ['mine', 'shop', 'store'], ratio: share(20) });
    expect(ids([mineRow(), together], half)).toEqual([]);
  });

  test('a word that the vocabulary does not have is shown with its place', () => {
    const own: PolicyRules = {
      'exclusion.rule': { value: 'drawn-in-round', clause: clause('六（一）', '按照“不定项抽查”随机确定') },
    };
    expect(found([mineRow(), tradeRow()], own)).toMatchObject([
      { severity: 'wording', verdict: '正文六（一）的「不定项抽查」应为「不定向抽查」' },
    ]);
  });
});

describe('what has been restricted since 2024', () => {
  test('a published item that is a 督导 in disguise is shown with its task', () => {
    const [item] = items;
    const row = mineRow({ items: [{ itemId: item?.id ?? null, title: '矿山综合督查' }] });
    const check = checkPlan({ plan: draftPlan([row, tradeRow()]), ...surroundings() });
    expect(check.open).toMatchObject([
      {
        id: 'restricted:变相检查',
        severity: 'check',
        evidence: [{ place: '任务1', text: '矿山综合督查' }],
        rows: [rowId(1)],
      },
    ]);
  });

  test('targets tied to the number of inspections, in the words of a clause', () => {
    const own: PolicyRules = {
      'exclusion.rule': { value: 'drawn-in-round', clause: clause('八（二）', '年终考核检查次数') },
    };
    expect(found([mineRow(), tradeRow()], own)).toMatchObject([
      { id: 'restricted:检查指标', evidence: [{ place: '正文八（二）' }] },
    ]);
  });
});

describe('keeping a finding', () => {
  const early = mineRow({ window: { from: on('2030-01-01'), to: on('2030-12-31') } });
  const around = surroundings();
  const plan = draftPlan([early, tradeRow()], around);
  const finding = `window-before-issue:${rowId(1)}`;

  test('with a reason it no longer stands, and the reason is kept with the person', () => {
    const event = valueOf(dismissFinding(plan, { finding, reason: '1月已按上年计划开展', by }, around));
    const check = checkPlan({ plan: evolvePlan(plan, event), ...around });
    expect(check.open).toEqual([]);
    expect(check.kept).toMatchObject([{ dismissal: { reason: '1月已按上年计划开展', by: '何书' } }]);
  });

  test('without a reason it stands', () => {
    expect(dismissFinding(plan, { finding, reason: '  ', by }, around)).toMatchObject({
      refusal: { code: 'plan-reason-missing' },
    });
  });

  test('below a floor it cannot be kept', () => {
    const bad = draftPlan([mineRow(), tradeRow({ items: [{ itemId: null, title: '督查' }] })], around);
    expect(dismissFinding(bad, { finding: `item-not-listed:${rowId(2)}:0`, reason: '惯例', by }, around)).toMatchObject(
      { refusal: { code: 'plan-finding-below-floor' } },
    );
  });

  test('a remedy changes exactly what it says', () => {
    const next = evolvePlan(plan, valueOf(mendFinding(plan, { finding, remedy: 'from-issue', by }, around)));
    expect(next.rows[0]?.window).toEqual({ from: '2030-03-01', to: '2030-12-31' });
    expect(next.rows[1]).toEqual(plan.rows[1]);
    expect(checkPlan({ plan: next, ...around }).open).toEqual([]);
  });

  test('a remedy that stood with an older version is refused', () => {
    expect(mendFinding(plan, { finding: 'frequency-unreachable', remedy: 'x', by }, around)).toMatchObject({
      refusal: { code: 'plan-finding-gone' },
    });
    expect(mendFinding(plan, { finding, remedy: 'x', by }, around)).toMatchObject({
      refusal: { code: 'plan-remedy-gone' },
    });
  });
});
