import type { Permissions } from '../account/role.ts';

/** 采用规则 is signed by the leader in charge; the administrator sets the first one up. */
export const policyPermissions = {
  'adopt-policy': ['administrator', 'legalClerk', 'deputyDirector'],
} as const satisfies Permissions;
