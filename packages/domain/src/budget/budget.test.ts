import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetRules, soundBudget } from '../../test/budget-example.ts';
import type { BudgetContent } from '../index.ts';
import { checkBudget, emptyContent, kindOf, readDays, reckon, sharesOf, shareWords } from '../index.ts';

const rules = budgetRules();
const verdicts = (change: Partial<BudgetContent> = {}, by = rules) =>
  checkBudget(soundBudget(change), by).map(({ severity, verdict }) => [severity, verdict]);
const only = (change: Partial<BudgetContent>, by = rules) => {
  const [found, ...more] = checkBudget(soundBudget(change), by);
  if (found === undefined || more.length > 0) throw new Error(JSON.stringify(verdicts(change, by)));
  return found;
};
const groups = soundBudget().groups;
const [non, other] = groups;
const [priority, ordinary] = soundBudget().classes;

test('a budget in which everything adds up has no finding', () => {
  expect(verdicts()).toEqual([]);
});

describe('people and legal workdays (LS-09, LS-10)', () => {
  test('the kinds of post add up to the head count', () => {
    const found = only({ enforcers: 11 });
    expect(found).toMatchObject({ severity: 'must', verdict: '执法人员分项合计10人，写的是11人' });
    expect(found.detail).toBe('行政编制4＋专门执法机构事业编制6＝10');
    expect(found.remedies.map((remedy) => [remedy.text, remedy.content.enforcers])).toEqual([['改用10人', 10]]);
  });

  test('总法定工作日 is the workdays of one person times the heads', () => {
    expect(only({ totalDays: 2501 })).toMatchObject({
      severity: 'must',
      verdict: '总法定工作日写2501，应为2510',
      detail: '251日×10人＝2510',
    });
  });

  test('the workdays of a year come from the national calendar, whose notice is named; another convention is a doubt', () => {
    expect(rules.calendar.days).toBe(251);
    const found = only({ legalWorkdays: 250, totalDays: 2500, supervisionDays: 450, reinspections: 15 });
    expect(found).toMatchObject({
      severity: 'check',
      verdict: '2024年法定工作日按国家工作日历为251日，写的是250日',
      detail: '来源：《国务院办公厅关于2024年部分节假日安排的通知》。',
    });
  });

  test('a year without a notice is provisional and says so', () => {
    const found = checkBudget(emptyContent(2031, rules.kinds), budgetRules({}, 2031));
    expect(found.map((each) => each.verdict)).toContain('2031年的工作日是暂算的');
  });

  test('enforcers below 70 % of the people on the roster are warned of; the line is the bureau’s to set', () => {
    const found = only({ onRoster: 15 });
    expect(found).toMatchObject({ severity: 'check', verdict: '执法人员少于在册人员的70%' });
    expect(found.detail).toMatch(/^10÷15＝66.66%。/);
    const clause = { source: '本局规则', place: '三', verified: true };
    const lower = budgetRules({ 'budget.enforcementShare': { value: { n: 60, d: 100 }, clause } });
    expect(verdicts({ onRoster: 15 }, lower)).toEqual([]);
    const none = budgetRules({ 'budget.enforcementShare': { value: null, clause } });
    expect(verdicts({ onRoster: 150 }, none)).toEqual([]);
  });
});

describe('监督检查 = 总法定 − 其他执法 − 非执法 (LS-11)', () => {
  test('the difference is recomputed', () => {
    const found = only({ supervisionDays: 470 });
    expect(found).toMatchObject({ severity: 'must', verdict: '监督检查工作日应为460日' });
    expect(found.detail).toBe('2510−1100−950＝460，文件写470。');
    expect(found.remedies.map((remedy) => remedy.text)).toEqual(['改用460']);
  });

  test('what is given out beyond it must be taken from one class or the other, and the officer picks which', () => {
    const classes: BudgetContent['classes'] = [priority, { ...ordinary, days: 200, share: 4000 }];
    const found = checkBudget(soundBudget({ classes: [{ ...priority, share: 6000 }, classes[1]] }), rules);
    expect(found.map((each) => each.verdict)).toEqual(['监督检查多分了40日', '没有给整改复查留工作日']);
    expect(found[0]?.advice).toBe('从重点或一般中减40日；系统不替您决定减哪一类。');
    expect(
      found[0]?.remedies.map((remedy) => [remedy.text, ...remedy.content.classes.map((each) => each.days)]),
    ).toEqual([
      ['一般减为160日', 300, 160],
      ['重点减为260日', 260, 200],
    ]);
  });

  test('two lists that take more than there is leave nothing to supervise with', () => {
    const long = { ...non, items: non.items.map((item) => ({ ...item, days: item.days * 3 })), total: 3300 };
    const found = checkBudget(soundBudget({ groups: [long, other] }), rules);
    expect(found[0]).toMatchObject({
      severity: 'must',
      verdict: '其他执法与非执法已超过总法定工作日',
      detail: '2510−3300−950＝−1740，没有可用于监督检查的工作日。',
    });
  });
});

describe('shares, cost of a visit, slack (LS-12, N-12)', () => {
  test('shares are by the largest remainder, of what was given out or of all with the reserve', () => {
    expect(sharesOf([200, 90])).toEqual([6897, 3103]);
    expect(sharesOf([1, 1, 1])).toEqual([3334, 3333, 3333]);
    const shares = (first: number, second: number): BudgetContent['classes'] => [
      { ...priority, share: first },
      { ...ordinary, share: second },
    ];
    expect(verdicts({ classes: shares(6522, 2609) })).toEqual([]);
    expect(only({ classes: shares(7142, 2858) })).toMatchObject({ severity: 'check', verdict: '占比各错0.01' });
    const wrong = only({ classes: shares(7000, 3000) });
    expect(wrong.verdict).toBe('占比应为71.43%和28.57%');
    expect(wrong.detail).toBe('300÷420＝71.43%，120÷420＝28.57%；按最大余额法合计正好100%。');
  });

  test('the average cost of a visit, and a visit that is shorter than a day for the team', () => {
    expect(reckon(soundBudget(), rules).classes.map(({ perVisit }) => perVisit)).toEqual([10, 2.4]);
    const many = only({ classes: [priority, { ...ordinary, units: 80 }] });
    expect(many).toMatchObject({ severity: 'check', verdict: '一般检查每家不足2人日' });
    expect(many.detail).toBe('120日÷80家＝1.5人日，2人同去不足1天。');
  });

  test('re-inspection needs days: none left, or fewer than last year’s record asks for', () => {
    expect(only({ reinspections: 21 })).toMatchObject({
      severity: 'check',
      verdict: '留给整改复查的工作日不够',
      detail: '预计复查21次，每次至少2人日，共42日；只留了40日。',
    });
    const all: BudgetContent['classes'] = [
      { ...priority, days: 340, share: 7391 },
      { ...ordinary, share: 2609 },
    ];
    expect(only({ classes: all, reinspections: null })).toMatchObject({
      severity: 'check',
      verdict: '没有给整改复查留工作日',
      detail: '80家用完全部460日。上一年度有复查记录时，可按复查次数估算。',
    });
  });

  test('key inspections below 60 % of the days are warned of', () => {
    const classes: BudgetContent['classes'] = [
      { ...priority, days: 200, share: 5263 },
      { ...ordinary, days: 180, share: 4737 },
    ];
    const found = only({ classes });
    expect(found).toMatchObject({ severity: 'check', verdict: '重点检查工作日低于60%' });
    expect(found.detail).toMatch(/^200÷460＝43.47%。提示线：安监总政法〔2017〕150号/);
  });
});

describe('the two lists (LS-13)', () => {
  test('a total that its lines do not add up to', () => {
    const found = only({ groups: [{ ...non, total: 1000 }, other] });
    expect(found).toMatchObject({ severity: 'must', verdict: '（三）合计少100日：写1000，应为1100' });
    expect(found.detail).toBe('300＋250＋100＋200＋100＋150＝1100');
    expect(only({ groups: [non, { ...other, total: 952 }] }).verdict).toBe('（四）合计多2日：写952，应为950');
  });

  test('two headings that were swapped', () => {
    const swapped: BudgetContent['groups'] = [
      { ...non, heading: 'otherEnforcement' },
      { ...other, heading: 'nonEnforcement' },
    ];
    const found = only({ groups: swapped });
    expect(found).toMatchObject({ id: 'headings', severity: 'must', verdict: '（三）（四）的标题互换了' });
    expect(found.remedies.map((remedy) => remedy.content)).toEqual([soundBudget()]);
  });

  test('kinds that stand in neither list count as no days', () => {
    const items = other.items.filter(({ days }) => days !== 40);
    const found = only({ groups: [non, { ...other, items, total: 910 }], supervisionDays: 500, reinspections: 1 });
    expect(found).toMatchObject({
      severity: 'check',
      verdict: '（四）少列1项',
      detail: '没有列实施行政许可，按0日计。',
    });
  });

  test('a line in the wrong list, an unknown one and one that stands twice', () => {
    const [duty, ...rest] = non.items;
    if (duty === undefined) throw new Error('no lines');
    const moved: BudgetContent['groups'] = [
      { ...non, items: rest, total: 800 },
      { ...other, items: [...other.items, duty], total: 1250 },
    ];
    expect(only({ groups: moved })).toMatchObject({ verdict: '「机关值班」应列入非执法工作日' });
    const renamed = rest.concat({ name: '绿化养护', days: 300 });
    expect(verdicts({ groups: [{ ...non, items: renamed }, other] })).toEqual([
      ['check', '（三）少列1项'],
      ['check', '「绿化养护」不在规定的项目里'],
    ]);
    const halves = [{ name: '节假日值班', days: 100 }, { name: '夜间值班', days: 200 }, ...rest];
    expect(verdicts({ groups: [{ ...non, items: halves }, other] })).toEqual([['check', '「机关值班」列了2次']]);
  });

  test('lines are recognised by the words that papers use', () => {
    const label = (name: string) => kindOf(name, rules.kinds)?.label;
    expect(label('组织生产安全事故调查和处理')).toBe('生产安全事故调查和处理');
    expect(label('对安全评价等中介机构的检查')).toBe('监督检查中介服务机构');
    expect(label('绿化养护')).toBeUndefined();
  });
});

test('an empty budget asks for what is missing and reckons nothing else', () => {
  const found = checkBudget(emptyContent(2024, rules.kinds), rules);
  expect(found.map((each) => each.verdict)).toEqual(['还有3处没有填写']);
});

test('a pasted table gives its lines, its total and what could not be read', () => {
  const pasted = '项目\t天数\n1.机关值班：432\n2、学习、培训\t３12\n（3）病假、事假：120日；\n合计\t1456\n\n';
  expect(readDays(pasted)).toEqual({
    items: [
      { name: '机关值班', days: 432 },
      { name: '学习、培训', days: 312 },
      { name: '病假、事假', days: 120 },
    ],
    total: 1456,
    unread: [{ line: 1, text: '项目\t天数' }],
  });
});

describe('whatever was written', () => {
  const days = fc.nat(5000);
  const group = (place: 0 | 1) =>
    fc
      .record({ values: fc.array(days, { minLength: 10, maxLength: 10 }), total: fc.option(days) })
      .map(({ values, total }) => ({
        ...groups[place],
        items: groups[place].items.map((item, at) => ({ ...item, days: values[at] ?? 0 })),
        total,
      }));
  const budget = fc
    .record({
      enforcers: fc.option(fc.nat(60)),
      totalDays: fc.option(days),
      supervisionDays: fc.option(days),
      groups: fc.tuple(group(0), group(1)),
      classes: fc.tuple(
        fc.record({ days, units: fc.nat(200) }).map((own) => ({ ...priority, ...own })),
        fc.record({ days, units: fc.nat(200) }).map((own) => ({ ...ordinary, ...own })),
      ),
    })
    .map((change) => soundBudget(change));

  test('shares add up to 100.00 % and none is off by a hundredth or more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const shares = sharesOf(parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(whole === 0 ? 0 : 10_000);
        for (const [place, share] of shares.entries()) {
          if (whole > 0) expect(Math.abs(share - ((parts[place] ?? 0) * 10_000) / whole)).toBeLessThan(1);
        }
      }),
    );
    expect(shareWords(6897)).toBe('68.97%');
    expect(shareWords(10_000)).toBe('100.00%');
  });

  test('checking changes no typed figure', () => {
    fc.assert(
      fc.property(budget, (content) => {
        const before = JSON.stringify(content);
        checkBudget(content, rules);
        expect(JSON.stringify(content)).toBe(before);
      }),
    );
  });

  test('a mend takes its own finding away and leaves the lines of the lists as typed', () => {
    fc.assert(
      fc.property(budget, (content) => {
        for (const found of checkBudget(content, rules).filter(({ severity }) => severity === 'must')) {
          for (const remedy of found.remedies) {
            expect(checkBudget(remedy.content, rules).map(({ id }) => id)).not.toContain(found.id);
            const lines = (of: BudgetContent) => of.groups.map((each) => each.items);
            expect(lines(remedy.content)).toEqual(lines(content));
          }
        }
      }),
    );
  });
});
