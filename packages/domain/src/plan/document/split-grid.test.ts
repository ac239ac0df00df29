import { describe, expect, test } from 'vitest';
import { documentOf } from './read-text.ts';
import { splitGrid } from './split-grid.ts';

const first = [
  ['序号', '抽查事项', '事项类别'],
  ['1', '对采石场的行政检查', '重点检查事项'],
  ['2', '对加油站的行政检查', '一般检查事项'],
];
const second = [
  ['序号', '抽查任务名称', '抽查事项', '抽查时间'],
  ['1', '采石场抽查', '对采石场的行政检查', '3月'],
];
const rowsOf = (rows: readonly (readonly string[])[]) => splitGrid({ rows, before: ['一张表'] }).map((one) => one.rows);

describe('tables of one sheet', () => {
  test('one under the other: each has its header, and its title just above', () => {
    const rows = [['附件1'], ['抽查事项清单'], ...first, ['注：县级实施'], [], ['附件2'], ['抽查计划表'], ...second];
    expect(rowsOf(rows)).toEqual([
      [['附件1'], ['抽查事项清单'], ...first, ['注：县级实施'], []],
      [['附件2'], ['抽查计划表'], ...second],
    ]);
    expect(documentOf([], [{ rows, before: [] }]).tables).toMatchObject([
      { label: '附件1', title: '抽查事项清单', rows: [{ no: '1' }, { no: '2' }, {}] },
      { label: '附件2', title: '抽查计划表', rows: [{ no: '1' }] },
    ]);
  });

  test('side by side, with an empty column between', () => {
    const beside = first.map((row, at) => [...row, '', ...(second[at] ?? ['', '', '', ''])]);
    expect(rowsOf(beside)).toEqual([first, [...second, ['', '', '', '']]]);
  });

  test('a header printed again on the next page goes on with its table', () => {
    const [head = [], ...rest] = first;
    expect(rowsOf([head, ...rest, head, ['3', '对砖瓦厂的行政检查', '一般检查事项']])).toEqual([
      [head, ...rest, ['3', '对砖瓦厂的行政检查', '一般检查事项']],
    ]);
  });

  test('a row of values that reads like titles is no header', () => {
    const rows = [
      ['配合部门', '抽查对象', '事项类别'],
      ['公安部门', '生产经营单位', '一般检查事项'],
    ];
    expect(rowsOf(rows)).toEqual([rows]);
  });

  test('without any header a grid is left as it is', () => {
    expect(rowsOf([['甲', '乙'], ['丙']])).toEqual([[['甲', '乙'], ['丙']]]);
  });
});
