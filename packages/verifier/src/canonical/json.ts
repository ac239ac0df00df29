import { textOf, utf8 } from '../hash/utf8.ts';
import type { Reading } from './reading.ts';
import { fault, read } from './reading.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Depth of nesting that a reader accepts (mc-draw/1 §1). */
const deepest = 16;

/** RFC 8785 with integers only; throws on a fraction, an unsafe integer or a lone surrogate. */
export function canonicalText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`not an integer: ${value}`);
    return String(value === 0 ? 0 : value);
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new Error('lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`not JSON: ${typeof value}`);
  // RFC 8785 §3.2.3 orders keys by UTF-16 code units, which is what sort() without a comparator does.
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${canonicalText(key)}:${canonicalText(field)}`).join(',')}}`;
}

export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalText(value));
}

/** The value of bytes that are exactly its canonical form; duplicate keys and other spellings differ from it. */
export function readCanonical(bytes: Uint8Array): Reading<Json> {
  const text = textOf(bytes);
  if (text === undefined) return fault('not-utf8', '');
  // Counted before parsing: a parser may recurse.
  if (depthOf(text) > deepest) return fault('too-deep', '');
  try {
    const value: Json = JSON.parse(text);
    return canonicalText(value) === text ? read(value) : fault('not-canonical', '');
  } catch {
    return fault('not-json', '');
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let greatest = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (inText) {
      if (unit === '\\') at++;
      else if (unit === '"') inText = false;
    } else if (unit === '"') inText = true;
    else if (unit === '{' || unit === '[') greatest = Math.max(greatest, ++depth);
    else if (unit === '}' || unit === ']') depth--;
  }
  return greatest;
}
