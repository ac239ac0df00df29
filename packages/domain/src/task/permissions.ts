import type { Permissions } from '../account/role.ts';

export const taskPermissions = {
  'open-task': ['legalClerk', 'sectionChief'],
  'list-tasks': ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'],
} as const satisfies Permissions;
