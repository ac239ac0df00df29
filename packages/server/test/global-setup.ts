import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { socketUrl, withDatabase } from '../src/db/address.ts';
import { startEmbedded } from '../src/db/embedded.ts';
import { removeFolder } from '../src/db/embedded-launch.ts';
import { migrate } from '../src/db/migrate.ts';
import { prepareQueue } from '../src/outbox/queue.ts';
import { runStatement } from './harness/statement.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the test run's PostgreSQL, and the name of the migrated database to copy from. */
    databaseUrl: string;
    templateDatabase: string;
    dataFolder: string;
  }
}

let end: (() => Promise<void>) | undefined;

/** One PostgreSQL for the whole test run, with one migrated database that every test copies. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(path.join('/tmp', 'mingchou-test-'));
  const quick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' };
  const server = await startEmbedded(folder, { settings: { ...quick, max_connections: '400' } });
  const url = socketUrl(server.host, server.user, 'postgres');
  const template = 'template_mingchou';
  await runStatement(url, `create database ${template}`);
  await migrate(withDatabase(url, template));
  await prepareQueue(withDatabase(url, template));
  project.provide('databaseUrl', url);
  project.provide('templateDatabase', template);
  project.provide('dataFolder', folder);
  end = async () => {
    await server.stop();
    removeFolder(folder);
  };
}

export async function teardown(): Promise<void> {
  await end?.();
}
