import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemId } from '../id.ts';
import { phraseOf, ratioBases } from '../policy/ratio.ts';
import { instantOf, parseCalendarDate } from '../time.ts';
import { addItem, evolveItem, publishItem } from './decide.ts';
import { blankPoint, groupsOf, type InspectionItem, type ItemContent } from './item.ts';
import type { ItemMapping } from './library.ts';
import { compareLists, listCells, listColumns } from './list-table.ts';
import { type ItemSurroundings, reviewItem, shareAboveCeiling } from './review.ts';

const on = parseCalendarDate('2023-01-01');
if (on === undefined) throw new Error('no day');
const tenth = { n: 1, d: 10 };
const item = (changes: Partial<ItemContent> = {}): ItemContent => ({
  ...{ dutyItem: '对商场的监督检查', title: '对商场的行政检查', subjects: '商场', category: 'ordinary' },
  checkItems: [{ no: 1, text: '疏散通道', ...blankPoint, pass: '畅通', fail: '堵塞' }],
  ...{ methods: ['查阅资料', '现场检查'], ratioAndFrequency: '10%，每年抽查1次', department: '县级部门', tier: '县级' },
  legalBases: [{ title: '演示法', number: '', revision: '', article: '第一条' }],
  ...{ liability: '演示法第九条', sectors: ['shop'] },
  ...changes,
});
const mapping: ItemMapping = {
  ...{ title: '对商场的行政检查', dutyCode: 'Q1', dutyItem: '对商场的监督检查' },
  ...{ provinceCode: 'S1', provinceItem: '对商场的检查', source: '演示' },
};
const law = {
  title: '演示法',
  number: '',
  revision: '',
  from: null,
  to: null,
  status: 'in-force',
  successor: null,
} as const;
const around = (changes: Partial<ItemSurroundings> = {}): ItemSurroundings => ({
  ...{ on, laws: [{ ...law, verified: true, source: '演示' }], mappings: [mapping], hazards: [] },
  ...{ ceiling: null, planned: true },
  ...changes,
});
const codes = (content: ItemContent, facts = around()) => reviewItem(content, facts).map(({ code }) => code);

describe('what is noted about an item', () => {
  test('nothing, where all is in order', () => {
    expect(codes(item())).toEqual([]);
  });

  test('LZ-24: an item that the mapping does not know, or knows under another duty item', () => {
    expect(codes(item(), around({ mappings: [{ ...mapping, title: '别的' }] }))).toEqual(['duty-unmapped']);
    expect(codes(item({ dutyItem: '其他' }))).toEqual(['duty-differs']);
  });

  test('LZ-08: an item without one of the province’s list', () => {
    expect(codes(item(), around({ mappings: [{ ...mapping, provinceCode: null }] }))).toEqual(['province-unmapped']);
  });

  test('LZ-25: an item in no plan of the year; before there is a plan nothing is said', () => {
    expect(codes(item(), around({ planned: false }))).toEqual(['in-no-plan']);
    expect(codes(item(), around({ planned: null }))).toEqual([]);
  });

  test('LZ-20: a ratio that the grammar cannot read', () => {
    expect(codes(item({ ratioAndFrequency: '看情况' }))).toEqual(['ratio-unread']);
  });

  test('LZ-22: a basis that was repealed, and one that nobody verified', () => {
    const ended = { ...law, status: 'repealed', verified: true, source: '演示' } as const;
    expect(codes(item(), around({ laws: [ended] }))).toEqual(['basis-outdated']);
    expect(codes(item(), around({ laws: [{ ...law, verified: false, source: '演示' }] }))).toEqual(['basis-unsure']);
  });

  test('check points without wording, and hazards that the table does not hold', () => {
    const bare = { no: 1, text: '疏散通道', ...blankPoint, hazards: ['X9'] };
    expect(codes(item({ checkItems: [bare] }))).toEqual(['points-unworded', 'hazard-unknown']);
  });
});

describe('the ceiling of ordinary items (N-07)', () => {
  test('an ordinary item above it is not published; a priority one has none', () => {
    const facts = { mappings: [], ceiling: tenth };
    const publish = (changes: Partial<ItemContent>) => publishItem(draft(changes), instantOf(0), '何书', facts);
    expect(publish({ ratioAndFrequency: '20%，每年抽查1次' })).toMatchObject({
      refusal: { code: 'item-ratio-above-ceiling', share: '20%', ceiling: '10%' },
    });
    expect(publish({ ratioAndFrequency: '10%，每年抽查1次' })).toMatchObject({ ok: true });
    expect(publish({ ratioAndFrequency: '100%', category: 'priority' })).toMatchObject({ ok: true });
  });

  test('a share of what the plan already chose is not a share of the registry', () => {
    expect(shareAboveCeiling(item({ ratioAndFrequency: '执法计划内100%，每年抽查1次' }), tenth)).toBeNull();
  });

  test('a share passes exactly when it is no more than the ceiling, however it is written', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(share, share, fc.constantFrom(...ratioBases), (n, top, base) => {
        const phrase = phraseOf({ operator: '>=', base, value: { n, d: 100 }, rounding: 'ceil', frequency: null });
        const above = shareAboveCeiling(item({ ratioAndFrequency: phrase }), { n: top, d: 100 }) !== null;
        expect(above).toBe(n > top && base !== 'plan' && base !== 'enforcement-plan');
      }),
    );
  });
});

test('LZ-24: an item that the loaded mapping leaves out is not published', () => {
  const facts = { mappings: [{ ...mapping, title: '别的' }], ceiling: null };
  expect(publishItem(draft(), instantOf(0), '何书', facts)).toMatchObject({ refusal: { code: 'item-without-duty' } });
});

test('LZ-15: the list has ten columns, and a cell numbers what it lists', () => {
  expect(listColumns).toEqual([
    ...['序号', '权责清单事项', '抽查事项', '抽查内容', '检查对象'],
    ...['事项类别', '检查方式', '抽查比例及频次', '检查部门及实施层级', '检查依据'],
  ]);
  const point = { ...blankPoint, no: 2, text: '应急照明。' };
  const cells = listCells({ ...item({ checkItems: [...item().checkItems, point] }), no: 7 });
  expect(cells).toEqual([
    ...['7', '对商场的监督检查', '对商场的行政检查', '1.疏散通道。\n2.应急照明。', '商场'],
    ...['一般检查事项', '查阅资料、现场检查', '10%，每年抽查1次', '县级部门', '1.《演示法》第一条。'],
  ]);
});

test('ZZ-06: points in groups stand under the name of their group, numbered throughout', () => {
  const points = ['应急预案', '应急演练', '隐患台账'].map((text, at) => ({
    ...{ ...blankPoint, no: at + 1, text },
    group: at < 2 ? '应急救援' : '隐患治理',
  }));
  expect(groupsOf(points).map(({ group, points: grouped }) => [group, grouped.map(({ no }) => no)])).toEqual([
    ['应急救援', [1, 2]],
    ['隐患治理', [3]],
  ]);
  expect(listCells({ ...item({ checkItems: points }), no: 7 })[3]).toBe(
    '应急救援：\n1.应急预案。\n2.应急演练。\n隐患治理：\n3.隐患台账。',
  );
  expect(groupsOf([])).toEqual([]);
});

describe('two editions of the list (GX-19)', () => {
  const listed = (id: string, no: number, changes: Partial<ItemContent> = {}) => ({ ...item(changes), id, no });

  test('name what came, what changed cell by cell, and what went', () => {
    const before = [listed('a', 1), listed('b', 2, { title: '乙' })];
    const after = [listed('a', 1, { liability: '演示法第十条' }), listed('c', 3, { title: '丙' })];
    expect(compareLists(before, after)).toEqual([
      {
        ...{ kind: 'changed', no: 1, title: '对商场的行政检查' },
        cells: [{ column: '法律责任', from: '演示法第九条', to: '演示法第十条' }],
      },
      { kind: 'added', no: 3, title: '丙' },
      { kind: 'removed', no: 2, title: '乙' },
    ]);
  });

  test('an edition does not differ from itself', () => {
    expect(compareLists([listed('a', 1)], [listed('a', 1)])).toEqual([]);
  });
});

function draft(changes: Partial<ItemContent> = {}): InspectionItem {
  const added = addItem('a' as ItemId, item(changes), { titles: [], sectors: ['shop'] });
  if (!added.ok) throw new Error(added.refusal.code);
  return evolveItem(null, added.value);
}
