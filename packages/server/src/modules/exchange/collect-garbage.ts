import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/**
 * Frees what the last phase of a long import left behind before the next one begins. By itself V8 lets some hundred
 * megabytes stand until it needs the room, and the memory of a small server would have to hold two phases at once.
 */
export function collectGarbage(): void {
  if (typeof collect === 'function') collect();
}
