import type { Permissions } from '../account/role.ts';

export const exchangePermissions = {
  'dry-run-import': ['legalClerk', 'sectionChief'],
  'begin-export': ['legalClerk', 'sectionChief', 'deputyDirector'],
  'read-heads': ['legalClerk', 'sectionChief'],
  'undo-import': ['legalClerk'],
  'confirm-import': ['legalClerk', 'sectionChief'],
} as const satisfies Permissions;
