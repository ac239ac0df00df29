import { readFileSync } from 'node:fs';
import path from 'node:path';
import { importLimits } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { workbookOf, zipOf } from './made-up-files.ts';
import { readDocumentBytes } from './read-document.ts';
import { readUploadedDocument } from './run-reader.ts';

const oldWord = readFileSync(path.join(import.meta.dirname, '../../../office/made-up-plan.doc'));
const readBytes = (bytes: Buffer) => readDocumentBytes(bytes, importLimits);
const word = (text: string) =>
  zipOf([
    {
      name: 'word/document.xml',
      bytes: Buffer.from(`<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`),
    },
  ]);

test('Word, old Word, workbooks and text are read by what they are, whatever they are called', async () => {
  expect(await readBytes(word('一、抽查对象'))).toMatchObject({
    value: { kind: 'parts', lines: ['一、抽查对象'] },
  });
  expect(await readUploadedDocument(oldWord)).toMatchObject({
    value: { kind: 'parts', tables: [{ rows: { length: 3 } }] },
  });
  const book = await workbookOf([['2031年抽查计划'], ['序号', '抽查事项', '抽查时间'], ['1', '渡口', '5月']]);
  expect(await readBytes(book)).toMatchObject({ value: { kind: 'parts', lines: ['2031年抽查计划'] } });
  expect(await readBytes(Buffer.from('一、抽查对象\n'))).toEqual({
    ok: true,
    value: { kind: 'text', text: '一、抽查对象\n' },
  });
});

test('what is locked, broken, another kind or far too long is refused with what it is', async () => {
  const locked = Buffer.from(oldWord);
  for (let at = 512; at + 12 < locked.length; at += 512) {
    if (locked.readUInt16LE(at) === 0xa5ec) locked.writeUInt16LE(locked.readUInt16LE(at + 10) | 0x0100, at + 10);
  }
  const told: readonly (readonly [Buffer, unknown])[] = [
    [locked, { code: 'file-encrypted' }],
    [oldWord.subarray(0, 3000), { code: 'file-broken' }],
    [Buffer.from('{\\rtf1 plan}'), { code: 'file-is-another-kind', is: 'RTF文档' }],
    [Buffer.from('%PDF-1.7'), { code: 'file-is-another-kind', is: 'PDF文件' }],
    [word('长'.repeat(6000)), { code: 'file-is-another-kind' }],
    [Buffer.from('一行计划\n'.repeat(130_000)), { code: 'file-is-another-kind', is: '超过50万字的文件' }],
    [
      await workbookOf(Array.from({ length: 2001 }, (_, at) => [String(at), '厂'])),
      { code: 'too-many-rows', rows: 2001 },
    ],
    [
      zipOf([{ name: 'word/document.xml', bytes: Buffer.from('x'), declared: 300 * 1024 * 1024 }]),
      { code: 'unzips-too-large' },
    ],
  ];
  for (const [bytes, refusal] of told) expect(await readBytes(bytes)).toMatchObject({ ok: false, refusal });
});

test('a web page gives its paragraphs and tables, also under the name of a Word file and in GBK', async () => {
  const page = `<html><head><meta charset="utf-8"><style>p{}</style></head><body><div>关于印发计划的通知</div><p>一、抽查对象</p>
    <table><tr><th>序号</th><th>抽查事项</th><th>抽查<br>时间</th></tr>
    <tr><td rowspan="2">1</td><td><p>渡口&nbsp;安全</p><p>灯塔</p></td><td>5月</td></tr><tr><td>码头</td><td>6月</td></tr></table>
    <script>var x = '<td>';</script><p>抄送各科室</p></body></html>`;
  expect(await readBytes(Buffer.from(page))).toEqual({
    ok: true,
    value: {
      kind: 'parts',
      lines: ['关于印发计划的通知', '一、抽查对象', '抄送各科室'],
      tables: [
        {
          before: ['关于印发计划的通知', '一、抽查对象'],
          rows: [
            ['序号', '抽查事项', '抽查\n时间'],
            ['1', '渡口 安全\n灯塔', '5月'],
            ['1', '码头', '6月'],
          ],
        },
      ],
    },
  });
  // 计划
  const gbk = Buffer.concat([
    Buffer.from('<html><p>'),
    Buffer.from([0xbc, 0xc6, 0xbb, 0xae]),
    Buffer.from('</p></html>'),
  ]);
  expect(await readBytes(gbk)).toMatchObject({ value: { lines: ['计划'] } });
});
