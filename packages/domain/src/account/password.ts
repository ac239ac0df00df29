import { ok, type Result, refuse } from '../result.ts';

export type PasswordRefusal =
  | { readonly code: 'password-too-short'; readonly least: number }
  | { readonly code: 'password-too-simple' }
  | { readonly code: 'password-contains-login' };

export const leastPasswordLength = 10;

const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** 身份鉴别信息应具有复杂度要求（GB/T 22239—2019 8.1.4.1 a）: ten signs of at least three kinds, without the login name. */
export function judgePassword(password: string, login: string): Result<string, PasswordRefusal> {
  if ([...password].length < leastPasswordLength)
    return refuse({ code: 'password-too-short', least: leastPasswordLength });
  if (kinds.filter((kind) => kind.test(password)).length < 3) return refuse({ code: 'password-too-simple' });
  if (password.toLowerCase().includes(login.toLowerCase())) return refuse({ code: 'password-contains-login' });
  return ok(password);
}
