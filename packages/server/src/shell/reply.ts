import { type RefusalReply, type ShellRefusal, shellRefusals } from '@mingchou/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { ShownRefusal } from './module.ts';

export type PlainShellRefusal = Exclude<ShellRefusal['code'], 'too-many-requests'>;

/** Sends a refusal of the shell itself. */
export function refuseShell(reply: FastifyReply, code: PlainShellRefusal): FastifyReply {
  const { status, message } = shellRefusals[code];
  return sendRefusal(reply, status, { code, message });
}

/** Sends a refusal of a noun with its facts. */
export function sendShown(reply: FastifyReply, { status, code, message, facts }: ShownRefusal): FastifyReply {
  return sendRefusal(reply, status, Object.keys(facts).length === 0 ? { code, message } : { code, message, facts });
}

/** 400 with the path and the words for each field that is wrong. */
export function sendIssues(reply: FastifyReply, issues: readonly z.core.$ZodIssue[]): FastifyReply {
  const { status, message } = shellRefusals['invalid-input'];
  const fields = issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  return sendRefusal(reply, status, { code: 'invalid-input', message, fields });
}

export function sendRefusal(reply: FastifyReply, status: number, body: RefusalReply): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send(body);
}

/** Sends JSON that is already text, so that a repeated command gets the same bytes. */
export function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(text);
}
