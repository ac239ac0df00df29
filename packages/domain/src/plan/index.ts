export * from './check.ts';
export * from './compare.ts';
export * from './constraint.ts';
export * from './edit.ts';
export * from './event.ts';
export * from './evolve.ts';
export {
  type BaseCount,
  baseOf,
  baseText,
  countOf,
  type ItemFacts,
  type PlanFacts,
  type PlanSurroundings,
  type PlanTotals,
  totalsOf,
  visitsOf,
} from './facts.ts';
export { blocks, type Finding, type PlanChange, type Remedy, type Severity } from './finding.ts';
export * from './flow.ts';
export * from './history.ts';
export * from './meters.ts';
export * from './order.ts';
export * from './permissions.ts';
export * from './plan.ts';
export * from './words.ts';
