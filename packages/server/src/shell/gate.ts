import type { BureauId } from '@mingchou/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../db/tx.ts';
import { type InstallationMode, type Shell, sessionCookieName } from './shell.ts';

/** What an open route has instead of an actor: the database, and the session cookie it may set or clear. */
export interface Gate {
  readonly database: Database;
  readonly mode: InstallationMode;
  /** The client's network address, for the record of failures. */
  readonly address: string;
  /** The cookie's value as it came, unproved. */
  readonly sessionCookie: string | undefined;
  /** The cookie carries the bureau, so that its session can be looked up behind row-level security. */
  readonly setSession: (bureauId: BureauId, token: string) => void;
  readonly clearSession: () => void;
}

export function openGate(shell: Shell, request: FastifyRequest, reply: FastifyReply): Gate {
  const secure = shell.publicUrl.startsWith('https:');
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    database: shell.database,
    mode: shell.mode,
    address: request.ip,
    sessionCookie: request.cookies[sessionCookieName],
    setSession: (bureauId, token) => void reply.setCookie(sessionCookieName, `${bureauId}.${token}`, options),
    clearSession: () => void reply.clearCookie(sessionCookieName, options),
  };
}
