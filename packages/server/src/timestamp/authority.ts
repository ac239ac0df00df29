import { randomBytes, X509Certificate } from 'node:crypto';
import { checkTimestamp, type TimestampFault } from './check.ts';
import { timestampRequest } from './request.ts';

/** A time-stamping authority and by whom it must be named. */
export interface TimestampAuthority {
  readonly url: string;
  readonly authorities: readonly X509Certificate[];
}

export interface Stamp {
  /** TimeStampResp as it came. */
  readonly reply: Uint8Array;
  readonly time: Date;
  readonly authority: string;
}

const patience = 30_000;
const longestReply = 100_000;

/** Certificates of a PEM file; throws when there is none. */
export function readAuthorities(pem: string): readonly X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error('no certificate');
  return found.map((text) => new X509Certificate(text));
}

/** Has a hash stamped. Throws with the reason when there is no network or the answer does not hold. */
export async function requestStamp(
  { url, authorities }: TimestampAuthority,
  hash: Uint8Array,
  get: typeof fetch = fetch,
): Promise<Stamp> {
  const nonce = Uint8Array.from(randomBytes(8));
  const response = await get(url, {
    method: 'POST',
    body: timestampRequest(hash, nonce) as Uint8Array<ArrayBuffer>,
    headers: { 'content-type': 'application/timestamp-query' },
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`time-stamping authority answered ${response.status}`);
  const reply = new Uint8Array(await response.arrayBuffer());
  const checked: { readonly time: Date; readonly authority: string } | TimestampFault =
    reply.length > longestReply ? 'malformed' : checkTimestamp(reply, { hash, nonce, authorities });
  if (typeof checked === 'string') throw new Error(`time-stamp does not hold: ${checked}`);
  return { reply, ...checked };
}
