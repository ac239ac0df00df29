import type { Permissions } from '../account/role.ts';

export const planPermissions = {} as const satisfies Permissions;
