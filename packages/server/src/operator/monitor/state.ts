import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const remembered = z.object({
  v: z.literal('mc-monitor/1'),
  url: z.string(),
  /** The key that this PC trusts, given by --key or taken from the log at the first visit. */
  key: z.string(),
  /** The last checkpoint that stood up to everything. */
  checkpoint: z.string(),
  /** Leaf hashes of the entries it covers, so that a changed record can be named. */
  leaves: z.array(hash),
});

/** What the auditor's PC remembers of a log between two visits. */
export type Remembered = z.infer<typeof remembered>;

/** Nothing before the first visit. A file that is no such record throws: it must not pass for a first visit. */
export function readState(file: string): Remembered | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} 不是监看记录，或者已经损坏。请恢复它，或用 --state 指定另一个文件`, { cause: error });
  }
}

/** Replaces the record wholly or not at all. */
export function writeState(file: string, state: Remembered): void {
  const draft = `${file}.new`;
  const opened = openSync(draft, 'w');
  try {
    writeSync(opened, `${JSON.stringify(state)}\n`);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
  renameSync(draft, file);
}
