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
  'record-law': ['legalClerk'],
  'list-laws': roles,
  'list-mappings': roles,
  'list-hazards': roles,
  'list-editions': roles,
  'show-edition': roles,
} as const satisfies Permissions;
