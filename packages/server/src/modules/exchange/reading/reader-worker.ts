import { parentPort, workerData } from 'node:worker_threads';
import { readTask, type ReaderTask } from './read-task.ts';

// What run-reader.ts starts this worker with.
parentPort?.postMessage(await readTask(workerData as ReaderTask));
