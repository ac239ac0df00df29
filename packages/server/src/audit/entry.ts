import { createHash } from 'node:crypto';
import type { AuditEntry, AuditLink } from '@mingchou/domain';
import type { Selectable } from 'kysely';
import type { AuditEntryTable, AuditLinkTable } from './tables.ts';

export const entryColumns = [
  'audit_entry.entry_id',
  'audit_entry.noun',
  'audit_entry.aggregate_id',
  'audit_entry.version',
  'audit_entry.event_type',
  'audit_entry.event',
  'audit_entry.actor_id',
  'audit_entry.actor_name',
  'audit_entry.at',
] as const;

export function entryOf(row: Omit<Selectable<AuditEntryTable>, 'bureau_id'>): AuditEntry {
  return {
    entryId: row.entry_id,
    noun: row.noun,
    aggregateId: row.aggregate_id,
    version: row.version,
    eventType: row.event_type,
    event: row.event,
    actorId: row.actor_id,
    actorName: row.actor_name,
    at: row.at,
  };
}

export function linkOf(row: Omit<Selectable<AuditLinkTable>, 'bureau_id' | 'linked_at'>): AuditLink {
  return {
    position: row.position,
    entryId: row.entry_id,
    previousHash: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
