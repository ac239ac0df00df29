import type { Permissions } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'] as const;
const keepers = ['legalClerk', 'sectionChief'] as const;

export const roundPermissions = {
  'open-round': keepers,
  'close-round': keepers,
  'list-rounds': readers,
  'list-drawn-of-round': readers,
} as const satisfies Permissions;
