import type { BureauId, CalendarDate, Instant, PolicyProfile } from '@mingchou/domain';

export interface PolicyTable {
  bureau_id: BureauId;
  version: number;
  policy_id: string;
  effective_on: CalendarDate;
  profile: PolicyProfile;
  adopted_by: string;
  adopted_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    policy: PolicyTable;
  }
}
