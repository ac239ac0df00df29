import type { BureauId, Instant } from '@mingchou/domain';
import type { Generated } from 'kysely';

export interface StoredFileTable {
  bureau_id: BureauId;
  hash: string;
  name: string;
  media_type: string;
  size: number;
  stored_at: Instant;
  personal: Generated<boolean>;
}

declare module '../db/tables.ts' {
  interface Tables {
    stored_file: StoredFileTable;
  }
}
