import type { Permissions } from '../account/role.ts';

export const cataloguePermissions = {} as const satisfies Permissions;
