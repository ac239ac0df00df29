import type { Permissions } from '../account/role.ts';

export const exchangePermissions = {} as const satisfies Permissions;
