import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../id.ts';
import { ok, refuse } from '../result.ts';
import { instantOf, parseInstant } from '../time.ts';
import { judgePassword } from './password.ts';
import { changeRoles, disablePerson, evolvePerson, judgeRoles, type Person } from './person.ts';
import { mayReveal } from './reveal.ts';
import { type Role, roles } from './role.ts';
import { mustDiffer } from './separation.ts';
import { isSessionAlive } from './session.ts';
import { type Attempts, failuresToLock, judgeSignIn, noAttempts } from './sign-in.ts';

const he = 'he' as PersonId;
const lv = 'lv' as PersonId;
const at = (text: string) => parseInstant(`2022-03-21T${text}Z`) ?? instantOf(0);

function person(over: Partial<Person> = {}): Person {
  return {
    ...{ id: he, version: 3, login: '何书', name: '何书', sectionId: null, roles: ['legalClerk'], inspectorId: null },
    ...{ status: 'active', ...over },
  };
}

describe('不得自审', () => {
  test('who applied may not approve, whatever roles he holds', () => {
    expect(mustDiffer(he, he)).toEqual(refuse({ code: 'same-person', personId: he }));
    expect(mustDiffer(he, lv)).toEqual(ok(lv));
  });
});

describe('三员分立', () => {
  test('the administrator and the auditor hold no other role', () => {
    expect(judgeRoles(['administrator', 'legalClerk'])).toEqual(
      refuse({ code: 'duties-not-apart', role: 'administrator' }),
    );
    expect(judgeRoles(['inspector', 'auditor'])).toEqual(refuse({ code: 'duties-not-apart', role: 'auditor' }));
    expect(judgeRoles(['auditor'])).toEqual(ok(['auditor']));
  });

  test('every set of the other roles may be held together', () => {
    const others = roles.filter((role): role is Role => role !== 'administrator' && role !== 'auditor');
    fc.assert(
      fc.property(fc.subarray(others, { minLength: 1 }), (held) => {
        expect(judgeRoles(held)).toEqual(ok(held));
      }),
    );
  });

  test('nobody changes his own roles or disables himself', () => {
    expect(changeRoles(person(), he, ['sectionChief'], null)).toEqual(refuse({ code: 'own-account' }));
    expect(disablePerson(person(), he, '离开')).toEqual(refuse({ code: 'own-account' }));
  });

  test('a change raises the version by one and touches nothing it does not name', () => {
    const next = evolvePerson(person(), { type: 'roles-changed', roles: ['sectionChief'], sectionId: null });
    expect(next).toEqual(person({ version: 4, roles: ['sectionChief'] }));
  });
});

describe('登录失败处理', () => {
  const now = at('08:30:00');

  test('the fifth failure locks for thirty minutes', () => {
    let attempts: Attempts = noAttempts;
    for (let failure = 1; failure < failuresToLock; failure += 1) {
      const verdict = judgeSignIn(attempts, false, now);
      expect(verdict.kind).toBe('wrong');
      attempts = verdict.next;
    }
    expect(judgeSignIn(attempts, false, now)).toMatchObject({ kind: 'locked', until: at('09:00:00') });
  });

  test('while locked the right password is not looked at; when the lock ends it is', () => {
    const locked = { failures: 5, lockedUntil: at('09:00:00') };
    expect(judgeSignIn(locked, true, at('08:59:59'))).toMatchObject({ kind: 'locked', next: locked });
    expect(judgeSignIn(locked, true, at('09:00:00'))).toEqual({ kind: 'admitted', next: noAttempts });
  });

  test('after a lock the count begins anew', () => {
    const locked = { failures: 5, lockedUntil: at('09:00:00') };
    expect(judgeSignIn(locked, false, at('09:00:00'))).toEqual({
      kind: 'wrong',
      next: { failures: 1, lockedUntil: null },
    });
  });

  test('whatever is tried, nobody gets in without the right password, and the sixth guess comes thirty minutes after the fifth', () => {
    const tries = fc.array(fc.record({ right: fc.boolean(), wait: fc.integer({ min: 0, max: 120 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(tries, (sequence) => {
        let attempts: Attempts = noAttempts;
        let clock = 0;
        const guesses: number[] = [];
        for (const { right, wait } of sequence) {
          clock += wait * 1000;
          const lockedBefore = attempts.lockedUntil !== null && instantOf(clock) < attempts.lockedUntil;
          const verdict = judgeSignIn(attempts, right, instantOf(clock));
          if (verdict.kind === 'admitted') expect(right && !lockedBefore).toBe(true);
          if (verdict.kind === 'admitted') guesses.length = 0;
          else if (!lockedBefore) guesses.push(clock);
          attempts = verdict.next;
        }
        const fifth = guesses[failuresToLock - 1];
        const sixth = guesses[failuresToLock];
        if (fifth !== undefined && sixth !== undefined) expect(sixth - fifth).toBeGreaterThanOrEqual(30 * 60 * 1000);
      }),
    );
  });
});

describe('会话', () => {
  const session = { startedAt: at('08:00:00'), lastSeenAt: at('09:00:00'), endedAt: null };

  test('it ends an hour after the last request and twelve hours after it began', () => {
    expect(isSessionAlive(session, at('10:00:00'))).toBe(true);
    expect(isSessionAlive(session, at('10:00:01'))).toBe(false);
    const busy = { ...session, lastSeenAt: at('20:00:00') };
    expect(isSessionAlive(busy, at('20:00:00'))).toBe(true);
    expect(isSessionAlive({ ...busy, lastSeenAt: at('20:00:01') }, at('20:00:01'))).toBe(false);
  });

  test('it ends at the moment it was ended at', () => {
    const ended = { ...session, endedAt: at('09:00:10') };
    expect(isSessionAlive(ended, at('09:00:09'))).toBe(true);
    expect(isSessionAlive(ended, at('09:00:10'))).toBe(false);
  });
});

describe('口令', () => {
  test('ten signs of three kinds without the login name', () => {
    expect(judgePassword('Abcdefg-1', 'heshu')).toEqual(refuse({ code: 'password-too-short', least: 10 }));
    expect(judgePassword('abcdefgh-ij', 'heshu')).toEqual(refuse({ code: 'password-too-simple' }));
    expect(judgePassword('HeShu-2022-a', 'heshu')).toEqual(refuse({ code: 'password-contains-login' }));
    expect(judgePassword('Abcdefg-12', 'heshu')).toEqual(ok('Abcdefg-12'));
  });
});

describe('号码', () => {
  test('one sees his own; others only by office', () => {
    expect(mayReveal({ personId: he, roles: ['inspector'] }, he)).toBe(true);
    expect(mayReveal({ personId: he, roles: ['inspector'] }, lv)).toBe(false);
    expect(mayReveal({ personId: he, roles: ['inspector', 'sectionChief'] }, lv)).toBe(true);
    expect(mayReveal({ personId: he, roles: ['auditor'] }, lv)).toBe(false);
  });
});
