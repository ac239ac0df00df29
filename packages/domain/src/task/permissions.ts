import type { Permissions } from '../account/role.ts';

export const taskPermissions = {} as const satisfies Permissions;
