export * from './amendment.ts';
export * from './approval.ts';
export * from './approval-record.ts';
export * from './capacity.ts';
export * from './check.ts';
export * from './compare.ts';
export * from './constraint.ts';
export * from './difference.ts';
export * from './document/index.ts';
export * from './edit.ts';
export * from './event.ts';
export * from './evolve.ts';
export {
  type BaseCount,
  baseOf,
  baseText,
  countOf,
  type ItemColumns,
  type ItemFacts,
  type PlanFacts,
  type PlanSurroundings,
  type PlanTotals,
  registryText,
  totalsOf,
  visitsOf,
} from './facts.ts';
export { blocks, sayingOf, type Finding, type PlanChange, type Remedy, type Severity } from './finding.ts';
export * from './flow.ts';
export * from './history.ts';
export * from './layout.ts';
export * from './lists.ts';
export * from './merge.ts';
export * from './meters.ts';
export * from './order.ts';
export * from './particulars.ts';
export * from './permissions.ts';
export * from './plan.ts';
export * from './plan-budget.ts';
export * from './reading/index.ts';
export { type PlanRule, planRules, ruleOf, sourceText } from './rule-list.ts';
export * from './sheet.ts';
export * from './words.ts';
export * from './workdays.ts';
