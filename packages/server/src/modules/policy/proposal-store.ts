import type { PolicyProposalId, ProfileProposal } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

/** Every whole profile that was proposed, the latest first. */
export async function loadProposals(db: Db): Promise<readonly ProfileProposal[]> {
  const rows = await db.db
    .selectFrom('policy_proposal')
    .select('state')
    .where('bureau_id', '=', db.bureauId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ state }) => state);
}

export async function lockProposal(tx: Tx, id: PolicyProposalId): Promise<ProfileProposal | undefined> {
  const row = await tx.db
    .selectFrom('policy_proposal')
    .select('state')
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row?.state;
}

export async function insertProposal(tx: Tx, proposal: ProfileProposal): Promise<void> {
  await tx.db
    .insertInto('policy_proposal')
    .values({
      bureau_id: tx.bureauId,
      id: proposal.id,
      status: proposal.status,
      state: toJson(proposal),
      proposed_at: proposal.proposed.at,
      version: proposal.version,
    })
    .execute();
}

export async function updateProposal(tx: Tx, proposal: ProfileProposal): Promise<void> {
  await tx.db
    .updateTable('policy_proposal')
    .set({ status: proposal.status, state: toJson(proposal), version: proposal.version })
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', proposal.id)
    .execute();
}
