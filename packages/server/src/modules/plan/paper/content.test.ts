import { expect, test } from 'vitest';
import { numeral, planPaper } from './content.ts';
import { madeUpPlan, madeUpRow } from './made-up-plan.ts';

const around = { bureau: '演示县应急管理局', demonstration: false };

test('the paper has number, addressees, date, publicity and the documents it rests on (ZZ-01, ZZ-02)', () => {
  const paper = planPaper(madeUpPlan([madeUpRow(1)]), around);
  expect([paper.number, paper.addressees, paper.date, paper.publicity]).toEqual([
    ...['演应急发〔2030〕5号', '各股室：', '2030年3月3日', '（此件公开发布）'],
  ]);
  expect(paper.blocks[0]?.text).toBe('根据国发〔2019〕5号、《安全生产法》，结合本局实际，制定本计划。');
  expect(paper.draft).toBe(false);
});

test('the text states the base with its sum, the year’s number and what the joint tasks take of it (ZZ-04, LZ-04)', () => {
  const rows = [madeUpRow(1), madeUpRow(2, { partners: ['公安局'] })];
  const texts = planPaper(madeUpPlan(rows), around).blocks.map(({ text }) => text);
  expect(texts).toContain('名录库共133家，其中门店41家、仓库92家。');
  expect(texts).toContain('全年安排抽查任务2项，抽取18家，占名录库的13.5%。其中部门联合抽查1项，抽取9家。');
  expect(texts).toContain('（一）每次至少2名执法人员。');
});

test('one table is 附件, three are 附件1 to 附件3, and the list before the signature names them', () => {
  const one = planPaper(madeUpPlan([madeUpRow(1)]), around);
  expect(one.annexes.map(({ label }) => label)).toEqual(['附件']);
  const genre = { value: 'item-list-and-two-plans', clause: { source: '', place: '', verified: true } } as const;
  const rows = [madeUpRow(1), madeUpRow(2, { partners: ['公安局'] })];
  const three = planPaper(madeUpPlan(rows, { 'plan.genre': genre }), around);
  expect(three.annexes.map(({ label }) => label)).toEqual(['附件1', '附件2', '附件3']);
  expect(three.annexList[1]).toMatch(/^2\.2030年部门内部/);
});

test('parts are numbered 一 to 九百九十九', () => {
  expect([1, 10, 11, 20, 21, 100, 101, 110, 999].map(numeral)).toEqual(
    '一 十 十一 二十 二十一 一百 一百零一 一百一十 九百九十九'.split(' '),
  );
});
