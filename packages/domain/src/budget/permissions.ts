import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

const writers = ['legalClerk', 'sectionChief'] as const;

/** 编制 by the legal section and the sections, 审批 by the leader in charge. */
export const budgetPermissions = {
  'begin-budget': writers,
  'try-budget-file': writers,
  'take-budget-file': writers,
  'write-budget': writers,
  'mend-budget': writers,
  'keep-budget-finding': writers,
  'submit-budget': writers,
  'withdraw-budget': writers,
  'return-budget': ['deputyDirector'],
  'approve-budget': ['deputyDirector'],
  'show-budget': roles,
} as const satisfies Permissions;
