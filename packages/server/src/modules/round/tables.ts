import type { BureauId, CalendarDate, Instant, Round, RoundId } from '@mingchou/domain';

export interface RoundTable {
  bureau_id: BureauId;
  round_id: RoundId;
  name: string;
  status: Round['status'];
  starts_on: CalendarDate;
  state: Round;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    round: RoundTable;
  }
}
