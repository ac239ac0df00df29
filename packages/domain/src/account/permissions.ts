import type { Permissions } from '../account/role.ts';

export const accountPermissions = {} as const satisfies Permissions;
