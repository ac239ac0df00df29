import type { ImportTarget } from '@mingchou/contract';
import type { BureauId, DryRun, Instant, PersonId } from '@mingchou/domain';
import type { ColumnType } from 'kysely';

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
  version: number;
}

declare module '../../db/tables.ts' {
  interface Tables {
    import_dry_run: ImportDryRunTable;
  }
}
