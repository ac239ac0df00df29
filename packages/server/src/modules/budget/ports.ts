import type { PolicyProfile } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';

/** What a workday budget needs of the other nouns. */
export interface BudgetPorts {
  /** 本局规则 in force. */
  readonly policy: (db: Db) => Promise<PolicyProfile>;
}
