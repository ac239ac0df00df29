import type { ExportList, ImportTarget } from '@mingchou/contract';
import type {
  BureauId,
  DryRun,
  HeadMapping,
  ImportMode,
  Instant,
  PersonId,
  RunPhase,
  RunState,
} from '@mingchou/domain';
import type { ColumnType, RawBuilder } from 'kysely';

export interface ImportDryRunTable {
  bureau_id: BureauId;
  id: string;
  target: ImportTarget;
  file_hash: string;
  file_name: string;
  registry_mark: string;
  counts: ColumnType<DryRun['counts'], string, never>;
  tried_at: Instant;
  tried_by: PersonId;
  tried_by_name: string;
  imported_at: Instant | null;
  imported_by: PersonId | null;
  undone_at: ColumnType<Instant | null, null | undefined, Instant>;
  undone_by_name: ColumnType<string | null, null | undefined, string>;
  view_hash: ColumnType<string | null, string, never>;
  wrong_hash: ColumnType<string | null, string | null, never>;
  version: number;
}

export interface ImportRunTable {
  bureau_id: BureauId;
  id: string;
  import_id: string;
  target: ImportTarget;
  mode: ImportMode;
  state: RunState;
  phase: RunPhase;
  done: number;
  total: number;
  asked_at: Instant;
  asked_by: PersonId;
  asked_by_name: string;
  ended_at: ColumnType<Instant | null, undefined, Instant>;
  message: ColumnType<string | null, undefined, string>;
  heard_at: ColumnType<Instant, undefined, RawBuilder<Instant>>;
  phase_at: ColumnType<Instant, undefined, RawBuilder<Instant>>;
}

export interface ImportMappingTable {
  bureau_id: BureauId;
  target: ImportTarget;
  signature: string;
  heads: string;
  mapping: ColumnType<HeadMapping, RawBuilder<HeadMapping>, RawBuilder<HeadMapping>>;
  made_at: Instant;
  made_by_name: string;
}

export interface ListExportTable {
  bureau_id: BureauId;
  id: string;
  list: ExportList;
  format: 'xlsx' | 'csv';
  listing: ColumnType<Listing, RawBuilder<Listing>, never>;
  columns: string[];
  begun_at: Instant;
  begun_by: PersonId;
  begun_by_name: string;
  rows: ColumnType<number | null, undefined, number>;
  sha256: ColumnType<string | null, undefined, string>;
  finished_at: ColumnType<Instant | null, undefined, Instant>;
}

type Listing = Readonly<Record<string, string>>;

declare module '../../db/tables.ts' {
  interface Tables {
    import_dry_run: ImportDryRunTable;
    import_run: ImportRunTable;
    import_mapping: ImportMappingTable;
    list_export: ListExportTable;
  }
}
