import { createHash } from 'node:crypto';
import type { Tx } from '../../db/tx.ts';
import './tables.ts';
import { lockNumbering } from './store.ts';

/** Entries of the bureau's public log (mc-draw/1 §4). No personal data: an approver stands as his role. */
export type LogEntry =
  | {
      readonly kind: 'commitment';
      readonly bureau: string;
      readonly drawNo: number;
      readonly c: string;
      readonly at: string;
    }
  | { readonly kind: 'result'; readonly c: string; readonly h: string; readonly at: string }
  | { readonly kind: 'amendment'; readonly c: string; readonly h: string; readonly at: string }
  | {
      readonly kind: 'void';
      readonly c: string;
      readonly reasonCode: string;
      readonly approver: string;
      readonly at: string;
    };

/** Canonical JSON (RFC 8785) of a flat entry: members by code unit, no white space. */
export function writeEntry(entry: LogEntry): string {
  const members = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(members));
}

/** RFC 6962 leaf hash, always SHA-256. */
export function leafHash(entry: string): string {
  return createHash('sha256')
    .update(Buffer.from([0]))
    .update(entry, 'utf8')
    .digest('hex');
}

/** Appends and returns the index, from 0. Writers of one bureau wait for each other, so that the log has no gaps. */
export async function appendPublicLog(tx: Tx, entry: LogEntry): Promise<number> {
  await lockNumbering(tx);
  const { size } = await tx.db
    .selectFrom('public_log')
    .select((e) => e.fn.countAll<number>().as('size'))
    .where('bureau_id', '=', tx.bureauId)
    .executeTakeFirstOrThrow();
  const text = writeEntry(entry);
  await tx.db
    .insertInto('public_log')
    .values({ bureau_id: tx.bureauId, log_index: size, entry: text, leaf_hash: leafHash(text), at: tx.now })
    .execute();
  return size;
}
