import type { BureauId, Instant } from '@mingchou/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../clock.ts';
import type { LogSigner } from '../public-log/signer.ts';
import type { MasterKey } from '../secrets/master-key.ts';
import type { Tables } from './tables.ts';

/** What reads take: a transaction that sees one bureau. */
export interface Db {
  readonly db: Kysely<Tables>;
  readonly bureauId: BureauId;
  /** The bureau's business time, the same through the whole transaction. */
  readonly now: Instant;
  readonly around: Surroundings;
}

/** What writes take. The signature is the permission. */
export interface Tx extends Db {
  readonly write: true;
}

/** What a transaction can reach besides its tables. */
export interface Surroundings {
  readonly clock: Clock;
  /** The folder of the content-addressed files. */
  readonly filesFolder: string;
  /** Signs the public log. */
  readonly logSigner: LogSigner;
  /** Above the bureaus' keys, which are above the keys of single records. */
  readonly masterKey: MasterKey;
  /** Puts a job into the queue within the transaction that `db` is. */
  readonly sendJob: (db: Kysely<Tables>, kind: string, payload: object, startAfterSeconds: number) => Promise<void>;
}

/** The database as the application's role, with everything a transaction needs. */
export interface Database extends Surroundings {
  readonly app: Kysely<Tables>;
  /** Told after each commit: the audit chain has something to link. */
  readonly committed: (bureauId: BureauId) => void;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Runs a write in one transaction of one bureau. A refusal that `run` returns rolls back, like an exception. */
export async function inTx<T>(database: Database, bureauId: BureauId, run: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = await database.app.startTransaction().setIsolationLevel('read committed').execute();
  let value: T;
  try {
    const db = await enter(database, transaction, bureauId);
    value = await run({ ...db, write: true });
    if (isRefusal(value)) {
      await transaction.rollback().execute();
      return value;
    }
    await transaction.commit().execute();
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    throw error;
  }
  database.committed(bureauId);
  return value;
}

/** Runs reads on one unchanging view of one bureau. */
export function inRead<T>(database: Database, bureauId: BureauId, run: (db: Db) => Promise<T>): Promise<T> {
  return database.app
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (transaction) => run(await enter(database, transaction, bureauId)));
}

/** Shows a transaction the rows of one bureau and no other. */
export async function enterBureau(transaction: Transaction<Tables>, bureauId: BureauId): Promise<void> {
  if (!uuidPattern.test(bureauId)) throw new Error('a bureau id is a lower-case UUID');
  // The statement form, not set_config(): only this reaches the workers of a Citus cluster. Parsed above, hence raw.
  await sql.raw(`set local app.bureau_id = '${bureauId}'`).execute(transaction);
}

async function enter(database: Database, transaction: Transaction<Tables>, bureauId: BureauId): Promise<Db> {
  await enterBureau(transaction, bureauId);
  const now = await database.clock.business(transaction, bureauId);
  const { clock, filesFolder, logSigner, masterKey, sendJob } = database;
  return { db: transaction, bureauId, now, around: { clock, filesFolder, logSigner, masterKey, sendJob } };
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'refusal' in value;
}
