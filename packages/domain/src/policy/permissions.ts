import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

/** 本局规则 is adopted by those who answer for it; everyone may read what binds them. */
export const policyPermissions = {
  'adopt-policy': ['administrator', 'legalClerk', 'deputyDirector'],
  'current-policy': roles,
  'calendar-year': roles,
} as const satisfies Permissions;
