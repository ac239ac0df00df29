import type { ColumnType } from 'kysely';

/** A view's JSON: one of contract/src/portal.ts, parsed when it is read. */
type View = ColumnType<unknown, string, string>;

export type SnapshotKind =
  | 'bureau'
  | 'plan'
  | 'draw'
  | 'progress'
  | 'result'
  | 'items'
  | 'ceremony'
  | 'attempt'
  | 'external';

export interface PortalSnapshotTable {
  bureau_id: string;
  kind: SnapshotKind;
  key: string;
  view: View;
  published_at: string;
}

export interface PortalFileTable {
  bureau_id: string;
  name: string;
  media_type: string;
  sha256: string;
  bytes: Uint8Array;
  published_at: string;
}

declare module '../../db/tables.ts' {
  interface Tables {
    portal_snapshot: PortalSnapshotTable;
    portal_file: PortalFileTable;
  }
}
