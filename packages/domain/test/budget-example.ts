import type { BudgetContent, BudgetRules, CalendarDate, DaySide, PolicyRules } from '../src/index.ts';
import { budgetRulesOf, nationalCalendar } from '../src/index.ts';

/** The national rules, with what a made-up bureau sets otherwise; 2024 has 251 legal workdays. */
export function budgetRules(own: PolicyRules = {}, year = 2024): BudgetRules {
  const effectiveOn = `${year}-01-01` as CalendarDate;
  return budgetRulesOf({ bureau: '演示县应急管理局', effectiveOn, province: {}, own }, year, nationalCalendar);
}

function lines(side: DaySide, days: readonly number[]) {
  const kinds = budgetRules().kinds.filter((kind) => kind.side === side);
  return kinds.map(({ label }, place) => ({ name: label, days: days[place] ?? 0 }));
}

/** A made-up budget in which every figure is right: 251 × 10 − 1100 − 950 = 460, of which 420 are given out. */
export function soundBudget(change: Partial<BudgetContent> = {}): BudgetContent {
  return {
    title: '2024年度监督检查计划',
    source: null,
    people: [
      { kind: '行政编制', count: 4 },
      { kind: '专门执法机构事业编制', count: 6 },
    ],
    enforcers: 10,
    onRoster: 14,
    legalWorkdays: 251,
    totalDays: 2510,
    groups: [
      {
        place: '（三）',
        heading: 'nonEnforcement',
        items: lines('nonEnforcement', [300, 250, 100, 200, 100, 150]),
        total: 1100,
      },
      {
        place: '（四）',
        heading: 'otherEnforcement',
        items: lines('otherEnforcement', [300, 40, 100, 80, 100, 60, 20, 100, 50, 100]),
        total: 950,
      },
    ],
    supervisionDays: 460,
    classes: [
      { key: 'priority', units: 30, parts: '化工12，机械18', days: 300, share: 7143 },
      { key: 'ordinary', units: 50, parts: '双随机抽查', days: 120, share: 2857 },
    ],
    reinspections: 20,
    ...change,
  };
}
