import { Worker } from 'node:worker_threads';
import type { Answers, Task } from './task.ts';

/** Threads that compute draws, so that the one that answers requests never stands still. */
export interface Crew {
  readonly size: number;
  /** Waits for a free thread. Throws what the thread throws; the next task gets a new one. */
  readonly run: <K extends Task['kind']>(task: Extract<Task, { readonly kind: K }>) => Promise<Answers[K]>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly task: Task;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads are started when they are first needed and kept. */
export function openCrew(size: number): Crew {
  const free: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: Waiting[] = [];

  function next(): void {
    const asked = waiting[0];
    if (asked === undefined) return;
    const worker = free.pop() ?? (all.size < size ? start() : undefined);
    if (worker === undefined) return;
    waiting.shift();
    give(worker, asked);
  }

  function start(): Worker {
    const worker = new Worker(new URL('./crew-worker.ts', import.meta.url), { execArgv: [] });
    all.add(worker);
    // A server that has nothing else to do may end.
    worker.unref();
    return worker;
  }

  function give(worker: Worker, { task, resolve, reject }: Waiting): void {
    const done = () => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
      worker.unref();
    };
    const answered = (answer: unknown) => {
      done();
      free.push(worker);
      // It comes from `perform`, which answers each task in its own kind.
      resolve(answer as never);
      next();
    };
    const failed = (error: unknown) => {
      done();
      all.delete(worker);
      reject(error);
      next();
    };
    const ended = (code: number) => failed(new Error(`a thread of the crew ended with ${code}`));
    worker.on('message', answered).on('error', failed).on('exit', ended);
    worker.ref();
    worker.postMessage(task);
  }

  return {
    size,
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      }),
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}
