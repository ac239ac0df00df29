import { readCommitment } from '../commitment/commitment.ts';
import type { FileName, Files } from '../commitment/file.ts';
import { fileNames, isFileName } from '../commitment/file.ts';
import { limits } from '../report/limits.ts';
import type { ZipFault } from '../zip/zip.ts';
import { readZip, writeZip } from '../zip/zip.ts';

export interface BundleRefusal {
  readonly code: ZipFault | 'no-commitment' | 'unreadable';
  /** One Chinese sentence. */
  readonly text: string;
}

const texts: Readonly<Record<BundleRefusal['code'], string>> = {
  'not-a-zip': '这不是ZIP文件，或者文件不完整',
  encrypted: '压缩包加了密码，无法读取',
  'unknown-method': '压缩方式不是「存储」或「Deflate」，无法读取',
  'unknown-name': '有证据包不应有的文件',
  'duplicate-name': '压缩包里有两个同名文件',
  'too-large': '解压后超过256 MB，没有读取',
  'hidden-bytes': '压缩包里有不属于任何文件的内容',
  'broken-entry': '压缩包里有损坏的文件',
  'no-commitment': '没有commit.json，这不是抽签证据包',
  unreadable: '没有这个文件或文件夹，或者没有读取权限',
};

/** A ZIP of the files, stored, in the order of §2: the same files always give the same bytes. */
export function bundleOf(files: Files): Uint8Array {
  const entries = new Map<string, Uint8Array>();
  for (const name of fileNames) {
    const bytes = files.get(name);
    if (bytes !== undefined) entries.set(name, bytes);
  }
  return writeZip(entries);
}

/** The files of a bundle that came from anyone. */
export function readBundle(
  zip: Uint8Array,
):
  | { readonly ok: true; readonly value: Map<FileName, Uint8Array> }
  | { readonly ok: false; readonly refusal: BundleRefusal } {
  const reading = readZip(zip, { allows: isFileName, bytes: limits.bytes });
  if (!reading.ok) return refusal(reading.fault, reading.name);
  const files = new Map<FileName, Uint8Array>();
  for (const [name, bytes] of reading.entries) if (isFileName(name)) files.set(name, bytes);
  return files.has('commit.json') ? { ok: true, value: files } : refusal('no-commitment');
}

/**
 * What everyone may have: commit.json, log.json and the files that the commitment names public;
 * of a sealed draw that is not yet unsealed only the first two (mc-draw/1 §4). Nothing without a readable commitment.
 */
export function publicPartOf(files: Files, unsealed: boolean = false): Map<FileName, Uint8Array> {
  const commitJson = files.get('commit.json');
  const commitment = commitJson === undefined ? undefined : readCommitment(commitJson);
  if (commitment?.ok !== true) return new Map();
  const open = commitment.value.mode === 'open' || unsealed ? commitment.value.public : [];
  const names = new Set<FileName>(['commit.json', 'log.json', ...open]);
  return new Map([...files].filter(([name]) => names.has(name)));
}

export function refusal(
  code: BundleRefusal['code'],
  name?: string,
): { readonly ok: false; readonly refusal: BundleRefusal } {
  const shown = name?.replace(/[^ -~]/g, '?');
  return { ok: false, refusal: { code, text: shown === undefined ? texts[code] : `${texts[code]}：${shown}` } };
}
