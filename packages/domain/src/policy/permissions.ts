import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

/** 本局规则 is adopted by those who answer for it; everyone may read what binds them. */
export const policyPermissions = {
  'adopt-policy': ['administrator', 'legalClerk', 'deputyDirector'],
  'propose-profile': ['administrator', 'legalClerk'],
  'approve-profile': ['deputyDirector'],
  'decline-profile': ['deputyDirector', 'administrator', 'legalClerk'],
  'propose-policy-change': ['administrator', 'legalClerk'],
  'approve-policy-change': ['deputyDirector'],
  'decline-policy-change': ['deputyDirector', 'administrator', 'legalClerk'],
  'propose-task-rule': ['legalClerk', 'sectionChief'],
  'approve-task-rule': ['deputyDirector'],
  'decline-task-rule': ['deputyDirector', 'legalClerk', 'sectionChief'],
  'task-rules': roles,
  'current-policy': roles,
  'policy-history': roles,
  'list-sample-policies': roles,
  'preview-policy-change': ['administrator', 'legalClerk', 'deputyDirector'],
  'calendar-year': roles,
} as const satisfies Permissions;
