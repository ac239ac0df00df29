import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseUrl, socketUrl } from './address.ts';
import { isAlive, lockData } from './data-lock.ts';
import { findBinaries } from './embedded-binaries.ts';
import { chooseMode, type Launch, type LaunchMode, prepareLaunch, removeFolder } from './embedded-launch.ts';

/** A PostgreSQL of ours, reachable over a Unix socket only. */
export interface EmbeddedServer {
  /** The folder of the socket, as `pg` takes it for `host`. */
  readonly host: string;
  /** The superuser that owns everything; there is no password, the socket folder is private. */
  readonly user: string;
  /** Of the database's first process; another number after it was killed and started again. */
  readonly processId: () => number;
  /** Fast shutdown: open transactions are rolled back, the files are clean afterwards. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** PostgreSQL settings beyond the defaults, for tests such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly mode?: LaunchMode;
  /** How long a server that is still shutting down may take, in milliseconds. */
  readonly patience?: number;
}

export const embeddedOwner = 'mingchou';
const socketPrefix = 'mingchou-';
const startTime = 60_000;
const restartAttempts = 40;
const restartPause = 250;

/** The owner's address of the server that runs on this data folder now; nothing when none does. */
export function findRunning(folder: string): DatabaseUrl | undefined {
  const root = path.resolve(folder);
  const note = path.join(root, 'socket');
  const pid = path.join(root, 'postgres', 'postmaster.pid');
  if (!existsSync(note) || !existsSync(pid)) return undefined;
  const host = readFileSync(note, 'utf8');
  return existsSync(path.join(host, '.s.PGSQL.5432')) ? socketUrl(host, embeddedOwner, 'postgres') : undefined;
}

/** Starts PostgreSQL on `<folder>/postgres`, creating it on the first start. One living process per data folder. */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const root = path.resolve(folder);
  const lock = lockData(root);
  try {
    const mode = options.mode ?? chooseMode();
    // The other user passes through this folder to his own, which stays private.
    if (mode === 'nobody') chmodSync(root, 0o711);
    const launch = prepareLaunch(mode, findBinaries());
    const data = path.join(root, 'postgres');
    await waitForDying(data, options.patience ?? 20_000);
    if (!existsSync(path.join(data, 'PG_VERSION'))) createCluster(launch, data);
    launch.own(data);
    const host = makeSocketFolder(launch, path.join(root, 'socket'));
    const kept = await keepRunning(() => startServer(launch, data, host, options.settings ?? {}));
    return {
      host,
      user: embeddedOwner,
      processId: kept.processId,
      stop: async () => {
        await kept.stop();
        removeFolder(host);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

interface KeptServer {
  readonly processId: () => number;
  readonly stop: () => Promise<void>;
}

// A database that ends by itself (killed, out of memory) is started again on the same socket; the pools find it there.
async function keepRunning(start: () => Promise<ChildProcess>): Promise<KeptServer> {
  let stopping = false;
  let child = await start();
  let restarting: Promise<void> = Promise.resolve();
  const watch = () => {
    child.once('exit', () => {
      if (!stopping) restarting = again();
    });
  };
  const again = async () => {
    // The processes of the old one take a moment to see that it is gone, and hold the shared memory until then.
    for (let attempt = 1; attempt <= restartAttempts && !stopping; attempt += 1) {
      await sleep(restartPause);
      const started = await start().catch(() => undefined);
      if (started === undefined) continue;
      child = started;
      watch();
      return;
    }
  };
  watch();
  return {
    processId: () => child.pid ?? 0,
    stop: async () => {
      stopping = true;
      await restarting;
      await stopServer(child);
    },
  };
}

// After kill -9 of our process the database is told to stop, which takes a moment; a start in between must wait.
async function waitForDying(data: string, patience: number): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  const until = performance.now() + patience;
  while (existsSync(file)) {
    const number = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (!Number.isInteger(number) || number <= 0 || !isAlive(number) || !isPostgres(number)) return;
    if (performance.now() > until) {
      throw new Error(
        `上一次运行的数据库（进程号 ${number}）还没有停止，本次没有启动。请稍等片刻再启动，或先停止该进程`,
      );
    }
    await sleep(50);
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return !existsSync('/proc/self');
  }
}

function createCluster(launch: Launch, data: string): void {
  // Made beside its place and renamed, so that an interrupted first start leaves nothing half made.
  const half = `${data}.new`;
  removeFolder(half);
  mkdirSync(half, { recursive: true, mode: 0o700 });
  launch.own(half);
  const [program = '', ...rest] = [...launch.prefix, launch.binaries.initdb];
  const made = spawnSync(
    program,
    [
      ...rest,
      ...['-D', half, '-U', embeddedOwner, '--auth-local=trust', '--auth-host=reject'],
      // With plain C the trigram index sees no Chinese characters.
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`新建数据库没有完成：${made.error?.message ?? made.stderr}`);
  renameSync(half, data);
}

// A socket's path may have 107 bytes at most, so it cannot stand in the data folder; `note` remembers where it is.
function makeSocketFolder(launch: Launch, note: string): string {
  const base = tmpdir().length > 60 ? '/tmp' : tmpdir();
  const left = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (path.basename(left).startsWith(socketPrefix)) removeFolder(left);
  const host = mkdtempSync(path.join(base, socketPrefix));
  writeFileSync(note, host);
  chmodSync(host, 0o700);
  launch.own(host);
  return host;
}

async function startServer(
  launch: Launch,
  data: string,
  host: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const all: Readonly<Record<string, string>> = {
    listen_addresses: '',
    unix_socket_directories: host,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = '', ...rest] = [...launch.prefix, launch.binaries.postgres, '-D', data, ...words];
  // A group of its own: Ctrl-C in the terminal must reach our server first, which then stops the database in order.
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  await waitUntilReady(child);
  return child;
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => reject(new Error(`内置数据库没有启动：${why}\n${said}`));
    const timer = setTimeout(() => {
      child.kill('SIGQUIT');
      fail('等待超时');
    }, startTime);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`进程退出（${code}）`);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
      if (!/ready to accept/.test(said)) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}
