import type { BureauId, CalendarDate } from '@mingchou/domain';

export interface LogEntryTable {
  log_index: number;
  /** Canonical JSON, as the leaf hash covers it. */
  entry: string;
}

export interface LogNodeTable {
  level: number;
  node_index: number;
  hash: string;
}

export interface LogCheckpointTable {
  size: number;
  note: string;
}

export interface LogKeyTable {
  generation: number;
  verifier_key: string;
}

export interface AuditPublishedTable {
  bureau_id: BureauId;
  day: CalendarDate;
  position: number;
  log_index: number;
}

declare module '../db/tables.ts' {
  interface Tables {
    portal_log_entry: LogEntryTable;
    portal_log_node: LogNodeTable;
    portal_log_checkpoint: LogCheckpointTable;
    portal_log_key: LogKeyTable;
    audit_published: AuditPublishedTable;
  }
}
