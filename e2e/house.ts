import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { buildStale } from '../scripts/build.ts';

const main = path.resolve(import.meta.dirname, '../packages/server/src/main.ts');

/** A running Mingchou of one's own: its own data folder, database and port. */
export interface House {
  readonly address: string;
  readonly dataFolder: string;
  /** What the server has said so far. */
  readonly said: () => string;
  /** Ends the process by `signal` and keeps the data folder, so that it can be opened again. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Ends the process and removes the data folder. */
  readonly close: () => Promise<void>;
}

export interface HouseOptions {
  /** `start` loads the demonstration, `serve` opens an empty house. */
  readonly kind?: 'start' | 'serve';
  /** The data folder of a house that was stopped before. */
  readonly dataFolder?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the first start may take, in seconds. */
  readonly patience?: number;
}

/** Builds what is stale, starts the server as `npm start` does and returns once `/healthz` is content. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const unbuilt = (await buildStale()).filter(({ ok }) => !ok);
  if (unbuilt.length > 0) throw new Error(unbuilt.map(({ name, output }) => `${name}\n${output}`).join('\n'));
  const dataFolder = options.dataFolder ?? (await newFolder(options));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, options.kind ?? 'start'], {
    env: { ...process.env, PORT: String(port), MINGCHOU_DATA: dataFolder, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A story that fails halfway leaves no server behind.
  process.once('exit', () => server.kill('SIGKILL'));
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));

  const stop = (signal: NodeJS.Signals = 'SIGTERM') => end(server, signal);
  const close = async () => {
    await stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await untilHealthy(address, server, options.patience ?? 90);
  } catch (failure) {
    // A folder that was given is somebody's data, also when it does not open.
    await (options.dataFolder === undefined ? close() : stop());
    throw new Error(`the house did not open; it said:\n${said}`, { cause: failure });
  }
  return { address, dataFolder, said: () => said, stop, close };
}

/** An empty folder, or for a demonstration a copy of one whose first start is behind it, where the run has made one. */
export async function newFolder({ kind, environment }: HouseOptions = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mc-'));
  const loaded = process.env['VITEST_WORKER_ID'] === undefined ? undefined : inject('demonstrationFolder');
  const ownSamples = environment?.['MINGCHOU_SAMPLES'] !== undefined;
  if (loaded !== undefined && kind !== 'serve' && !ownSamples) execFileSync('cp', ['-a', `${loaded}/.`, folder]);
  return folder;
}

/** Waits until `/healthz` is content; throws when the process ends or the patience does. */
export async function untilHealthy(address: string, server: ChildProcess, seconds: number): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (hasEnded(server)) throw new Error(`the server ended with ${server.exitCode ?? server.signalCode}`);
    const reply = await fetch(`${address}/healthz`).catch(() => undefined);
    if (reply?.ok === true) return;
    await sleep(50);
  }
  throw new Error(`not healthy after ${seconds} seconds`);
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
