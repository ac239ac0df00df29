import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

const writers = ['legalClerk', 'sectionChief'] as const;

/** 编制 and reopening by the legal section and the sections, 审核 by the legal section, 审批 by the leader in charge. */
export const budgetPermissions = {
  'begin-budget': writers,
  'try-budget-file': writers,
  'take-budget-file': writers,
  'write-budget': writers,
  'mend-budget': writers,
  'keep-budget-finding': writers,
  'submit-budget': writers,
  'withdraw-budget': writers,
  'review-budget': ['legalClerk'],
  'return-budget': ['legalClerk', 'deputyDirector'],
  'approve-budget': ['deputyDirector'],
  'reopen-budget': writers,
  'print-budget': roles,
  'show-budget': roles,
} as const satisfies Permissions;
