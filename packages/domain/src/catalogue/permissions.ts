import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

/** 抽查事项清单 is kept by the legal section and the sections; the public list is everybody's to read. */
export const cataloguePermissions = {
  'add-item': ['legalClerk', 'sectionChief'],
  'update-item': ['legalClerk', 'sectionChief'],
  'publish-items': ['legalClerk', 'deputyDirector'],
  'withdraw-item': ['legalClerk', 'deputyDirector'],
  'list-items': roles,
  'show-item': roles,
  'list-legal-bases': roles,
} as const satisfies Permissions;
