import type { PolicyImpact } from '@mingchou/contract';
import type { PolicyProfile } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** What the rules need of the other nouns. */
export interface PolicyPorts {
  /** What going over from one profile to another would do to the open work. */
  /** Told in the same transaction that another version is adopted. */
  readonly adopted: (tx: Tx) => Promise<void>;
  readonly impacts: (db: Db, before: PolicyProfile, after: PolicyProfile) => Promise<readonly PolicyImpact[]>;
}
