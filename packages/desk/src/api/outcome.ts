import { type RefusalReply, refusalReply } from '@mingchou/contract';

/** How a request ended: with a value, or with what the officer reads instead. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly refusal: RefusalReply };

/** What a failed query throws, for TanStack Query's error state. */
export interface Refused extends Error {
  readonly status: number;
  readonly refusal: RefusalReply;
}

export function refused(status: number, refusal: RefusalReply): Refused {
  return Object.assign(new Error(refusal.message), { status, refusal });
}

/** Status 0: the request never reached the server. */
export const unreachableServer: RefusalReply = {
  code: 'unreachable',
  message: '没有连上服务器，数据没有改动。请检查网络后重试。',
};

/** What a reply without a readable refusal becomes: a fault of ours, with its number when there is one. */
export function refusalOf(status: number, body: unknown): RefusalReply {
  const parsed = refusalReply.safeParse(body);
  if (parsed.success) return parsed.data;
  return { code: `http-${status}`, message: '系统没有办成，数据没有改动。' };
}

/** A fault of ours or of the network, which trying again may cure; a refusal of the law or the state is not. */
export function mayRetry(status: number): boolean {
  return status === 0 || status >= 500;
}
