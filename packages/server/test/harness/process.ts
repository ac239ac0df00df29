import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own, as `npm start` runs it once everything is built. */
export interface RunningServer {
  readonly address: string;
  readonly process: ChildProcess;
  readonly said: () => string;
  /** Milliseconds from the start of the process to the first healthy answer. */
  readonly startedIn: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const main = path.resolve(import.meta.dirname, '../../src/main.ts');

/** Starts the server and returns once it is healthy; throws with what it said when it ends before. */
export async function startServer(
  kind: 'start' | 'serve',
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [main, kind], {
    env: {
      ...{ ...process.env, PORT: String(port), HOST: '127.0.0.1', MINGCHOU_DATA: dataFolder, PUBLIC_URL: address },
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const exited = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(said);
    const healthy = await fetch(`${address}/healthz`).catch(() => undefined);
    if (healthy?.ok === true) break;
    await sleep(25);
  }
  const startedIn = performance.now() - began;
  return {
    ...{ address, process: child, startedIn },
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
