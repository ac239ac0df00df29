import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** Who may have a masked number shown in full; each showing is a command of its own and stands in the log. */
export const revealers: readonly Role[] = ['administrator', 'legalClerk', 'sectionChief'];

/** Whether a person may have another's phone or identity number revealed. His own he always may. */
export function mayReveal(actor: Pick<Actor, 'personId' | 'roles'>, ownerId: string | null): boolean {
  return actor.personId === ownerId || actor.roles.some((role) => revealers.includes(role));
}
