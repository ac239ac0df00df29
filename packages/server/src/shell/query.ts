import { type Actor, mayGive, permissions } from '@mingchou/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retrying } from '../db/retry.ts';
import { inRead } from '../db/tx.ts';
import type { QueryBinding } from './module.ts';
import { refuseShell, sendIssues, sendJson, sendShown } from './reply.ts';
import { type Shell, sessionCookieName } from './shell.ts';
import { inWords } from './words.ts';

/** One query from request to reply, on one unchanging view of the actor's bureau. */
export async function handleQuery(
  shell: Shell,
  binding: QueryBinding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const cookie = request.cookies[sessionCookieName];
  const actor = cookie === undefined ? undefined : await shell.findActor(shell.database, cookie);
  if (actor === undefined) return refuseShell(reply, 'signed-out');
  if (!mayAsk(binding.route.name, actor)) return refuseShell(reply, 'not-permitted');
  const prepared = binding.prepare(request.query);
  if (!prepared.ok) return sendIssues(reply, prepared.issues);
  const outcome = await retrying(() =>
    inRead(shell.database, actor.bureauId, (db) => inWords(shell, db, () => prepared.run(db, actor))),
  );
  return outcome.ok ? sendJson(reply, JSON.stringify(outcome.value ?? null)) : sendShown(reply, outcome.refusal);
}

/**
 * A query that stands in the table of permissions is for those roles only. Any other is open to the bureau's own people;
 * a partner department's people see only what names them.
 */
function mayAsk(query: string, { roles }: Actor): boolean {
  if (permissions[query] !== undefined) return mayGive(query, roles);
  return roles.some((role) => role !== 'partner');
}
