import type { FileFormat, FileRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from './outcome.ts';

const magics: readonly { readonly bytes: readonly number[]; readonly is: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'PDF文件' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: '图片' },
  { bytes: [0xff, 0xd8, 0xff], is: '图片' },
  { bytes: [0x47, 0x49, 0x46, 0x38], is: '图片' },
  { bytes: [0x42, 0x4d], is: '图片' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: '压缩包' },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: '压缩包' },
  { bytes: [0x1f, 0x8b], is: '压缩包' },
];
const oleMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const zipMagics = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/** What the file is by its bytes, whatever it is called. A ZIP is told apart by the names it holds, see `zip.ts`. */
export function sniff(bytes: Buffer): Result<FileFormat | 'zip', FileRefusal> {
  if (bytes.length === 0) return refuse({ code: 'file-empty' });
  if (zipMagics.some((magic) => beginsWith(bytes, magic))) return ok('zip');
  if (beginsWith(bytes, oleMagic)) return sniffOle(bytes);
  const known = magics.find((magic) => beginsWith(bytes, magic.bytes));
  if (known !== undefined) return refuse({ code: 'file-is-another-kind', is: known.is });
  return sniffText(bytes);
}

/** Whether it is an old Word file (.doc), which has the same container as an old workbook. */
export function isOldWord(bytes: Buffer): boolean {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  return beginsWith(bytes, oleMagic) && holds('WordDocument') && !holds('EncryptedPackage');
}

/** The old container of Office: .xls, .doc, and also the envelope of a password-protected .xlsx. */
function sniffOle(bytes: Buffer): Result<FileFormat, FileRefusal> {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return refuse({ code: 'file-encrypted' });
  if (holds('WordDocument')) return refuse({ code: 'file-is-another-kind', is: 'Word文档' });
  if (holds('PowerPoint Document')) return refuse({ code: 'file-is-another-kind', is: '演示文稿' });
  if (holds('Workbook') || holds('Book')) return ok('xls');
  return refuse({ code: 'file-broken' });
}

function sniffText(bytes: Buffer): Result<FileFormat, FileRefusal> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const head = bytes.subarray(0, 4096);
  if (!utf16 && head.includes(0)) return refuse({ code: 'file-is-another-kind', is: '无法识别的文件' });
  const text = head
    .toString(utf16 ? 'utf16le' : 'latin1')
    .trimStart()
    .toLowerCase();
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return refuse({ code: 'file-is-another-kind', is: 'XML表格' });
  }
  // Many systems export a web page under the name .xls.
  if (/^(ï»¿)?\s*<(!doctype html|html|head|body|table|meta|\?xml)/.test(text)) {
    return refuse({ code: 'file-is-another-kind', is: '网页' });
  }
  return ok('csv');
}

function beginsWith(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
