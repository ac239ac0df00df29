import type { BureauId, Instant, PlanReading, ReadingId } from '@mingchou/domain';

export interface ReadingTable {
  bureau_id: BureauId;
  reading_id: ReadingId;
  file_hash: string;
  file_name: string;
  state: PlanReading;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

declare module '../../db/tables.ts' {
  interface Tables {
    reading: ReadingTable;
  }
}
