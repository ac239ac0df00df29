import type { policyRoutes } from '@mingchou/contract';
import {
  type Actor,
  approveProfile,
  declineProfile,
  evolveProposal,
  ok,
  type PolicyProposalId,
  type PolicyRefusal,
  type ProfileDecided,
  type ProfileProposal,
  proposeProfile,
  refuse,
  type Result,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { keepAdopted } from './commands.ts';
import type { PolicyPorts } from './ports.ts';
import { insertProposal, lockProposal, updateProposal } from './proposal-store.ts';
import { lockVersions } from './store.ts';

type Input<Name extends 'proposeProfile' | 'approveProfile' | 'declineProfile'> = z.output<
  (typeof policyRoutes)[Name]['input']
>;
type Reply = Promise<Result<{ id: PolicyProposalId; version: number }, PolicyRefusal>>;

export async function proposeWhole(tx: Tx, actor: Actor, input: Input<'proposeProfile'>): Reply {
  const latest = (await lockVersions(tx)).at(-1) ?? null;
  const { version: basis, profile, reason } = input;
  const decision = proposeProfile(latest, { id: newId<PolicyProposalId>(), profile, basis, reason }, actor, tx.now);
  if (!decision.ok) return decision;
  const { proposal } = decision.value;
  await insertProposal(tx, proposal);
  await note(tx, actor, proposal, decision.value);
  return ok({ id: proposal.id, version: proposal.version });
}

/** Approving adopts the profile in the same transaction. */
export async function approveWhole(
  ports: PolicyPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'approveProfile'>,
): Promise<Result<{ version: number }, PolicyRefusal>> {
  const latest = (await lockVersions(tx)).at(-1) ?? null;
  const found = await proposalOf(tx, input);
  if (!found.ok) return found;
  const decision = approveProfile(latest, found.value, actor, tx.now);
  if (!decision.ok) return decision;
  const { event, adopted } = decision.value;
  await keepAdopted(ports, tx, actor, adopted, latest?.policyId ?? newId());
  await settle(tx, actor, found.value, event);
  return ok({ version: adopted.version });
}

export async function declineWhole(tx: Tx, actor: Actor, input: Input<'declineProfile'>): Reply {
  const found = await proposalOf(tx, input);
  if (!found.ok) return found;
  const decision = declineProfile(found.value, actor, tx.now, input.reason);
  if (!decision.ok) return decision;
  const { id, version } = await settle(tx, actor, found.value, decision.value);
  return ok({ id, version });
}

async function proposalOf(
  tx: Tx,
  { id, version }: { readonly id: PolicyProposalId; readonly version: number },
): Promise<Result<ProfileProposal, PolicyRefusal>> {
  const proposal = await lockProposal(tx, id);
  if (proposal === undefined) return refuse({ code: 'policy-change-not-found' });
  if (proposal.version !== version) return refuse({ code: 'policy-change-decided' });
  return ok(proposal);
}

async function settle(tx: Tx, actor: Actor, proposal: ProfileProposal, event: ProfileDecided) {
  const next = evolveProposal(proposal, event);
  await updateProposal(tx, next);
  await note(tx, actor, next, event);
  return next;
}

async function note(tx: Tx, actor: Actor, { id, version }: ProfileProposal, event: { readonly type: string }) {
  await appendAudit(tx, actor, { noun: 'policy', aggregateId: id, version, event });
}
