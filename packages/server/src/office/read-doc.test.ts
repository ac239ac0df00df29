import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentOf } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { partsOfBody, readDoc } from './read-doc.ts';

const sample = readFileSync(path.join(import.meta.dirname, 'made-up-plan.doc'));

test('an old Word file gives its paragraphs and its table, cell by cell', async () => {
  const { lines, tables } = await readDoc(sample);
  expect(lines).toEqual([
    '望海应急发〔2031〕7号',
    '望海县应急管理局2031年抽查工作计划',
    '2031年3月20日',
    '一、抽查对象',
    '本年度拟抽取24家企业。',
    '附件：望海县2031年抽查工作计划表',
    '此表由法规股汇总。',
  ]);
  expect(tables.map(({ rows }) => rows)).toEqual([
    [
      ['序号', '抽查任务名称', '抽查类型', '抽查内容', '抽查比例', '抽查时间'],
      ['1', '砖瓦厂抽查', '定向', '1.窑炉情况。\n2.用电情况。', '20%', '2031年4月至5月'],
      ['2', '渔船抽查', '定向', '', '30%', '2031年6月至9月'],
    ],
  ]);
  expect(documentOf(lines, tables)).toMatchObject({
    number: '望海应急发〔2031〕7号',
    year: 2031,
    issuedOn: '2031-03-20',
  });
});

test('two tables with text between them stay two, also under a title that is a row of its own', () => {
  const body = '一段\n计划表\t\n序号\t事项\t时间\t\n1\t甲\t5月\t\n附件2\n序号\t对象\t比例\t\n1\t乙厂\t10%\t\n完\n';
  expect(partsOfBody(body)).toEqual({
    lines: ['一段', '附件2', '完'],
    tables: [
      { before: ['一段'], rows: [['计划表'], ['序号', '事项', '时间'], ['1', '甲', '5月']] },
      {
        before: ['一段', '附件2'],
        rows: [
          ['序号', '对象', '比例'],
          ['1', '乙厂', '10%'],
        ],
      },
    ],
  });
});

test('a file that says its text is encrypted is refused before it is read', async () => {
  const locked = Buffer.from(sample);
  for (let at = 512; at + 12 < locked.length; at += 512) {
    if (locked.readUInt16LE(at) === 0xa5ec) locked.writeUInt16LE(locked.readUInt16LE(at + 10) | 0x0100, at + 10);
  }
  await expect(readDoc(locked)).rejects.toThrow('有打开密码');
});
