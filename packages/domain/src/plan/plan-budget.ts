import type { Clause } from '../policy/index.ts';

/** What a plan must know of a year's approved 工作日测算: the days of supervision and what each class may cost. */
export interface PlanBudget {
  readonly year: number;
  /** Person-days. */
  readonly supervision: number;
  readonly classes: readonly [PlanBudgetClass, PlanBudgetClass];
  readonly clause: Clause;
}

export interface PlanBudgetClass {
  readonly key: 'priority' | 'ordinary';
  readonly units: number;
  /** Person-days of the class. */
  readonly days: number;
}
