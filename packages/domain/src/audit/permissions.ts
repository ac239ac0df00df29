import type { Permissions } from '../account/role.ts';

export const auditPermissions = {
  'list-audit-entries': ['auditor', 'administrator', 'deputyDirector', 'legalClerk'],
  'verify-audit-chain': ['auditor', 'administrator'],
} as const satisfies Permissions;
