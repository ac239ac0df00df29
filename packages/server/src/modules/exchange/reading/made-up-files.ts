import { crc32, deflateRawSync } from 'node:zlib';
import { type CellValue, writeXlsx } from 'hucre';

/** Workbooks made up for tests: whole ones, and ones that people and attackers send. */
export async function workbookOf(rows: CellValue[][], name = '抽查对象'): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name, rows }] }));
}

export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the entry claims to unpack to, if not the truth. */
  readonly declared?: number;
}

/** A ZIP written by hand, so that it can lie. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const packed = deflateRawSync(part.bytes, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(part.bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.declared ?? part.bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, tail, name]));
    files.push(local);
    offset += local.length;
  }
  const whole = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(whole.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, whole, end]);
}

/** A workbook of a few hundred kilobytes that unpacks to 300 MB of a sheet's XML. */
export function bombOf(megabytes: number, declared?: number): Buffer {
  const bytes = Buffer.alloc(megabytes * 1024 * 1024, '<c/>');
  return zipOf([
    { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
    { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
    { name: 'xl/worksheets/sheet1.xml', bytes, ...(declared === undefined ? {} : { declared }) },
  ]);
}
