import type { planRoutes } from '@mingchou/contract';
import type { Actor, Evidence, Plan, PlanId, PlanRefusal, Result } from '@mingchou/domain';
import {
  filePlan,
  numberPlan,
  ok,
  recordFilingReceipt,
  recordGovernmentAnswer,
  refuse,
  sendToGovernment,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db, Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import type { SavedPlan } from './commands.ts';
import { changePlan } from './commands.ts';
import { publishAgain } from './flow.ts';
import type { PlanPorts } from './ports.ts';
import { loadPlan } from './store.ts';

type Input<N extends keyof typeof planRoutes> = z.output<(typeof planRoutes)[N]['input']>;

export function sendOn(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'sendPlanToGovernment'>,
): Promise<SavedPlan> {
  const { to, sentOn } = input;
  return changePlan(ports, tx, actor, input, (plan) => sendToGovernment(plan, { to, sentOn }, { actor, at: tx.now }));
}

export async function recordAnswer(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'recordGovernmentAnswer'>,
): Promise<SavedPlan> {
  const file = await keep(tx, input.file);
  return changePlan(ports, tx, actor, input, (plan) =>
    recordGovernmentAnswer(plan, { ...input, file }, { actor, at: tx.now }),
  );
}

export function giveNumber(ports: PlanPorts, tx: Tx, actor: Actor, input: Input<'numberPlan'>): Promise<SavedPlan> {
  const { documentNo, issuedOn } = input;
  return changePlan(ports, tx, actor, input, (plan) => numberPlan(plan, { documentNo, issuedOn }, tx.now));
}

export async function fileAbove(ports: PlanPorts, tx: Tx, actor: Actor, input: Input<'filePlan'>): Promise<SavedPlan> {
  const policy = await ports.policy(tx);
  return changePlan(
    ports,
    tx,
    actor,
    input,
    (plan) => filePlan(plan, input.sentOn, policy, { actor, at: tx.now }),
    (plan) => publishAgain(ports, tx, plan),
  );
}

export async function recordReceipt(
  ports: PlanPorts,
  tx: Tx,
  actor: Actor,
  input: Input<'recordFilingReceipt'>,
): Promise<SavedPlan> {
  const { receivedOn, receiptNo } = input;
  const file = await keep(tx, input.file);
  return changePlan(
    ports,
    tx,
    actor,
    input,
    (plan) => recordFilingReceipt(plan, { receivedOn, receiptNo, file }, { actor, at: tx.now }),
    (plan) => publishAgain(ports, tx, plan),
  );
}

/** A paper that was taken in with a step of this plan, and no other file of the bureau. */
export async function planFile(
  db: Db,
  { planId, hash }: { readonly planId: PlanId; readonly hash: string },
): Promise<Result<{ name: string; mediaType: string; base64: string }, PlanRefusal>> {
  const stored = await loadPlan(db, planId);
  const label = stored && papersOf(stored.plan).find((one) => one.hash === hash);
  const kept = label === undefined ? undefined : await readFile(db, hash);
  if (label === undefined || kept === undefined) return refuse({ code: 'plan-file-not-found' });
  return ok({ name: label.name, mediaType: kept.mediaType, base64: kept.bytes.toString('base64') });
}

function papersOf(plan: Plan): readonly Evidence[] {
  const decided = plan.status === 'approved' || plan.status === 'published';
  const returned = plan.status === 'draft' ? plan.sentBack?.file : undefined;
  const all = decided ? [plan.government?.file, plan.filing?.receipt?.file] : [returned];
  return all.filter((file) => file !== null && file !== undefined);
}

async function keep(tx: Tx, upload: Input<'recordFilingReceipt'>['file']): Promise<Evidence | null> {
  if (upload === null) return null;
  const { name, mediaType, base64 } = upload;
  // Names and telephones of other offices' people may stand on it.
  const { hash } = await saveFile(tx, Buffer.from(base64, 'base64'), { name, mediaType, personal: true });
  return { name, hash };
}
