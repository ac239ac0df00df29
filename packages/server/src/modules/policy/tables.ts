import type {
  BureauId,
  CalendarDate,
  Instant,
  PolicyChange,
  PolicyChangeId,
  PolicyOverride,
  PolicyOverrideId,
  PolicyProfile,
  PolicyProposalId,
  ProfileProposal,
  TaskId,
} from '@mingchou/domain';

export interface PolicyTable {
  bureau_id: BureauId;
  version: number;
  policy_id: string;
  effective_on: CalendarDate;
  /** As the release that adopted it wrote it: to be read by `readPolicyProfile` only. */
  profile: PolicyProfile;
  adopted_by: string;
  adopted_at: Instant;
}

export interface PolicyChangeTable {
  bureau_id: BureauId;
  id: PolicyChangeId;
  status: PolicyChange['status'];
  state: PolicyChange;
  proposed_at: Instant;
  version: number;
}

export interface PolicyOverrideTable {
  bureau_id: BureauId;
  id: PolicyOverrideId;
  task_id: TaskId;
  status: PolicyOverride['status'];
  state: PolicyOverride;
  proposed_at: Instant;
  version: number;
}

export interface PolicyProposalTable {
  bureau_id: BureauId;
  id: PolicyProposalId;
  status: ProfileProposal['status'];
  state: ProfileProposal;
  proposed_at: Instant;
  version: number;
}

declare module '../../db/tables.ts' {
  interface Tables {
    policy: PolicyTable;
    policy_change: PolicyChangeTable;
    policy_override: PolicyOverrideTable;
    policy_proposal: PolicyProposalTable;
  }
}
