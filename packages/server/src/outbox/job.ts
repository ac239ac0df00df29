import type { z } from 'zod';
import type { Tx } from '../db/tx.ts';

/** Work that follows a command: done at least once, after the command's commit, in a transaction of its own. */
export interface JobHandler {
  readonly kind: string;
  /** Must be harmless when it runs twice. */
  readonly run: (tx: Tx, payload: unknown) => Promise<void>;
}

/** A handler whose payload is parsed before it runs. */
export function job<P extends z.ZodType>(
  kind: string,
  payload: P,
  run: (tx: Tx, payload: z.output<P>) => Promise<void>,
): JobHandler {
  return { kind, run: (tx, raw) => run(tx, payload.parse(raw)) };
}
