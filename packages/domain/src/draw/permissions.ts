import type { Permissions } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'] as const;

// Which of the two operates the draw is the bureau's policy (draw.operatorRole); the rule itself refuses the other.
const operators = ['legalClerk', 'sectionChief'] as const;

export const drawPermissions = {
  'list-draws': readers,
  'show-draw': readers,
  'list-roster': readers,
  'read-draw-file': readers,
  'print-record': readers,
  'list-pool': readers,
  'prepare-draw': operators,
  'request-exclusion-override': operators,
  'approve-exclusion-override': ['deputyDirector'],
  'decline-exclusion-override': ['deputyDirector'],
  'redesign-draw': operators,
  'approve-draw-override': ['deputyDirector'],
  'decline-draw-override': ['deputyDirector'],
  'show-design': operators,
  'preview-draw': operators,
  'list-preview': operators,
  'save-draw-filter': operators,
  'list-draw-filters': operators,
  'issue-witness-link': operators,
  'freeze-roster': operators,
  'publish-commitment': operators,
  'record-dice': operators,
  'confirm-dice': ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector'],
  'record-lottery': operators,
  'confirm-lottery': ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector'],
  'record-drand': operators,
  'run-draw': operators,
  'request-void-draw': operators,
  'void-draw': ['deputyDirector'],
  'decline-void-draw': ['deputyDirector'],
  'dispatch-task': operators,
  'show-amendments': readers,
  'request-recusal': ['legalClerk', 'sectionChief', 'inspector'],
  'request-substitution': ['legalClerk', 'sectionChief', 'inspector'],
  // Which office decides is the bureau's policy (recusal.decider); heads have no account of their own.
  'approve-amendment': ['deputyDirector'],
  'decline-amendment': ['deputyDirector'],
  'decide-seat': ['deputyDirector'],
  'unseal-draw': ['legalClerk', 'sectionChief', 'deputyDirector'],
  'take-auditors-file': ['auditor'],
} as const satisfies Permissions;
