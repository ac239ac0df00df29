import type { BureauId } from '@mingchou/domain';
import type { Database } from '../db/tx.ts';

/** What an open route has instead of an actor: the database, and the session cookie it may set or clear. */
export interface Gate {
  readonly database: Database;
  /** The client's network address, for the record of failures. */
  readonly address: string;
  /** The cookie's value as it came, unproved. */
  readonly sessionCookie: string | undefined;
  readonly setSession: (bureauId: BureauId, token: string) => void;
  readonly clearSession: () => void;
}
