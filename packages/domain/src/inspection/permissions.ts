import type { Permissions } from '../account/role.ts';

export const inspectionPermissions = {} as const satisfies Permissions;
