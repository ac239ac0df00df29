import type { PortalPlan } from '@mingchou/contract';
import type {
  BaseCount,
  CalendarDate,
  ItemFacts,
  PlanBudget,
  PlanLists,
  PlanRowId,
  PolicyProfile,
  TaskUnderWay,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** What a plan needs of the other nouns. */
export interface PlanPorts {
  /** 本局规则 in force. */
  readonly policy: (db: Db) => Promise<PolicyProfile>;
  /** 底数: how many subjects stand in the registry now, by sector and level. */
  readonly baseCounts: (db: Db) => Promise<readonly BaseCount[]>;
  /** The items of the catalogue, published or not. */
  readonly items: (db: Db) => Promise<readonly ItemFacts[]>;
  /** 工作日测算 in force, one a year at most; a house without budgets leaves it out. */
  readonly budgets?: (db: Db) => Promise<readonly PlanBudget[]>;
  /** Enterprises and inspectors by name, as of the end of a day; only where the bureau's tables list them. */
  readonly lists?: (db: Db, asOf: CalendarDate | undefined) => Promise<PlanLists>;
  /** How many inspectors may be drawn today. */
  readonly inspectors: (db: Db) => Promise<number>;
  /** The tasks of these rows whose draw has begun, held until the transaction ends so that none begins meanwhile. */
  readonly tasksUnderWay: (tx: Tx, rows: readonly PlanRowId[]) => Promise<readonly TaskUnderWay[]>;
  readonly publishPlanSnapshot: (tx: Tx, view: PortalPlan) => Promise<void>;
}
