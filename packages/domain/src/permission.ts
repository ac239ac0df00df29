import { accountPermissions } from './account/permissions.ts';
import { auditPermissions } from './audit/permissions.ts';
import { budgetPermissions } from './budget/permissions.ts';
import { cataloguePermissions } from './catalogue/permissions.ts';
import { disclosurePermissions } from './disclosure/permissions.ts';
import { drawPermissions } from './draw/permissions.ts';
import { exchangePermissions } from './exchange/permissions.ts';
import { inspectionPermissions } from './inspection/permissions.ts';
import { planPermissions } from './plan/permissions.ts';
import { policyPermissions } from './policy/permissions.ts';
import { registryPermissions } from './registry/permissions.ts';
import { roundPermissions } from './round/permissions.ts';
import { taskPermissions } from './task/permissions.ts';
import type { Permissions, Role } from './account/role.ts';

/** The one table role × command. A command that does not stand here is refused to everyone. */
export const permissions: Permissions = {
  ...accountPermissions,
  ...registryPermissions,
  ...cataloguePermissions,
  ...policyPermissions,
  ...planPermissions,
  ...budgetPermissions,
  ...taskPermissions,
  ...roundPermissions,
  ...drawPermissions,
  ...inspectionPermissions,
  ...disclosurePermissions,
  ...exchangePermissions,
  ...auditPermissions,
};

/** Whether any of the person's roles may give the command. */
export function mayGive(command: string, heldRoles: readonly Role[]): boolean {
  return (permissions[command] ?? []).some((role) => heldRoles.includes(role));
}
