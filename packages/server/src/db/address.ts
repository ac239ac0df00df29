import { createHmac } from 'node:crypto';

/** A PostgreSQL connection URL; sockets are written `postgres://user@localhost/name?host=/folder`. */
export type DatabaseUrl = string;

/** The roles the server works as; the owner is whoever the given URL names. */
export type DatabaseRole = 'mingchou_app' | 'mingchou_portal' | 'mingchou_sequencer';

export const databaseRoles: readonly DatabaseRole[] = ['mingchou_app', 'mingchou_portal', 'mingchou_sequencer'];

export function socketUrl(host: string, user: string, database: string): DatabaseUrl {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}

/** The same database, as one of our roles. */
export function asRole(url: DatabaseUrl, role: DatabaseRole): DatabaseUrl {
  const changed = new URL(url);
  const password = rolePassword(url, role);
  changed.username = role;
  changed.password = password ?? '';
  return changed.href;
}

export function withDatabase(url: DatabaseUrl, database: string): DatabaseUrl {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/**
 * The password of a role, derived from the owner's so that several servers agree without a second secret;
 * nothing when the owner signs in without one (private socket, peer).
 */
export function rolePassword(url: DatabaseUrl, role: DatabaseRole): string | undefined {
  const { password } = new URL(url);
  return password === '' ? undefined : createHmac('sha256', decodeURIComponent(password)).update(role).digest('hex');
}
