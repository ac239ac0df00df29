import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  approvalNeeded,
  changeSubject,
  dateOf,
  declinePriority,
  evolveSubject,
  ok,
  type OccurrenceId,
  type PriorityProposal,
  proposePriority,
  refuse,
  registerOccurrence as decideRegister,
  type Result,
  type Subject,
  type SubjectId,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { lastChange, recordChanges } from './history-store.ts';
import { insertOccurrence, loadOccurrences, setAside } from './occurrence-store.ts';
import type { RegistryPorts } from './ports.ts';
import { loadSubjectForUpdate, updateSubject } from './subject-store.ts';

type Register = z.output<typeof registryRoutes.registerOccurrence.input>;
type Accept = z.output<typeof registryRoutes.acceptPriorityProposal.input>;
type Decline = z.output<typeof registryRoutes.declinePriorityProposal.input>;

export async function registerOccurrence(
  tx: Tx,
  actor: Actor,
  input: Register,
): Promise<Result<{ id: OccurrenceId; version: number }, RegistryRefusal>> {
  const subject = await loadSubjectForUpdate(tx, input.subjectId);
  const facts = { subjectFound: subject !== undefined, today: dateOf(tx.now) };
  const decision = decideRegister({ ...input, id: newId<OccurrenceId>() }, facts);
  if (!decision.ok) return decision;
  const { occurrence } = decision.value;
  await insertOccurrence(tx, actor, occurrence);
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: occurrence.id, version: 1, event: decision.value });
  return ok({ id: occurrence.id, version: occurrence.version });
}

/** 列为重点: the ground joins the object's grounds, and the history names what it rests on. */
export async function acceptPriorityProposal(
  ports: RegistryPorts,
  tx: Tx,
  actor: Actor,
  input: Accept,
): Promise<Result<{ id: SubjectId; version: number }, RegistryRefusal>> {
  if (approvalNeeded(await ports.approval(tx), actor)) return refuse({ code: 'approval-asked' });
  const found = await proposalOf(ports, tx, input);
  if (!found.ok) return found;
  const { subject, proposal } = found.value;
  if (proposal === undefined) return refuse({ code: 'proposal-gone' });
  const record = { ...subject, priority: 'priority' as const, grounds: [...subject.grounds, proposal.ground] };
  const [sectors, sections] = [await ports.sectors(tx), await ports.sections(tx)];
  const decision = changeSubject(subject, record, { sectors, sections, codeHolder: null, today: dateOf(tx.now) });
  if (!decision.ok) return decision;
  const next = evolveSubject(subject, decision.value);
  if (!(await updateSubject(tx, next))) throw new Error('a locked subject changed under its lock');
  const reason = proposal.evidence.map(({ on, evidence }) => `${on} ${evidence}`).join('；');
  await recordChanges(tx, actor, 'subject', [{ id: next.id, reason, changes: decision.value.changes }]);
  const event = { type: 'priority-proposal-accepted', subjectId: next.id, ground: proposal.ground, reason };
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: next.id, version: next.version, event });
  return ok({ id: next.id, version: next.version });
}

/** 不列为重点, with the reason on record beside each occurrence. */
export async function declinePriorityProposal(
  ports: RegistryPorts,
  tx: Tx,
  actor: Actor,
  input: Decline,
): Promise<Result<{ id: SubjectId; version: number }, RegistryRefusal>> {
  const found = await proposalOf(ports, tx, input);
  if (!found.ok) return found;
  const { subject, proposal } = found.value;
  const decision = declinePriority(subject.id, proposal, input.reason);
  if (!decision.ok) return decision;
  await setAside(tx, actor, decision.value);
  const { id, version } = subject;
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: id, version, event: decision.value });
  return ok({ id, version });
}

/** The proposal as it stands now, under the subject's lock. */
async function proposalOf(
  ports: RegistryPorts,
  tx: Tx,
  input: Pick<Accept, 'id' | 'version' | 'ground'>,
): Promise<Result<{ subject: Subject; proposal: PriorityProposal | undefined }, RegistryRefusal>> {
  const subject = await loadSubjectForUpdate(tx, input.id);
  if (subject === undefined) return refuse({ code: 'record-not-found' });
  if (subject.version !== input.version) return refuse({ code: 'stale', ...(await lastChange(tx, input.id)) });
  const { rules } = await ports.priorityRules(tx);
  const proposals = proposePriority(subject, await loadOccurrences(tx, subject.id), rules, dateOf(tx.now));
  return ok({ subject, proposal: proposals.find(({ ground }) => ground === input.ground) });
}
