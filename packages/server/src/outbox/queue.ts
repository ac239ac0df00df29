import type { BureauId } from '@mingchou/domain';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { z } from 'zod';
import { asRole, type DatabaseUrl } from '../db/address.ts';
import type { Tables } from '../db/tables.ts';
import type { Tx } from '../db/tx.ts';
import type { JobHandler } from './job.ts';

export type InBureau = (bureauId: BureauId, run: (tx: Tx) => Promise<void>) => Promise<void>;

/** The one queue of all kinds of jobs, in the same database as the records. */
export interface JobQueue {
  readonly send: (db: Kysely<Tables>, kind: string, job: object, startAfterSeconds: number) => Promise<void>;
  /** Says that a commit may have brought jobs; returns at once. */
  readonly wake: () => void;
  /** Works from now on, as jobs come. */
  readonly work: (handlers: readonly JobHandler[], inBureau: InBureau) => Promise<void>;
  /** Works off what waits now and what that brings; returns how many ran. A job that fails throws here. */
  readonly drain: (handlers: readonly JobHandler[], inBureau: InBureau) => Promise<number>;
  readonly stop: () => Promise<void>;
}

const queue = 'outbox';
const schema = 'pgboss';
const batchSize = 50;
const envelope = z.object({
  kind: z.string(),
  bureauId: z.uuid().transform((text) => text as BureauId),
  payload: z.record(z.string(), z.unknown()),
});

/** Makes or updates the queue's own schema, as the database's owner. */
export async function prepareQueue(url: DatabaseUrl): Promise<void> {
  const { PgBoss } = await import('pg-boss');
  const owner = new PgBoss({ connectionString: url, schema, max: 1, supervise: false, schedule: false });
  owner.on('error', () => undefined);
  await owner.start();
  await owner.createQueue(queue, { retryLimit: 8, retryBackoff: true, deleteAfterSeconds: 30 * 86_400 });
  await owner.stop({ graceful: false });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`grant usage on schema ${schema} to mingchou_app`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to mingchou_app`);
    await client.query(`grant execute on all functions in schema ${schema} to mingchou_app`);
    await client.query(`grant usage on all sequences in schema ${schema} to mingchou_app`);
  } finally {
    await client.end();
  }
}

export async function openQueue(url: DatabaseUrl, onError: (error: Error) => void): Promise<JobQueue> {
  const { fromKysely, PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    ...{ connectionString: asRole(url, 'mingchou_app'), schema, max: 3 },
    // The role owns nothing: it neither makes the schema nor rebuilds indexes.
    ...{ migrate: false, createSchema: false, schedule: false, reindex: false },
  });
  boss.on('error', onError);
  await boss.start();
  let workerId: string | undefined;
  return {
    send: async (db, kind, job, startAfter) => {
      await boss.send(queue, { kind, ...job }, { db: fromKysely(db), startAfter });
    },
    wake: () => {
      if (workerId !== undefined) boss.notifyWorker(workerId);
    },
    work: async (handlers, inBureau) => {
      const options = { batchSize, burstWhenBatchFull: true, pollingIntervalSeconds: 1 };
      workerId = await boss.work<unknown>(queue, options, async (jobs) => {
        // Settled one by one: a job that fails must not fail its neighbours in the batch.
        for (const { id, data } of jobs) {
          try {
            await runJob(handlers, inBureau, data);
            await boss.complete(queue, id);
          } catch (error) {
            onError(error instanceof Error ? error : new Error(String(error)));
            await boss.fail(queue, id, { message: error instanceof Error ? error.message : String(error) });
          }
        }
      });
    },
    drain: async (handlers, inBureau) => {
      let ran = 0;
      for (;;) {
        const jobs = await boss.fetch<unknown>(queue, { batchSize });
        for (const { id, data } of jobs) {
          await runJob(handlers, inBureau, data);
          await boss.complete(queue, id);
          ran += 1;
        }
        if (jobs.length === 0) return ran;
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

async function runJob(handlers: readonly JobHandler[], inBureau: InBureau, data: unknown): Promise<void> {
  const { kind, bureauId, payload } = envelope.parse(data);
  const handler = handlers.find((candidate) => candidate.kind === kind);
  if (handler === undefined) throw new Error(`no handler for jobs of kind ${kind}`);
  await inBureau(bureauId, (tx) => handler.run(tx, payload));
}
