import { crc32 } from './crc32.ts';
import { inflate } from './inflate.ts';

export type ZipFault =
  | 'not-a-zip'
  | 'encrypted'
  | 'unknown-method'
  | 'unknown-name'
  | 'duplicate-name'
  | 'too-large'
  | 'hidden-bytes'
  | 'broken-entry';

export interface ZipLimits {
  /** Names that may stand in the archive; a folder, an absolute path and `..` are none. */
  readonly allows: (name: string) => boolean;
  /** Bytes of all entries together, as declared and as counted. */
  readonly bytes: number;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly described: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const endMark = 0x06054b50;
const endLength = 22;
// RFC 1951 cannot do better; a greater claim only asks for memory.
const greatestRatio = 1032;

/** The entries of an archive that came from anyone: stored or deflated, nothing between or around them. */
export function readZip(
  zip: Uint8Array,
  limits: ZipLimits,
):
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly fault: ZipFault; readonly name?: string } {
  const directory = readDirectory(zip);
  if (directory === undefined) return { ok: false, fault: 'not-a-zip' };
  const entries = new Map<string, Uint8Array>();
  let counted = 0;
  let end = 0;
  for (const entry of [...directory.entries].sort((a, b) => a.offset - b.offset)) {
    const { name } = entry;
    if (!limits.allows(name)) return { ok: false, fault: 'unknown-name', name };
    if (entries.has(name)) return { ok: false, fault: 'duplicate-name', name };
    counted += entry.size;
    if (counted > limits.bytes || entry.size > greatestRatio * entry.packed)
      return { ok: false, fault: 'too-large', name };
    const content = readEntry(zip, entry, end, directory.start);
    if (typeof content === 'string') return { ok: false, fault: content, name };
    entries.set(name, content.bytes);
    end = content.end;
  }
  return end === directory.start ? { ok: true, entries } : { ok: false, fault: 'hidden-bytes' };
}

/** An archive of stored entries: the same entries always give the same bytes. Names are ASCII. */
export function writeZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of entries) {
    const common = commonHeader(name, bytes);
    const local = joined([word(localMark), common, asciiBytes(name), bytes]);
    central.push(
      joined([word(centralMark), half(20), common, half(0), half(0), half(0), word(0), word(offset), asciiBytes(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = joined(central);
  const count = half(entries.size);
  return joined([
    ...locals,
    directory,
    word(endMark),
    half(0),
    half(0),
    count,
    count,
    word(directory.length),
    word(offset),
    half(0),
  ]);
}

function readDirectory(zip: Uint8Array): { readonly entries: readonly Entry[]; readonly start: number } | undefined {
  const view = viewOf(zip);
  const end = endOf(view);
  if (end === undefined || view.getUint32(end + 4, true) !== 0) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 8, true) !== count || start + view.getUint32(end + 12, true) !== end) return undefined;
  const entries: Entry[] = [];
  let at = start;
  while (at < end) {
    if (at + 46 > end || view.getUint32(at, true) !== centralMark) return undefined;
    const next =
      at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return undefined;
    entries.push({
      name: asciiText(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
      // An encrypted entry gets a method that nobody knows.
      method: view.getUint16(at + 8, true) & 1 ? -1 : view.getUint16(at + 10, true),
      described: (view.getUint16(at + 8, true) & 8) !== 0,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries.length === count ? { entries, start } : undefined;
}

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let at = view.byteLength - endLength; at >= least; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    if (at + endLength + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function readEntry(
  zip: Uint8Array,
  entry: Entry,
  expected: number,
  limit: number,
): { readonly bytes: Uint8Array; readonly end: number } | ZipFault {
  const view = viewOf(zip);
  const { offset } = entry;
  if (entry.method === -1) return 'encrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'unknown-method';
  // Entries that overlap, or bytes that no entry owns, would let two readers see two archives.
  if (offset !== expected) return 'hidden-bytes';
  if (offset + 30 > limit || view.getUint32(offset, true) !== localMark) return 'broken-entry';
  const nameEnd = offset + 30 + view.getUint16(offset + 26, true);
  const start = nameEnd + view.getUint16(offset + 28, true);
  const end = start + entry.packed;
  if (end > limit || asciiText(zip.subarray(offset + 30, nameEnd)) !== entry.name) return 'broken-entry';
  const packed = zip.subarray(start, end);
  const bytes =
    entry.method === 0 ? (entry.size === entry.packed ? packed.slice() : undefined) : inflate(packed, entry.size);
  if (bytes === undefined || crc32(bytes) !== entry.crc) return 'broken-entry';
  return { bytes, end: end + (entry.described ? descriptorLength(view, end, limit, entry.crc) : 0) };
}

/** The sizes that follow an entry written as a stream, with or without their mark. */
function descriptorLength(view: DataView, at: number, limit: number, crc: number): number {
  if (at + 16 <= limit && view.getUint32(at, true) === 0x08074b50 && view.getUint32(at + 4, true) === crc) return 16;
  return 12;
}

function commonHeader(name: string, bytes: Uint8Array): Uint8Array {
  // 1 January 1980, the first day ZIP knows: a date would make every archive different.
  const day = half(0x21);
  const size = word(bytes.length);
  return joined([half(20), half(0), half(0), half(0), day, word(crc32(bytes)), size, size, half(name.length), half(0)]);
}

function half(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255);
}
function word(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
}
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 256), (byte) => String.fromCharCode(byte)).join('');
}
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
