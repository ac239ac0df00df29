import type { Permissions } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'] as const;

export const disclosurePermissions = {
  'list-disclosures': readers,
  'disclosure-figures': readers,
  'show-disclosure': readers,
  'disclose-results': ['legalClerk', 'sectionChief', 'inspector'],
} as const satisfies Permissions;
