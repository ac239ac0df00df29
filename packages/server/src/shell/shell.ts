import type { Actor, Terms } from '@mingchou/domain';
import type { Sequencer } from '../audit/sequencer.ts';
import type { Database, Db } from '../db/tx.ts';

export type InstallationMode = 'demonstration' | 'production';

/** What the request handlers need; put together once at the start. */
export interface Shell {
  readonly database: Database;
  readonly sequencer: Sequencer;
  readonly mode: InstallationMode;
  /** The address under which people reach the server; decides whether cookies are `Secure`. */
  readonly publicUrl: string;
  /** The person of a session cookie; nothing when the session is unknown, expired or of another bureau. */
  readonly findActor: (database: Database, cookie: string) => Promise<Actor | undefined>;
  /** 本局用语: what a refusal calls the bureau's sections and leaders. */
  readonly termsOf: (db: Db) => Promise<Terms>;
}

export const sessionCookieName = 'mingchou_session';
