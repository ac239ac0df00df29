import type { BureauId } from '@mingchou/domain';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import { linkBatch } from './link-batch.ts';
import './tables.ts';

/** Chains what commands have committed. It works in batches: a lock through every commit would cap a bureau at the disk's sync rate. */
export interface Sequencer {
  /** Says that a bureau has something new; returns at once. */
  readonly wake: (bureauId: BureauId) => void;
  /** Resolves when everything this bureau had committed before the call stands in its chain. */
  readonly settle: (bureauId: BureauId) => Promise<void>;
  /** How many committed entries wait for their place, over all bureaus. */
  readonly lag: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** What other servers committed, or what a killed one left behind, is found by looking this often (milliseconds). */
const lookInterval = 2000;

interface Pass {
  readonly running: Promise<void>;
  next: Promise<void> | undefined;
}

export function startSequencer(sequencer: Kysely<Tables>, onError: (error: unknown) => void): Sequencer {
  const passes = new Map<BureauId, Pass>();

  const begin = (bureauId: BureauId): Promise<void> => {
    const running = linkAll(sequencer, bureauId).finally(() => {
      const pass = passes.get(bureauId);
      if (pass?.running === running) passes.delete(bureauId);
    });
    passes.set(bureauId, { running, next: undefined });
    return running;
  };

  // A pass under way may have looked before the caller's commit, so the caller waits for the one after it,
  // which all who come in the meantime share.
  const settle = (bureauId: BureauId): Promise<void> => {
    const pass = passes.get(bureauId);
    if (pass === undefined) return begin(bureauId);
    pass.next ??= pass.running.catch(() => undefined).then(() => begin(bureauId));
    return pass.next;
  };

  const look = async () => {
    const rows = await sequencer.selectFrom('audit_pending').select('bureau_id').distinct().execute();
    await Promise.all(rows.map((row) => settle(row.bureau_id)));
  };
  const timer = setInterval(() => void look().catch(onError), lookInterval);
  timer.unref();

  return {
    settle,
    wake: (bureauId) => void settle(bureauId).catch(onError),
    lag: async () => {
      const row = await sequencer
        .selectFrom('audit_pending')
        .select((select) => select.fn.countAll<number>().as('waiting'))
        .executeTakeFirstOrThrow();
      return row.waiting;
    },
    stop: async () => {
      clearInterval(timer);
      while (passes.size > 0) {
        await Promise.allSettled([...passes.values()].flatMap((pass) => [pass.running, pass.next]));
      }
    },
  };
}

async function linkAll(sequencer: Kysely<Tables>, bureauId: BureauId): Promise<void> {
  while ((await linkBatch(sequencer, bureauId)) > 0);
}
