import type { DisplaySettings, ListView } from '@mingchou/contract';
import type { BureauId, InspectorId, Instant, PersonId, Role, SectionId } from '@mingchou/domain';
import type { Generated } from 'kysely';
import '../../db/base-tables.ts';

export interface SectionTable {
  bureau_id: BureauId;
  section_id: SectionId;
  version: Generated<number>;
  code: string;
  name: string;
  parent_id: SectionId | null;
}

export interface PersonTable {
  bureau_id: BureauId;
  person_id: PersonId;
  version: Generated<number>;
  login: string;
  name: string;
  section_id: SectionId | null;
  roles: readonly Role[];
  inspector_id: InspectorId | null;
  /** In clear only until the first start with keys; `sealed` holds them since. */
  phone: Generated<string | null>;
  identity_number: Generated<string | null>;
  sealed: Buffer | null;
  status: Generated<'active' | 'disabled'>;
  password_hash: string;
  must_change_password: Generated<boolean>;
}

export interface SignInAttemptTable {
  bureau_id: BureauId;
  login: string;
  failures: number;
  locked_until: Instant | null;
}

export interface SessionTable {
  bureau_id: BureauId;
  token_hash: Buffer;
  person_id: PersonId;
  started_at: Instant;
  last_seen_at: Instant;
  reauthenticated_at: Instant | null;
  ended_at: Instant | null;
}

export interface ListViewTable {
  bureau_id: BureauId;
  person_id: PersonId;
  list: string;
  view: ListView;
}

export interface DisplaySettingsTable {
  bureau_id: BureauId;
  person_id: PersonId;
  settings: DisplaySettings;
}

export interface SetupLinkTable {
  token_hash: Buffer;
  expires_at: Instant;
  used_at: Instant | null;
}

declare module '../../db/tables.ts' {
  interface Tables {
    section: SectionTable;
    person: PersonTable;
    sign_in_attempt: SignInAttemptTable;
    session: SessionTable;
    list_view: ListViewTable;
    display_settings: DisplaySettingsTable;
    setup_link: SetupLinkTable;
  }
}
