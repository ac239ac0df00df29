import {
  bytesOfHex,
  cosignaturesOf,
  hexOf,
  type LogKey,
  readCheckpoint,
  readLogKey,
  treeHash,
} from '@mingchou/verifier';
import { judgeSignature, type LogFinding } from './judge.ts';
import type { Remembered } from './state.ts';

/** Up to which entry each of the auditor's witnesses has cosigned what this PC has just checked; null: not at all. */
export interface WitnessWord {
  readonly witness: string;
  readonly size: number | null;
}

/** Keys of witnesses as given on the command line; `undefined` when one is none. */
export function readWitnessKeys(texts: readonly string[]): readonly LogKey[] | undefined {
  const keys = texts.flatMap((text) => readLogKey(text) ?? []).filter(({ algorithm }) => algorithm === 'cosignature');
  return keys.length === texts.length ? keys : undefined;
}

/** The log's cosigned state against the entries that this PC has, and who has signed it. */
export function judgeWitnesses(
  cosigned: string | undefined,
  { key, leaves }: Pick<Remembered, 'key' | 'leaves'>,
  witnesses: readonly LogKey[],
): { readonly findings: readonly LogFinding[]; readonly words: readonly WitnessWord[] } {
  const silent = witnesses.map(({ name }) => ({ witness: name, size: null }));
  if (cosigned === undefined) return { findings: [], words: silent };
  const checkpoint = readCheckpoint(cosigned);
  const logKey = readLogKey(key);
  if (checkpoint === undefined || logKey === undefined)
    return { findings: [{ code: 'not-a-checkpoint' }], words: silent };
  const { size, root } = checkpoint;
  const unsigned = judgeSignature(checkpoint, logKey);
  if (unsigned.length > 0) return { findings: unsigned, words: silent };
  const seen = leaves.slice(0, size).flatMap((leaf) => bytesOfHex(leaf) ?? []);
  if (seen.length !== size || hexOf(treeHash('sha256', seen)) !== hexOf(root)) {
    return { findings: [{ code: 'cosigned-differs', size }], words: silent };
  }
  const lines = cosignaturesOf(checkpoint, witnesses);
  if (lines === 'forged') return { findings: [{ code: 'cosignature-wrong', size }], words: silent };
  const words = witnesses.map(({ name }) => {
    return { witness: name, size: lines.some(({ witness }) => witness.name === name) ? size : null };
  });
  return { findings: [], words };
}
