import { inflateRawSync } from 'node:zlib';
import type { FileRefusal, Result, ImportLimits } from '@mingchou/domain';
import { ok, refuse } from './outcome.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly declared: number;
  readonly at: number;
}

const mebi = 1024 * 1024;
// A workbook of a few formatted cells packs very well and harms nobody: the ratio counts from here on.
const ratioCountsFrom = 4 * mebi;

/**
 * Whether the ZIP is a workbook that can be unpacked safely (S13): declared and counted size, entries and ratio are
 * bounded, and what the entries declare is not believed but counted.
 */
export function judgeZip(bytes: Buffer, limits: ImportLimits): Result<'xlsx', FileRefusal> {
  const judged = judgeOffice(bytes, limits);
  if (!judged.ok) return judged;
  return judged.value === 'xlsx' ? ok(judged.value) : refuse({ code: 'file-is-another-kind', is: 'Word文档' });
}

/** The same for what may be a Word file as well. */
export function judgeOffice(bytes: Buffer, limits: ImportLimits): Result<'xlsx' | 'docx', FileRefusal> {
  const listed = listEntries(bytes, limits.entries);
  if (!listed.ok) return listed;
  const entries = listed.value;
  if (entries.some((entry) => entry.encrypted)) return refuse({ code: 'file-encrypted' });
  const kind = kindOf(entries.map((entry) => entry.name));
  if (kind !== 'xlsx' && kind !== 'docx') return refuse({ code: 'file-is-another-kind', is: kind });
  const declared = entries.reduce((sum, entry) => sum + entry.declared, 0);
  if (declared > limits.unzippedBytes) return tooLarge(declared, limits.unzippedBytes);
  const counted = countBytes(bytes, entries, limits.unzippedBytes);
  if (!counted.ok) return counted;
  const ratio = Math.round(counted.value / bytes.length);
  if (counted.value > ratioCountsFrom && ratio > limits.ratio) {
    return refuse({ code: 'zip-ratio', ratio, most: limits.ratio });
  }
  return ok(kind);
}

function tooLarge(bytes: number, most: number): Result<never, FileRefusal> {
  return refuse({ code: 'unzips-too-large', megabytes: Math.ceil(bytes / mebi), most: most / mebi });
}

function kindOf(names: readonly string[]): string {
  const has = (name: string) => names.includes(name);
  if (has('xl/workbook.xml')) return 'xlsx';
  if (has('xl/workbook.bin')) return '二进制工作簿（.xlsb）';
  if (has('word/document.xml')) return 'docx';
  if (has('ppt/presentation.xml')) return '演示文稿';
  if (has('content.xml') && has('mimetype')) return 'ODF文件（.ods）';
  return '压缩包';
}

/** The entries of the central directory, which is what a reader will follow. */
function listEntries(bytes: Buffer, most: number): Result<readonly Entry[], FileRefusal> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return refuse({ code: 'file-broken' });
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  // 0xffff and 0xffffffff announce ZIP64, made for archives far above our limits.
  if (count > most) return refuse({ code: 'zip-too-many-entries', entries: count, most });
  const entries: Entry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return refuse({ code: 'file-broken' });
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt32LE(at + 20),
      declared: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return ok(entries);
}

/** Unpacks every entry and throws it away, to learn how much there really is; stops at the limit. */
function countBytes(bytes: Buffer, entries: readonly Entry[], most: number): Result<number, FileRefusal> {
  let counted = 0;
  for (const entry of entries) {
    if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== 0x04034b50)
      return refuse({ code: 'file-broken' });
    const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
    const packed = bytes.subarray(from, from + entry.packed);
    if (packed.length !== entry.packed) return refuse({ code: 'file-broken' });
    const size = entry.method === 0 ? packed.length : inflatedSize(packed, most - counted);
    if (size === undefined) return refuse({ code: 'file-broken' });
    counted += size;
    if (counted > most) return tooLarge(counted, most);
  }
  return ok(counted);
}

/** Bytes the entry inflates to, `most + 1` if it is more than `most`, `undefined` if it does not inflate. */
function inflatedSize(packed: Buffer, most: number): number | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return error instanceof RangeError ? most + 1 : undefined;
  }
}
