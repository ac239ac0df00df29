import type { InspectorId, PersonId, SectionId } from '../id.ts';
import { ok, type Result, refuse } from '../result.ts';
import type { Role } from './role.ts';

/** 人员账号 — somebody of the bureau (or of a partner department) who can sign in. */
export interface Person {
  readonly id: PersonId;
  readonly version: number;
  readonly login: string;
  readonly name: string;
  readonly sectionId: SectionId | null;
  readonly roles: readonly Role[];
  readonly inspectorId: InspectorId | null;
  readonly status: 'active' | 'disabled';
}

export type PersonEvent =
  | { readonly type: 'person-added'; readonly name: string; readonly roles: readonly Role[] }
  | { readonly type: 'roles-changed'; readonly roles: readonly Role[]; readonly sectionId: SectionId | null }
  | { readonly type: 'person-disabled'; readonly reason: string }
  | { readonly type: 'person-enabled' }
  | { readonly type: 'person-linked-to-inspector'; readonly inspectorId: InspectorId }
  | { readonly type: 'password-changed' }
  | { readonly type: 'password-reset' };

export type PersonRefusal =
  | { readonly code: 'duties-not-apart'; readonly role: 'administrator' | 'auditor' }
  | { readonly code: 'login-taken'; readonly login: string }
  | { readonly code: 'no-such-person' }
  | { readonly code: 'no-such-section' }
  | { readonly code: 'already-disabled' }
  | { readonly code: 'already-active' }
  | { readonly code: 'own-account' };

/** 三员分立: the administrator and the auditor hold no other role. */
export function judgeRoles(held: readonly Role[]): Result<readonly Role[], PersonRefusal> {
  for (const role of ['administrator', 'auditor'] as const) {
    if (held.includes(role) && held.length > 1) return refuse({ code: 'duties-not-apart', role });
  }
  return ok(held);
}

export function changeRoles(
  person: Person,
  changer: PersonId,
  held: readonly Role[],
  sectionId: SectionId | null,
): Result<PersonEvent, PersonRefusal> {
  // Nobody gives himself rights, and no administrator takes away the last key by accident.
  if (person.id === changer) return refuse({ code: 'own-account' });
  const judged = judgeRoles(held);
  return judged.ok ? ok({ type: 'roles-changed', roles: judged.value, sectionId }) : judged;
}

export function disablePerson(person: Person, changer: PersonId, reason: string): Result<PersonEvent, PersonRefusal> {
  if (person.id === changer) return refuse({ code: 'own-account' });
  return person.status === 'disabled' ? refuse({ code: 'already-disabled' }) : ok({ type: 'person-disabled', reason });
}

export function enablePerson(person: Person): Result<PersonEvent, PersonRefusal> {
  return person.status === 'active' ? refuse({ code: 'already-active' }) : ok({ type: 'person-enabled' });
}

export function evolvePerson(person: Person, event: PersonEvent): Person {
  const next = { ...person, version: person.version + 1 };
  switch (event.type) {
    case 'roles-changed':
      return { ...next, roles: event.roles, sectionId: event.sectionId };
    case 'person-disabled':
      return { ...next, status: 'disabled' };
    case 'person-enabled':
      return { ...next, status: 'active' };
    case 'person-linked-to-inspector':
      return { ...next, inspectorId: event.inspectorId };
    case 'person-added':
    case 'password-changed':
    case 'password-reset':
      return next;
  }
}
