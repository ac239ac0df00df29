import type { Permissions } from '../account/role.ts';

export const registryPermissions = {} as const satisfies Permissions;
