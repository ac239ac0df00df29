import {
  type BudgetContent,
  type BudgetRules,
  budgetRulesOf,
  type CalendarDate,
  nationalCalendar,
  type UnitClass,
} from '@mingchou/domain';

/** The national rules for a made-up bureau. */
export function madeUpRules(year = 2024): BudgetRules {
  const effectiveOn = `${year}-01-01` as CalendarDate;
  return budgetRulesOf({ bureau: '演示县应急管理局', effectiveOn, province: {}, own: {} }, year, nationalCalendar);
}

/** 251 × 10 − 1100 − 950 = 460, of which 420 are given out. */
export function madeUpBudget(change: Partial<BudgetContent> = {}): BudgetContent {
  const priority: UnitClass = { key: 'priority', units: 30, parts: '化工12，机械18', days: 300, share: 7143 };
  const ordinary: UnitClass = { key: 'ordinary', units: 50, parts: '双随机抽查', days: 120, share: 2857 };
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
      { place: '（三）', heading: 'nonEnforcement', items: [{ name: '机关值班', days: 1100 }], total: 1100 },
      { place: '（四）', heading: 'otherEnforcement', items: [{ name: '安全生产综合监管', days: 950 }], total: 950 },
    ],
    supervisionDays: 460,
    classes: [priority, ordinary],
    reinspections: 20,
    ...change,
  };
}
