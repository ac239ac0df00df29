import { type Instant, instantOf } from '@mingchou/domain';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseUrl } from './address.ts';
import type { Tables } from './tables.ts';

export interface PoolOptions {
  readonly max: number;
  /** Told of a connection that broke while idle; without it such an event would end the process. */
  readonly onError: (error: Error) => void;
}

const int8 = 20;
const date = 1082;
const timestamptz = 1184;

/** A pool whose rows hold our types: int8 as number, date as `YYYY-MM-DD`, timestamptz as `Instant`. */
export function openPool(url: DatabaseUrl, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    options: '-c timezone=UTC',
    types: { getTypeParser },
    connectionTimeoutMillis: 15_000,
  });
  pool.on('error', options.onError);
  return pool;
}

export function openTables(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  switch (oid) {
    case int8:
      return parseInt8;
    case date:
      return (text: string) => text;
    case timestamptz:
      return parseTimestamp;
    default:
      return pg.types.getTypeParser(oid, 'text');
  }
};

/** Throws beyond 2^53 rather than rounding silently. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`int8 outside the safe range: ${text}`);
  return value;
}

/** `2022-04-01 08:00:00.123+00` of a UTC session; fractions of a second are cut off. */
export function parseTimestamp(text: string): Instant {
  return instantOf(Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`));
}
