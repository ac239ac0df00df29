import type { Clause, PriorityRule, RegistryApproval, SectionId, Terms } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';

/** What the registry must know of others: the policy's sectors in its order, the bureau's sections. */
export interface RegistryPorts {
  readonly sectors: (db: Db) => Promise<readonly { readonly code: string; readonly name: string }[]>;
  /** When the bureau proposes an object as 重点, and where that is written. */
  readonly priorityRules: (db: Db) => Promise<{ readonly rules: readonly PriorityRule[]; readonly clause: Clause }>;
  /** Whose changes of objects wait for another person. */
  readonly approval: (db: Db) => Promise<RegistryApproval>;
  /** 本局用语. */
  readonly terms: (db: Db) => Promise<Terms>;
  readonly sections: (db: Db) => Promise<readonly { readonly id: SectionId; readonly name: string }[]>;
}
