import type { ImportLimits } from '@mingchou/domain';

/** What a reader beside the server is asked; it answers once and ends. */
export interface ReaderTask {
  /** A table of a registry, or a plan's document. */
  readonly as: 'sheets' | 'document';
  readonly bytes: Uint8Array;
  readonly limits: ImportLimits;
}

/** Each loads only its own readers: a reader starts for every file. */
export async function readTask({ as, bytes, limits }: ReaderTask): Promise<unknown> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return as === 'sheets'
    ? (await import('./read-file.ts')).readFileBytes(buffer, limits)
    : (await import('./read-document.ts')).readDocumentBytes(buffer, limits);
}
