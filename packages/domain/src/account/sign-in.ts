import { type Instant, instantOf, millisecondsOf } from '../time.ts';

/** What is remembered of failed sign-ins under one login name. */
export interface Attempts {
  readonly failures: number;
  readonly lockedUntil: Instant | null;
}

export const noAttempts: Attempts = { failures: 0, lockedUntil: null };

/** 登录失败处理（GB/T 22239—2019 8.1.4.1 b）: five failures lock the name for thirty minutes. */
export const failuresToLock = 5;
export const lockMinutes = 30;

export type SignInVerdict =
  | { readonly kind: 'admitted'; readonly next: Attempts }
  | { readonly kind: 'wrong'; readonly next: Attempts }
  /** `begins`: this failure is the one that locks. */
  | { readonly kind: 'locked'; readonly begins: boolean; readonly until: Instant; readonly next: Attempts };

/** What one attempt comes to. While locked even the right password is not looked at. */
export function judgeSignIn(attempts: Attempts, passwordIsRight: boolean, now: Instant): SignInVerdict {
  if (isLocked(attempts, now)) {
    return { kind: 'locked', begins: false, until: attempts.lockedUntil ?? now, next: attempts };
  }
  if (passwordIsRight) return { kind: 'admitted', next: noAttempts };
  // A lock that has run out starts the count anew.
  const failures = (attempts.lockedUntil === null ? attempts.failures : 0) + 1;
  if (failures < failuresToLock) return { kind: 'wrong', next: { failures, lockedUntil: null } };
  const until = instantOf(millisecondsOf(now) + lockMinutes * 60_000);
  return { kind: 'locked', begins: true, until, next: { failures, lockedUntil: until } };
}

export function isLocked({ lockedUntil }: Attempts, now: Instant): boolean {
  return lockedUntil !== null && now < lockedUntil;
}
