import type { Permissions } from '../account/role.ts';

export const drawPermissions = {} as const satisfies Permissions;
