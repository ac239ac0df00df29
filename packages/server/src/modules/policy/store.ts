import { readPolicyProfile } from '@mingchou/contract';
import { dateOf, inForceOn, type Instant, type PolicyProfile } from '@mingchou/domain';
import { sql } from 'kysely';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

export interface StoredPolicy {
  readonly profile: PolicyProfile;
  /** Keys of the stored profile that this release cannot read. */
  readonly unread: readonly string[];
  readonly version: number;
  readonly policyId: string;
  readonly adoptedBy: string;
  readonly adoptedAt: Instant;
}

/** Every version, the first first. */
export async function loadVersions(db: Db): Promise<readonly StoredPolicy[]> {
  const rows = await db.db
    .selectFrom('policy')
    .select(['profile', 'version', 'policy_id', 'adopted_by', 'adopted_at'])
    .where('bureau_id', '=', db.bureauId)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    ...readPolicyProfile(row.profile),
    version: row.version,
    policyId: row.policy_id,
    adoptedBy: row.adopted_by,
    adoptedAt: row.adopted_at,
  }));
}

/** The version in force on the business day. */
export async function loadPolicy(db: Db): Promise<StoredPolicy | undefined> {
  return inForceOn(await loadVersions(db), dateOf(db.now));
}

/** All versions, locked: two people who adopt at once take turns, so that the second sees the first. */
export async function lockVersions(tx: Tx): Promise<readonly StoredPolicy[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy ${tx.bureauId}`}, 0))`.execute(tx.db);
  return loadVersions(tx);
}

export async function insertPolicy(
  tx: Tx,
  adopted: { readonly profile: PolicyProfile; readonly version: number },
  policyId: string,
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('policy')
    .values({
      bureau_id: tx.bureauId,
      version: adopted.version,
      policy_id: policyId,
      effective_on: adopted.profile.effectiveOn,
      profile: toJson(adopted.profile),
      adopted_by: by,
      adopted_at: tx.now,
    })
    .execute();
}
