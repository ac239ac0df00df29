import { type RawBuilder, sql } from 'kysely';

/** A value for a jsonb column. Needed for arrays above all, which the driver would otherwise send as a PostgreSQL array. */
export function toJson<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
