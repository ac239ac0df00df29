import type { Permissions } from '../account/role.ts';

export const disclosurePermissions = {} as const satisfies Permissions;
