import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { PressAnswer, PressTask } from './press-worker.ts';

/** A template, a text file `.typ` of this package, and what it is to say. */
export interface Paper {
  readonly template: URL;
  /** Anything JSON can hold. The template reads it as data, so that no word of it can become markup. */
  readonly data: unknown;
}

/** A paper of a hundred pages takes well under a second; one that has not come by then (milliseconds) will not. */
const patience = 30_000;
/** The press holds some 190 MB; after this long (milliseconds) without work it gives them back. */
const idleTime = 120_000;

let press: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * The paper as a PDF, byte by byte the same for the same data: the fonts are the package's own, no time and no chance
 * enter. Set in a worker, one paper after another. A template that does not compile is a bug and throws.
 */
export function typeset({ template, data }: Paper): Promise<Uint8Array> {
  const setting = queue.then(async () =>
    setNow({ template: await readFile(template, 'utf8'), data: JSON.stringify(data) }),
  );
  queue = setting.catch(() => undefined);
  return setting;
}

/** Ends the press; the next paper starts another. */
export async function closePress(): Promise<void> {
  const worker = press;
  press = undefined;
  clearTimeout(idle);
  await worker?.terminate();
}

async function setNow(task: PressTask): Promise<Uint8Array> {
  clearTimeout(idle);
  const worker = (press ??= new Worker(new URL('./press-worker.ts', import.meta.url), { execArgv: [] }));
  worker.ref();
  try {
    const answer = await ask(worker, task);
    if ('fault' in answer) throw new Error(`the template was not set: ${answer.fault}`);
    return answer.pdf;
  } catch (error) {
    // After a fault nobody knows the state of the kernel's memory.
    await closePress();
    throw error;
  } finally {
    worker.unref();
    idle = setTimeout(() => void closePress(), idleTime);
    idle.unref();
  }
}

function ask(worker: Worker, task: PressTask): Promise<PressAnswer> {
  return new Promise<PressAnswer>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the press did not answer in time')), patience);
    const answered = (answer: PressAnswer) => finish(() => resolve(answer));
    const failed = (error: unknown) => finish(() => reject(error));
    const ended = (code: number) => finish(() => reject(new Error(`the press ended with code ${code}`)));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      worker.off('message', answered).off('error', failed).off('exit', ended);
      settle();
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.postMessage(task);
  });
}
