import type { BureauId, Instant } from '@mingchou/domain';
import type { Generated } from 'kysely';

export interface MasterKeyTable {
  only_row: Generated<boolean>;
  proof: Buffer;
}

export interface BureauKeyTable {
  bureau_id: BureauId;
  generation: number;
  wrapped: Buffer;
  made_at: Generated<Instant>;
}

/** What has a key of its own: an account, the contact data of a registry record, an uploaded file. */
export type SecretKind = 'person' | 'contact' | 'file';

export interface RecordKeyTable {
  bureau_id: BureauId;
  kind: SecretKind;
  record_id: string;
  generation: number;
  wrapped: Buffer | null;
  destroyed_at: Instant | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    master_key: MasterKeyTable;
    bureau_key: BureauKeyTable;
    record_key: RecordKeyTable;
  }
}
