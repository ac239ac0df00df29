import type { Permissions } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor'] as const;

// Which of the two operates the draw is the bureau's policy (draw.operatorRole); the rule itself refuses the other.
const operators = ['legalClerk', 'sectionChief'] as const;

export const drawPermissions = {
  'list-draws': readers,
  'show-draw': readers,
  'list-roster': readers,
  'show-ceremony': readers,
  'read-draw-file': readers,
  'print-record': readers,
  'prepare-draw': operators,
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
} as const satisfies Permissions;
