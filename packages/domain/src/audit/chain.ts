import type { Instant } from '../time.ts';
import { canonicalJson } from './canonical-json.ts';

/** 留痕 — one thing a person did: who, when, to which thing, and at which version it stood afterwards. */
export interface AuditEntry {
  readonly entryId: string;
  readonly noun: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly eventType: string;
  readonly event: unknown;
  /** Null when the system itself acted. */
  readonly actorId: string | null;
  readonly actorName: string;
  readonly at: Instant;
}

/** The place of an entry in its bureau's chain, from 1. Hashes are lower-case hexadecimal SHA-256. */
export interface AuditLink {
  readonly position: number;
  readonly entryId: string;
  readonly previousHash: string;
  readonly hash: string;
}

export const firstPreviousHash = '0'.repeat(64);

/** What a link's hash covers: the hash before, the place, and every field of the entry. Its UTF-8 bytes are hashed. */
export function linkText(position: number, previousHash: string, entry: AuditEntry): string {
  return canonicalJson([
    'mingchou-audit/1',
    position,
    previousHash,
    entry.entryId,
    entry.noun,
    entry.aggregateId,
    entry.version,
    entry.eventType,
    entry.event,
    entry.actorId,
    entry.actorName,
    entry.at,
  ]);
}

export type ChainFault =
  | { readonly code: 'gap'; readonly position: number }
  | { readonly code: 'broken-link'; readonly position: number; readonly entryId: string }
  | { readonly code: 'changed-entry'; readonly position: number; readonly entryId: string };

/** The last link that was found good; the next one must follow it. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

export const emptyChain: ChainHead = { position: 0, hash: firstPreviousHash };

/** Whether a link with its entry follows the head: the new head, or the first fault. */
export function follow(
  head: ChainHead,
  link: AuditLink,
  entry: AuditEntry,
  sha256: (text: string) => string,
): ChainHead | ChainFault {
  if (link.position !== head.position + 1) return { code: 'gap', position: head.position + 1 };
  const { position, entryId } = link;
  if (link.previousHash !== head.hash) return { code: 'broken-link', position, entryId };
  if (entry.entryId !== entryId || sha256(linkText(position, head.hash, entry)) !== link.hash) {
    return { code: 'changed-entry', position, entryId };
  }
  return { position, hash: link.hash };
}
