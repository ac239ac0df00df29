import { parentPort, workerData } from 'node:worker_threads';
import type { ImportLimits } from '@mingchou/domain';

/** What run-reader.ts starts this worker with; it answers once and ends. */
export interface ReaderTask {
  /** A table of a registry, or a plan's document. */
  readonly as: 'sheets' | 'document';
  readonly bytes: Uint8Array;
  readonly limits: ImportLimits;
}

const { as, bytes, limits } = workerData as ReaderTask;
const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
// Each loads only its own readers: the worker starts for every file.
const read =
  as === 'sheets'
    ? (await import('./read-file.ts')).readFileBytes(buffer, limits)
    : (await import('./read-document.ts')).readDocumentBytes(buffer, limits);
parentPort?.postMessage(await read);
