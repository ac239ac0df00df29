import { parentPort, workerData } from 'node:worker_threads';
import type { ImportLimits } from '@mingchou/domain';
import { readFileBytes } from './read-file.ts';

/** What run-reader.ts starts this worker with; it answers once and ends. */
export interface ReaderTask {
  readonly bytes: Uint8Array;
  readonly limits: ImportLimits;
}

const { bytes, limits } = workerData as ReaderTask;
parentPort?.postMessage(await readFileBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits));
