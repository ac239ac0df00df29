import { Worker } from 'node:worker_threads';
import { type FileRefusal, importLimits, refuse, type Result, type Sheet } from '@mingchou/domain';
import type { DocumentParts } from './read-document.ts';
import type { ReaderTask } from './read-task.ts';
import { readInProcess } from './run-process.ts';

type Reading<T> = Result<T, FileRefusal>;

const mebi = 1024 * 1024;
const largeFrom = mebi;
const memory = { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

// One file at a time: two hostile ones together would take twice the memory.
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads an uploaded workbook or CSV beside the server, with bounds on size, time and memory. Whatever the file
 * does there, the server lives on and the officer gets an answer.
 */
export function readUploaded(
  bytes: Uint8Array,
  seconds: number = importLimits.seconds,
): Promise<Reading<readonly Sheet[]>> {
  return inTurn('sheets', bytes, seconds);
}

/** Reads an uploaded plan, scheme or rule the same way: Word, old Word, workbook or text. */
export function readUploadedDocument(
  bytes: Uint8Array,
  seconds: number = importLimits.seconds,
): Promise<Reading<DocumentParts>> {
  return inTurn('document', bytes, seconds);
}

function inTurn<T>(as: ReaderTask['as'], bytes: Uint8Array, seconds: number): Promise<Reading<T>> {
  if (bytes.byteLength > importLimits.fileBytes) {
    const most = importLimits.fileBytes / mebi;
    return Promise.resolve(refuse({ code: 'file-too-large', megabytes: Math.ceil(bytes.byteLength / mebi), most }));
  }
  const task: ReaderTask = { as, bytes: new Uint8Array(bytes), limits: importLimits };
  const read = bytes.byteLength > largeFrom ? readInProcess<T> : inWorker<T>;
  const reading = queue.then(() => read(task, seconds));
  queue = reading.catch(() => undefined);
  return reading;
}

function inWorker<T>(task: ReaderTask, seconds: number): Promise<Reading<T>> {
  return new Promise<Reading<T>>((resolve, reject) => {
    const worker = new Worker(new URL('./reader-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: memory,
      // Flags meant for the server's own process do not all fit a worker.
      execArgv: [],
    });
    const timer = setTimeout(() => {
      resolve(refuse({ code: 'reading-too-slow', seconds }));
      void worker.terminate();
    }, seconds * 1000);
    worker.once('message', (reading: Reading<T>) => resolve(reading));
    worker.once('error', (error: unknown) => {
      if (ranOutOfMemory(error)) resolve(refuse({ code: 'reading-out-of-memory' }));
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the reader of an uploaded file ended with code ${code} and no answer`));
    });
  });
}

function ranOutOfMemory(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
