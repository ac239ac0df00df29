import type { Permissions } from '../account/role.ts';

export const auditPermissions = {} as const satisfies Permissions;
