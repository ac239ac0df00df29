import { createHash } from 'node:crypto';

/** K_sample (mc-draw/1 §5), from which every ticket follows; shown so that SQL users can recompute tickets themselves. */
export function sampleKeyOf(suite: 'sha256' | 'sm3', seed: string): string {
  return createHash(suite).update(`mc-draw/1 key|sample|${seed}`).digest('hex').slice(0, 32);
}
