import type { FastifyReply, FastifyRequest } from 'fastify';
import { comesFromOurPages } from './forgery.ts';
import { openGate } from './gate.ts';
import type { OpenBinding } from './module.ts';
import { refuseShell, sendIssues, sendJson, sendShown } from './reply.ts';
import type { Shell } from './shell.ts';
import { inNationalWords } from './words.ts';

/** A route without a session: it opens its transactions itself. */
export async function handleOpen(
  shell: Shell,
  binding: OpenBinding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isCommand = binding.route.kind === 'command';
  if (isCommand && !comesFromOurPages(request)) return refuseShell(reply, 'forged-request');
  const prepared = binding.prepare(isCommand ? (request.body ?? {}) : request.query);
  if (!prepared.ok) return sendIssues(reply, prepared.issues);
  const outcome = await prepared.run(openGate(shell, request, reply));
  return outcome.ok
    ? sendJson(reply, JSON.stringify(outcome.value ?? null))
    : sendShown(reply, inNationalWords(outcome.refusal));
}
