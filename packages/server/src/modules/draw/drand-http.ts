import { z } from 'zod';
import type { FetchDrandRound } from './ports.ts';

const published = z.object({ round: z.number().int(), signature: z.string().regex(/^[0-9a-f]{96,192}$/) });

/** Reads rounds from a drand relay, such as https://api.drand.sh; what it answers is verified before it is taken. */
export function drandOverHttp(relay: string, fetched: typeof fetch = fetch): FetchDrandRound {
  return async (chain, round) => {
    const address = `${relay.replace(/\/$/, '')}/${chain}/public/${round}`;
    const reply = await fetched(address, { signal: AbortSignal.timeout(5000), redirect: 'error' });
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    return published.parse(await reply.json());
  };
}
