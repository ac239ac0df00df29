import type { Buffer } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';

const most = 64 * 1024 * 1024;

/** One file out of a ZIP, by its directory at the end; `undefined` where there is none of that name. Throws on what is no ZIP. */
export function unzipOne(bytes: Buffer, name: string): Buffer | undefined {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0) throw new Error('不是可以打开的文件');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const here = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    if (here === name) return contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return undefined;
}

function contentAt(bytes: Buffer, at: number, packed: number): Buffer {
  const method = bytes.readUInt16LE(at + 8);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(from, from + packed);
  if (method === 0) return content;
  // A file that unpacks without end is refused by zlib itself.
  return inflateRawSync(content, { maxOutputLength: most });
}
