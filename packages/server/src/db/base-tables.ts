import type { BureauId, Instant } from '@mingchou/domain';
import type { Generated } from 'kysely';

export interface InstallationTable {
  only_row: Generated<boolean>;
  mode: 'demonstration' | 'production';
}

/** The directory of tenants; names are public. */
export interface BureauTable {
  bureau_id: BureauId;
  slug: string;
  name: string;
  region_code: string;
  section_word: '科室' | '股室';
  created_at: Generated<Instant>;
}

export interface BureauClockTable {
  bureau_id: BureauId;
  standing_at: Instant;
}

export interface IdempotencyKeyTable {
  bureau_id: BureauId;
  person_id: string;
  key: string;
  route: string;
  body_hash: Buffer;
  reply: Buffer | null;
  created_at: Generated<Instant>;
}

declare module './tables.ts' {
  interface Tables {
    installation: InstallationTable;
    bureau: BureauTable;
    bureau_clock: BureauClockTable;
    idempotency_key: IdempotencyKeyTable;
  }
}
