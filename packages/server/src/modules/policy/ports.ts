import type { PolicyImpact } from '@mingchou/contract';
import type { PolicyProfile, TaskId, TaskStatus } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** A task as far as its rules go. */
export interface RuledTask {
  readonly name: string;
  readonly status: TaskStatus;
}

/** What the rules need of the other nouns. */
export interface PolicyPorts {
  /** What going over from one profile to another would do to the open work. */
  /** Told in the same transaction that another version is adopted. */
  readonly adopted: (tx: Tx) => Promise<void>;
  /** The task whose rules are asked about. */
  readonly task: (db: Db, taskId: TaskId) => Promise<RuledTask | undefined>;
  readonly lockTask: (tx: Tx, taskId: TaskId) => Promise<RuledTask | undefined>;
  readonly impacts: (db: Db, before: PolicyProfile, after: PolicyProfile) => Promise<readonly PolicyImpact[]>;
}
