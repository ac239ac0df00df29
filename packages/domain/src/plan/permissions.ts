import type { Permissions } from '../account/role.ts';
import { roles } from '../account/role.ts';

const readers = ['legalClerk', 'sectionChief', 'deputyDirector', 'auditor'] as const;

/** 编制 by the legal section and the sections, 审核 by the legal section, 审批 by the leader in charge. */
export const planPermissions = {
  'create-plan': ['legalClerk', 'sectionChief'],
  'amend-plan': ['legalClerk', 'sectionChief'],
  'update-amendment': ['legalClerk', 'sectionChief'],
  'update-plan': ['legalClerk', 'sectionChief'],
  'add-plan-row': ['legalClerk', 'sectionChief'],
  'update-plan-row': ['legalClerk', 'sectionChief'],
  'remove-plan-row': ['legalClerk', 'sectionChief'],
  'mend-finding': ['legalClerk', 'sectionChief'],
  'dismiss-finding': ['legalClerk', 'sectionChief'],
  'merge-rows': ['legalClerk', 'sectionChief'],
  'dismiss-merge': ['legalClerk', 'sectionChief'],
  'submit-plan': ['legalClerk', 'sectionChief'],
  'withdraw-plan': ['legalClerk', 'sectionChief'],
  'review-plan': ['legalClerk'],
  'return-plan': ['legalClerk', 'deputyDirector'],
  'approve-plan': ['deputyDirector'],
  'send-plan-to-government': ['legalClerk', 'deputyDirector'],
  'record-government-answer': ['legalClerk', 'deputyDirector'],
  'number-plan': ['legalClerk', 'deputyDirector'],
  'file-plan': ['legalClerk', 'deputyDirector'],
  'record-filing-receipt': ['legalClerk', 'deputyDirector'],
  'publish-plan': ['legalClerk', 'deputyDirector'],
  'read-document': ['legalClerk', 'sectionChief'],
  'correct-value': ['legalClerk', 'sectionChief'],
  'confirm-values': ['legalClerk', 'sectionChief'],
  'accept-drafts': ['legalClerk', 'sectionChief'],
  'list-readings': readers,
  'show-reading': readers,
  'list-row-sources': roles,
  'list-plans': roles,
  'show-plan': roles,
  'compare-plans': roles,
  'export-plan': roles,
  'print-plan': roles,
  'plan-file': roles,
} as const satisfies Permissions;
