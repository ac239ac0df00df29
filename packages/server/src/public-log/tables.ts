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

export interface LogWitnessTable {
  verifier_key: string;
  name: string;
  trusted_at: string;
  /** Null while his cosignatures are taken. */
  withdrawn_at: string | null;
}

export interface LogCosignatureTable {
  size: number;
  verifier_key: string;
  /** The line of the note, without its line feed. */
  line: string;
  received_at: string;
}

export interface LogTimestampTable {
  size: number;
  /** TimeStampResp, DER. */
  reply: Uint8Array;
  stamped_at: string;
  authority: string;
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
    portal_log_beside_key: LogKeyTable;
    portal_log_witness: LogWitnessTable;
    portal_log_cosignature: LogCosignatureTable;
    portal_log_timestamp: LogTimestampTable;
    audit_published: AuditPublishedTable;
  }
}
