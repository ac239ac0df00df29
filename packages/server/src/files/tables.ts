import type { BureauId, Instant } from '@mingchou/domain';

export interface StoredFileTable {
  bureau_id: BureauId;
  hash: string;
  name: string;
  media_type: string;
  size: number;
  stored_at: Instant;
}

declare module '../db/tables.ts' {
  interface Tables {
    stored_file: StoredFileTable;
  }
}
