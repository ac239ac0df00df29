import { createHash } from 'node:crypto';
import type { Tx } from '../../db/tx.ts';
import type { LogEntry } from '../../public-log/index.ts';

/** The log's entries of the lines of amendments.jsonl (mc-draw/1 §4). */
export function amendmentEntries(tx: Tx, c: string, suite: 'sha256' | 'sm3', file: Uint8Array): readonly LogEntry[] {
  const lines = new TextDecoder()
    .decode(file)
    .split('\n')
    .filter((text) => text !== '');
  return lines.map((line) => {
    const h = createHash(suite).update(line, 'utf8').digest('hex');
    return { kind: 'amendment', c, h, at: tx.now };
  });
}
