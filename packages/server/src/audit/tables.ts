import type { BureauId, Instant } from '@mingchou/domain';
import type { ColumnType, Generated } from 'kysely';

export interface AuditEntryTable {
  bureau_id: BureauId;
  entry_id: string;
  noun: string;
  aggregate_id: string;
  version: number;
  event_type: string;
  event: ColumnType<unknown, string>;
  actor_id: string | null;
  actor_name: string;
  at: Instant;
}

export interface AuditPendingTable {
  bureau_id: BureauId;
  entry_id: string;
}

export interface AuditLinkTable {
  bureau_id: BureauId;
  position: number;
  entry_id: string;
  previous_hash: Buffer;
  hash: Buffer;
  linked_at: Generated<Instant>;
}

declare module '../db/tables.ts' {
  interface Tables {
    audit_entry: AuditEntryTable;
    audit_pending: AuditPendingTable;
    audit_link: AuditLinkTable;
  }
}
