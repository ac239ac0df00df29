import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type FileRefusal, refuse, type Result } from '@mingchou/domain';
import type { ReaderTask } from './read-task.ts';

// A heap of 448 MiB, of which the young part is 32; what V8 says when it is full is not for the log.
const flags = ['--max-old-space-size=448', '--max-semi-space-size=16', '--stack-size=2000'];
const file = fileURLToPath(new URL('./reader-process.ts', import.meta.url));

/**
 * Reads a large file in a process of its own. A thread would leave the memory it took with the server for good; a
 * process takes it along when it ends.
 */
export function readInProcess<T>(task: ReaderTask, seconds: number): Promise<Result<T, FileRefusal>> {
  return new Promise((resolve, reject) => {
    const reader = fork(file, [], {
      ...{ serialization: 'advanced', execArgv: flags, env: {}, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    });
    const timer = setTimeout(() => {
      resolve(refuse({ code: 'reading-too-slow', seconds }));
      reader.kill('SIGKILL');
    }, seconds * 1000);
    // It comes from `readTask`, which answers in the kind that was asked.
    reader.once('message', (reading) => resolve(reading as Result<T, FileRefusal>));
    reader.once('error', reject);
    reader.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (diedOfMemory(code, signal)) resolve(refuse({ code: 'reading-out-of-memory' }));
      else reject(new Error(`the reader of an uploaded file ended with ${code ?? signal} and no answer`));
    });
    reader.send(task);
  });
}

/** V8 aborts a process whose heap is full; the system kills one for which there is no memory left. */
function diedOfMemory(code: number | null, signal: NodeJS.Signals | null): boolean {
  return code === 134 || code === 133 || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL';
}
