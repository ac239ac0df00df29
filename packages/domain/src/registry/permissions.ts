import type { Permissions } from '../account/role.ts';

export const registryPermissions = {
  'add-subject': ['legalClerk', 'sectionChief'],
  'change-subject': ['legalClerk', 'sectionChief'],
  'change-subject-status': ['legalClerk', 'sectionChief'],
  'answer-subject-request': ['legalClerk', 'deputyDirector'],
  'add-inspector': ['legalClerk'],
  'change-inspector': ['legalClerk'],
  'change-inspector-duty': ['legalClerk'],
  'register-outside-visit': ['legalClerk', 'sectionChief'],
  'withdraw-outside-visit': ['legalClerk', 'sectionChief'],
  'register-occurrence': ['legalClerk', 'sectionChief'],
  'accept-priority-proposal': ['legalClerk', 'sectionChief'],
  'decline-priority-proposal': ['legalClerk', 'sectionChief'],
  'report-section-registry': ['legalClerk', 'sectionChief'],
  'answer-section-report': ['legalClerk'],
  'register-leave': ['legalClerk', 'sectionChief'],
  'cancel-leave': ['legalClerk', 'sectionChief'],
  'add-expert': ['legalClerk', 'sectionChief'],
  'change-expert': ['legalClerk', 'sectionChief'],
  'withdraw-expert': ['legalClerk'],
  'declare-expert-conflict': ['legalClerk', 'sectionChief'],
  'withdraw-expert-conflict': ['legalClerk'],
  // Everyone who may be sent must be able to say so himself.
  'declare-conflict': ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector'],
  'withdraw-conflict': ['legalClerk'],
  'reveal-contact': ['legalClerk', 'sectionChief', 'inspector'],
} as const satisfies Permissions;
