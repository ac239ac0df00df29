import type { Tx } from '../db/tx.ts';

export interface Job {
  readonly kind: string;
  /** Seconds to wait before the job may run. */
  readonly startAfterSeconds?: number;
  readonly [field: string]: unknown;
}

/** Puts a job into the queue within the command's transaction: no commit, no job. */
export async function enqueue(tx: Tx, { kind, startAfterSeconds = 0, ...payload }: Job): Promise<void> {
  await tx.around.sendJob(tx.db, kind, { bureauId: tx.bureauId, payload }, startAfterSeconds);
}
