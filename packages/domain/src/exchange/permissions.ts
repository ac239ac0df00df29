import type { Permissions } from '../account/role.ts';

export const exchangePermissions = {
  'upload-workbook': ['legalClerk', 'sectionChief'],
  'dry-run-import': ['legalClerk', 'sectionChief'],
  'confirm-import': ['legalClerk', 'sectionChief'],
} as const satisfies Permissions;
