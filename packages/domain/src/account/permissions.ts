import { type Permissions, roles } from '../account/role.ts';

const administrator = ['administrator'] as const;

export const accountPermissions = {
  'add-person': administrator,
  'change-roles': administrator,
  'disable-person': administrator,
  'enable-person': administrator,
  'reset-password': administrator,
  'link-person-to-inspector': administrator,
  'add-section': administrator,
  'move-section': administrator,
  'list-people': ['administrator', 'auditor', 'legalClerk', 'sectionChief', 'deputyDirector'],
  // Whose number it is decides the rest (`mayReveal`).
  'reveal-person-number': roles,
  'save-list-view': roles,
  'save-display-settings': roles,
  'find-list-view': roles,
  'find-display-settings': roles,
  'who-am-i': roles,
  'advance-demonstration-clock': roles,
} as const satisfies Permissions;
