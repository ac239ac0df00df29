/**
 * Many short texts in one array of bytes, so that millions of them cost no objects: text i is `lengths[i]` bytes from
 * `starts[i]` on, and the starts ascend.
 */
export interface ScatteredTexts {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint8Array | Uint32Array;
}

/** The same where all texts have `width` bytes and stand one after another, such as 统一社会信用代码. */
export interface EvenTexts {
  readonly bytes: Uint8Array;
  readonly width: number;
}

export type Texts = ScatteredTexts | EvenTexts;

export function countOf(texts: Texts): number {
  return 'width' in texts ? Math.floor(texts.bytes.length / texts.width) : texts.starts.length;
}

export function startOf(texts: Texts, at: number): number {
  return 'width' in texts ? at * texts.width : (texts.starts[at] ?? 0);
}

export function lengthOf(texts: Texts, at: number): number {
  return 'width' in texts ? texts.width : (texts.lengths[at] ?? 0);
}

export function bytesOfText(texts: Texts, at: number): Uint8Array {
  const start = startOf(texts, at);
  return texts.bytes.subarray(start, start + lengthOf(texts, at));
}

/** True when text i begins with this ASCII text. */
export function beginsWith(texts: Texts, at: number, prefix: string): boolean {
  const start = startOf(texts, at);
  if (lengthOf(texts, at) < prefix.length) return false;
  for (let place = 0; place < prefix.length; place++) {
    if (texts.bytes[start + place] !== prefix.charCodeAt(place)) return false;
  }
  return true;
}

/** ASCII texts laid end to end. */
export function textsOf(list: readonly string[]): ScatteredTexts {
  const size = list.reduce((sum, text) => sum + text.length, 0);
  const texts = {
    bytes: new Uint8Array(size),
    starts: new Uint32Array(list.length),
    lengths: new Uint32Array(list.length),
  };
  let end = 0;
  for (let at = 0; at < list.length; at++) {
    const text = list[at] ?? '';
    texts.starts[at] = end;
    texts.lengths[at] = text.length;
    for (let place = 0; place < text.length; place++) texts.bytes[end++] = text.charCodeAt(place);
  }
  return texts;
}

/** The lines of a file without their LF; what follows the last LF is not one. */
export function linesOf(bytes: Uint8Array): ScatteredTexts {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 10) count++;
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  let start = 0;
  for (let line = 0; line < count; line++) {
    const end = bytes.indexOf(10, start);
    starts[line] = start;
    lengths[line] = end - start;
    start = end + 1;
  }
  return { bytes, starts, lengths };
}
