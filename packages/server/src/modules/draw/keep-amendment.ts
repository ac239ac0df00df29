import type { LiveDraw } from '@mingchou/domain';
import type { Amendment, AmendmentRequest, FileName } from '@mingchou/verifier';
import { amend, amendmentText, digestHex } from '@mingchou/verifier';
import type { Tx } from '../../db/tx.ts';
import type { LogEntry } from '../../public-log/index.ts';
import { reachStep } from './failpoint.ts';
import { saveBundles, saveDrawFiles } from './files.ts';

export type CommittedRecord = Extract<LiveDraw, { readonly commitment: unknown }>;

export interface KeptAmendment {
  readonly lines: readonly Amendment[];
  /** One for each new line, in order. */
  readonly entries: readonly LogEntry[];
}

/**
 * Adds to amendments.jsonl what the request leads to and makes the bundles anew; the earlier ones stay.
 * Undefined when there is nothing to amend. The caller appends the entries to the public log.
 */
export async function keepAmendment(
  tx: Tx,
  record: CommittedRecord,
  files: Map<FileName, Uint8Array>,
  request: AmendmentRequest,
  sealed: boolean,
): Promise<KeptAmendment | undefined> {
  const amended = amend(files, request);
  if (amended === undefined) return undefined;
  await saveDrawFiles(tx, record.id, new Map([['amendments.jsonl', amended.file]]), sealed);
  await saveBundles(tx, record.id, files.set('amendments.jsonl', amended.file), sealed);
  reachStep('amend-draw:files-saved');
  const { c } = record.commitment;
  const { suite } = record.setup;
  const entries = amended.lines.map(
    (line): LogEntry => ({ kind: 'amendment', c, h: digestHex(suite, amendmentText(line)), at: tx.now }),
  );
  return { lines: amended.lines, entries };
}
