import { type Actor, mayGive, millisecondsOf } from '@mingchou/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retrying } from '../db/retry.ts';
import { inTx, type Tx } from '../db/tx.ts';
import { comesFromOurPages } from './forgery.ts';
import { claimKey, isIdempotencyKey, keepReply, type Sending } from './idempotency.ts';
import type { CommandBinding, Outcome, ShownRefusal } from './module.ts';
import { refuseShell, sendIssues, sendJson, sendShown } from './reply.ts';
import { type Shell, sessionCookieName } from './shell.ts';
import { inWords } from './words.ts';

const reauthenticationLasts = 5 * 60 * 1000;

/** One command from request to reply: who may, what exactly, once only; one transaction. */
export async function handleCommand(
  shell: Shell,
  binding: CommandBinding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route } = binding;
  if (!comesFromOurPages(request)) return refuseShell(reply, 'forged-request');
  const cookie = request.cookies[sessionCookieName];
  const actor = cookie === undefined ? undefined : await shell.findActor(shell.database, cookie);
  if (actor === undefined) return refuseShell(reply, 'signed-out');
  if (!mayGive(route.name, actor.roles)) return refuseShell(reply, 'not-permitted');
  const key = request.headers['idempotency-key'];
  if (!isIdempotencyKey(key)) return refuseShell(reply, 'idempotency-key-missing');
  const prepared = binding.prepare(request.body ?? {});
  if (!prepared.ok) return sendIssues(reply, prepared.issues);
  if (route.reauthenticate && !isFresh(shell, actor)) return refuseShell(reply, 'reauthentication-required');

  const sending: Sending = { personId: actor.personId, key, route: route.name, body: request.body ?? {} };
  const sent = await retrying(() =>
    inTx(shell.database, actor.bureauId, (tx) =>
      runOnce(tx, sending, route.keepReply, () => inWords(shell, tx, () => prepared.run(tx, actor))),
    ),
  );
  if (!sent.ok) {
    return sent.refusal === 'reused' ? refuseShell(reply, 'idempotency-key-reused') : sendShown(reply, sent.refusal);
  }
  if (route.acknowledgeChained) await shell.sequencer.settle(actor.bureauId);
  return sendJson(reply, sent.value);
}

function isFresh(shell: Shell, { reauthenticatedAt }: Actor): boolean {
  if (reauthenticatedAt === null) return false;
  const age = millisecondsOf(shell.database.clock.machine()) - millisecondsOf(reauthenticatedAt);
  return age <= reauthenticationLasts;
}

type Sent =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly refusal: ShownRefusal | 'reused' };

async function runOnce(tx: Tx, sending: Sending, keep: boolean, run: () => Promise<Outcome>): Promise<Sent> {
  const claim = await claimKey(tx, sending);
  if (claim.kind === 'repeated') return { ok: true, value: claim.reply };
  if (claim.kind === 'reused') return { ok: false, refusal: 'reused' };
  const outcome = await run();
  if (!outcome.ok) return outcome;
  const text = JSON.stringify(outcome.value ?? null);
  if (keep) await keepReply(tx, sending, text);
  return { ok: true, value: text };
}
