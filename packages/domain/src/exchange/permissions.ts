import type { Permissions } from '../account/role.ts';

export const exchangePermissions = {
  'dry-run-import': ['legalClerk', 'sectionChief'],
  'confirm-import': ['legalClerk', 'sectionChief'],
} as const satisfies Permissions;
