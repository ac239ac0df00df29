import {
  type Checkpoint,
  hexOf,
  leafHash,
  type LogKey,
  provesConsistency,
  signatureStanding,
  treeHash,
} from '@mingchou/verifier';
import { z } from 'zod';

/** What a log can be found to have done. Indexes count from 0. */
export type LogFinding =
  | { readonly code: 'not-a-checkpoint' }
  | { readonly code: 'signature-wrong' }
  | { readonly code: 'key-changed'; readonly origin: string }
  | { readonly code: 'shrunk'; readonly before: number; readonly now: number }
  | { readonly code: 'forked'; readonly before: number; readonly now: number }
  | { readonly code: 'entry-changed'; readonly index: number }
  | { readonly code: 'entries-differ'; readonly size: number }
  | { readonly code: 'cosigned-differs'; readonly size: number }
  | { readonly code: 'cosignature-wrong'; readonly size: number }
  | {
      readonly code: 'two-commitments';
      readonly bureau: string;
      readonly drawNo: number;
      readonly indexes: readonly [number, number];
    };

/** The checkpoint alone: whether the key that the auditor trusts has signed it. */
export function judgeSignature(checkpoint: Checkpoint, key: LogKey): readonly LogFinding[] {
  switch (signatureStanding(checkpoint, [key])) {
    case 'signed':
      return [];
    case 'forged':
      return [{ code: 'signature-wrong' }];
    case 'unknown':
      return [{ code: 'key-changed', origin: checkpoint.origin }];
  }
}

/** Two signed checkpoints and the log's own proof that the later one continues the earlier. */
export function judgeGrowth(before: Checkpoint, now: Checkpoint, path: readonly Uint8Array[]): readonly LogFinding[] {
  if (now.size < before.size) return [{ code: 'shrunk', before: before.size, now: now.size }];
  return provesConsistency('sha256', before, now, path) ? [] : [{ code: 'forked', before: before.size, now: now.size }];
}

/** The entries as they read today against the signed root, and against what they were at the last visit. */
export function judgeEntries(
  now: Checkpoint,
  entries: readonly string[],
  leavesBefore: readonly string[],
): { readonly leaves: readonly string[]; readonly findings: readonly LogFinding[] } {
  const hashes = entries.map((entry) => leafHash('sha256', entry));
  const leaves = hashes.map(hexOf);
  const findings: LogFinding[] = [];
  for (const [index, leaf] of leavesBefore.entries()) {
    if (index < leaves.length && leaves[index] !== leaf) findings.push({ code: 'entry-changed', index });
  }
  const whole = entries.length === now.size && hexOf(treeHash('sha256', hashes)) === hexOf(now.root);
  if (!whole) findings.push({ code: 'entries-differ', size: now.size });
  return { leaves, findings: [...findings, ...judgeCommitments(entries)] };
}

const commitment = z.object({
  kind: z.literal('commitment'),
  bureau: z.string(),
  drawNo: z.number(),
  c: z.string(),
});

/** Two different C for one draw are proof of fraud (mc-draw/1 §4). */
function judgeCommitments(entries: readonly string[]): readonly LogFinding[] {
  const first = new Map<string, { readonly index: number; readonly c: string }>();
  const findings: LogFinding[] = [];
  for (const [index, entry] of entries.entries()) {
    const read = commitment.safeParse(parsed(entry));
    if (!read.success) continue;
    const { bureau, drawNo, c } = read.data;
    const draw = `${drawNo} ${bureau}`;
    const earlier = first.get(draw);
    if (earlier === undefined) first.set(draw, { index, c });
    else if (earlier.c !== c)
      findings.push({ code: 'two-commitments', bureau, drawNo, indexes: [earlier.index, index] });
  }
  return findings;
}

function parsed(entry: string): unknown {
  try {
    return JSON.parse(entry);
  } catch {
    return undefined;
  }
}
