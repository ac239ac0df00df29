import type { Permissions } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'] as const;

export const inspectionPermissions = {
  'list-inspections': readers,
  'show-inspection': readers,
  'start-inspection': ['inspector'],
  'record-outcome': ['inspector'],
  'confirm-outcome': ['sectionChief'],
  'return-outcome': ['sectionChief', 'legalClerk'],
  'review-outcome': ['legalClerk'],
} as const satisfies Permissions;
