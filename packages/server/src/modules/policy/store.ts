import { policyProfile } from '@mingchou/contract';
import type { Instant, PolicyAdopted, PolicyProfile } from '@mingchou/domain';
import { sql } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export interface StoredPolicy {
  readonly profile: PolicyProfile;
  readonly version: number;
  readonly policyId: string;
  readonly adoptedBy: string;
  readonly adoptedAt: Instant;
}

export async function loadPolicy(db: Db): Promise<StoredPolicy | undefined> {
  const row = await db.db
    .selectFrom('policy')
    .select(['profile', 'version', 'policy_id', 'adopted_by', 'adopted_at'])
    .where('bureau_id', '=', db.bureauId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    profile: policyProfile.parse(row.profile),
    version: row.version,
    policyId: row.policy_id,
    adoptedBy: row.adopted_by,
    adoptedAt: row.adopted_at,
  };
}

/** The current version; two people who adopt at once take turns, so that the second sees the first. */
export async function loadPolicyForAdoption(tx: Tx): Promise<StoredPolicy | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${tx.bureauId}`}, 0))`.execute(tx.db);
  return loadPolicy(tx);
}

export async function insertPolicy(tx: Tx, event: PolicyAdopted, policyId: string, by: string): Promise<void> {
  await tx.db
    .insertInto('policy')
    .values({
      bureau_id: tx.bureauId,
      version: event.version,
      policy_id: policyId,
      effective_on: event.profile.effectiveOn,
      profile: toJson(event.profile),
      adopted_by: by,
      adopted_at: tx.now,
    })
    .execute();
}
