import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BureauId } from '@mingchou/domain';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { startSequencer } from '../audit/sequencer.ts';
import { type Clock, storedClock } from '../clock.ts';
import { clearSealers, composeModules, findActor, type HousePorts, termsOf } from '../composition.ts';
import { asRole, type DatabaseUrl } from '../db/address.ts';
import { openPool, openTables } from '../db/pool.ts';
import { type Database, inRead, inTx } from '../db/tx.ts';
import type { JobHandler } from '../outbox/job.ts';
import { openQueue } from '../outbox/queue.ts';
import { cosignaturePage, logPages, openPublicLog, startAuditHeads, startStamping } from '../public-log/index.ts';
import { openMasterKey } from '../secrets/master-key.ts';
import { buildApp } from './app.ts';
import type { TimestampAuthority } from '../timestamp/index.ts';
import type { Module } from './module.ts';
import { sealWhatIsClear } from './seal-clear.ts';
import { type InstallationMode, sessionCookieName } from './shell.ts';

export interface HouseOptions {
  /** The migrated database, as its owner; the house itself works as the lesser roles. */
  readonly url: DatabaseUrl;
  readonly filesFolder: string;
  /** Where the public log's private key lies; by default beside the folder of the files. */
  readonly keyFolder?: string;
  /** Where the master key lies; beside the folder of the files unless told otherwise. */
  readonly masterKeyFile?: string;
  readonly mode: InstallationMode;
  readonly publicUrl: string;
  readonly drandRelay?: string | undefined;
  /** Who stamps the public log's checkpoints; nobody where it is left out. */
  readonly timestamps?: TimestampAuthority | undefined;
  readonly logger: FastifyBaseLogger;
  readonly clock?: Clock;
  /** `later`: jobs wait until `runJobs` is called, which is what tests want. */
  readonly jobs?: 'work' | 'later';
  readonly connections?: number;
  /** Other modules than the house's own; tests of one noun give it made-up neighbours. */
  readonly compose?: (ports: HousePorts) => readonly Module[];
}

/** Everything that runs, from the pools to the HTTP application, and how to end it in order. */
export interface House {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Runs the jobs that wait now, and those that they bring. Returns how many ran. */
  readonly runJobs: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { url, logger, mode, publicUrl, drandRelay } = options;
  mkdirSync(options.filesFolder, { recursive: true, mode: 0o700 });
  const masterKey = await openMasterKey(
    url,
    options.masterKeyFile ?? path.join(path.dirname(options.filesFolder), 'master.key'),
  );
  const onError = (error: unknown) => logger.error({ err: error }, 'background fault');
  const pool = (role: Parameters<typeof asRole>[1], max: number) =>
    openTables(openPool(asRole(url, role), { max, onError }));
  const app = pool('mingchou_app', options.connections ?? 16);
  const links = pool('mingchou_sequencer', 3);
  const portal = pool('mingchou_portal', 4);
  const logSigner = await openPublicLog(app, options.keyFolder ?? path.dirname(options.filesFolder));
  const queue = await openQueue(url, onError);
  const sequencer = startSequencer(links, onError);

  const heard: ((bureauId: BureauId) => void)[] = [];
  const afterCommit = (listener: (bureauId: BureauId) => void) => void heard.push(listener);
  const database: Database = {
    app,
    clock: options.clock ?? storedClock(),
    filesFolder: options.filesFolder,
    logSigner,
    masterKey,
    sendJob: queue.send,
    committed: (bureauId) => {
      sequencer.wake(bureauId);
      queue.wake();
      for (const listener of heard) listener(bureauId);
    },
  };
  await sealWhatIsClear(database, clearSealers);
  const businessNow = (bureauId: BureauId) => inRead(database, bureauId, (db) => Promise.resolve(db.now));
  const composed = (options.compose ?? composeModules)({
    ...{ mode, publicUrl, portal, drandRelay, businessNow, afterCommit, onError },
    read: (bureauId, run) => inRead(database, bureauId, run),
    write: (bureauId, run) => inTx(database, bureauId, run),
    actorOf: async (cookies) => {
      const cookie = cookies[sessionCookieName];
      return cookie === undefined ? undefined : findActor(database, cookie);
    },
  });
  const log: Module = {
    noun: 'log',
    bindings: [],
    pages: (pages) => {
      logPages(portal)(pages);
      cosignaturePage(pages, app);
    },
  };
  const modules: readonly Module[] = [...composed, log];
  const handlers: readonly JobHandler[] = modules.flatMap((module) => module.jobs ?? []);
  const inBureau: Parameters<typeof queue.work>[1] = (bureauId, run) => inTx(database, bureauId, run);
  const http = await buildApp({ database, sequencer, mode, publicUrl, findActor, termsOf }, modules, logger);
  await http.ready();
  if (options.jobs !== 'later') await queue.work(handlers, inBureau);
  const heads = options.jobs === 'later' ? undefined : startAuditHeads(database, onError);
  const stamps = options.timestamps === undefined ? undefined : startStamping(app, options.timestamps, onError);
  if (stamps !== undefined) afterCommit(stamps.wake);

  return {
    app: http,
    database,
    runJobs: () => queue.drain(handlers, inBureau),
    close: async () => {
      await http.close();
      await heads?.stop();
      await stamps?.stop();
      await queue.stop();
      await sequencer.stop();
      await Promise.all([app.destroy(), links.destroy(), portal.destroy()]);
    },
  };
}
