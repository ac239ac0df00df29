import type { Range } from '../kernel/kernel.ts';
import { bytesOfText, type ScatteredTexts, type Texts } from '../kernel/texts.ts';

/**
 * A pool too large for a list of entries: its ids, sorted, and of each what follows it on its line of pool.csv. There
 * are few different endings (stratum, group, flags, weight), so that a byte an entry names one.
 */
export interface PoolColumns {
  readonly ids: Texts;
  readonly endings: readonly Ending[];
  readonly endingOf: Uint8Array;
}

export interface Ending {
  /** From the comma after the id to the end of the line, without LF: `,coal,-,,1`. */
  readonly text: string;
  /** False for an excluded entry: it has a leaf, but no ticket. */
  readonly eligible: boolean;
}

/** The lines of a part of the pool, as pool.csv has them; number 0 is the first of the range. */
export function linesOfColumns({ ids, endings, endingOf }: PoolColumns, { from, to }: Range): ScatteredTexts {
  const tails = endings.map(({ text }) => Uint8Array.from(text, (character) => character.charCodeAt(0)));
  const longest = 22 + Math.max(0, ...tails.map(({ length }) => length));
  const lines = {
    bytes: new Uint8Array((to - from) * longest),
    starts: new Uint32Array(to - from),
    lengths: new Uint32Array(to - from),
  };
  let end = 0;
  for (let at = from; at < to; at++) {
    const id = bytesOfText(ids, at);
    const tail = tails[endingOf[at] ?? 0] ?? new Uint8Array();
    lines.starts[at - from] = end;
    lines.lengths[at - from] = id.length + tail.length;
    lines.bytes.set(id, end);
    lines.bytes.set(tail, end + id.length);
    end += id.length + tail.length;
  }
  return lines;
}

/** How many entries have each ending. */
export function countEndings({ endings, endingOf }: PoolColumns): readonly number[] {
  const counts = endings.map(() => 0);
  for (let at = 0; at < endingOf.length; at++) counts[endingOf[at] ?? 0] = (counts[endingOf[at] ?? 0] ?? 0) + 1;
  return counts;
}
