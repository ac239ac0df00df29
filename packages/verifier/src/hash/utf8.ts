// Written out because the verifier is pure: TextEncoder belongs to the machine it runs on, and
// TextDecoder swallows a byte-order mark unless told otherwise.

/** UTF-8 of well-formed text; throws on a lone surrogate, which has none. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      bytes[end++] = unit;
    } else if (unit < 0x800) {
      bytes[end++] = 0xc0 | (unit >> 6);
      bytes[end++] = 0x80 | (unit & 63);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[end++] = 0xe0 | (unit >> 12);
      bytes[end++] = 0x80 | ((unit >> 6) & 63);
      bytes[end++] = 0x80 | (unit & 63);
    } else {
      const low = text.charCodeAt(at + 1);
      if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) throw new Error('lone surrogate');
      const point = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      at++;
      bytes[end++] = 0xf0 | (point >> 18);
      bytes[end++] = 0x80 | ((point >> 12) & 63);
      bytes[end++] = 0x80 | ((point >> 6) & 63);
      bytes[end++] = 0x80 | (point & 63);
    }
  }
  return bytes.slice(0, end);
}

/** The text of valid UTF-8, byte-order mark kept, or `undefined` where a byte does not fit. */
export function textOf(bytes: Uint8Array): string | undefined {
  const pieces: string[] = [];
  const units: number[] = [];
  let filled = 0;
  for (let at = 0; at < bytes.length; ) {
    if (filled >= most) {
      pieces.push(String.fromCharCode(...units.slice(0, filled)));
      filled = 0;
    }
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[filled++] = lead;
      at++;
      continue;
    }
    const tail = tailOf(lead);
    if (tail === undefined || at + tail >= bytes.length) return undefined;
    let point = lead & (0x3f >> tail);
    for (let more = 1; more <= tail; more++) {
      const next = bytes[at + more] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < (shortest[tail] ?? 0) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    if (point > 0xffff) {
      units[filled++] = 0xd800 + ((point - 0x10000) >> 10);
      units[filled++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    } else {
      units[filled++] = point;
    }
    at += tail + 1;
  }
  pieces.push(String.fromCharCode(...units.slice(0, filled)));
  return pieces.join('');
}

/** Code units turned into text at once; more arguments than this a call may not have everywhere. */
const most = 8192;
const shortest = [0, 0x80, 0x800, 0x10000];

function tailOf(lead: number): 1 | 2 | 3 | undefined {
  if (lead >= 0xc0 && lead < 0xe0) return 1;
  if (lead >= 0xe0 && lead < 0xf0) return 2;
  if (lead >= 0xf0 && lead < 0xf8) return 3;
  return undefined;
}
