import type { Permissions } from '../account/role.ts';

export const policyPermissions = {} as const satisfies Permissions;
