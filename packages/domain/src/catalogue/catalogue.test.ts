import { describe, expect, test } from 'vitest';
import type { ItemId } from '../id.ts';
import { instantOf } from '../time.ts';
import { addItem, evolveItem, mayBePlanned, publishItem, updateItem, withdrawItem } from './decide.ts';
import type { InspectionItem, ItemContent } from './item.ts';
import { basisFrom, basisText, blankPoint } from './item.ts';

const id = 'a1' as ItemId;
const at = instantOf(0);
const freely = { mappings: [], ceiling: null };
const facts = { titles: [], sectors: ['mine'] };
const content = (changes: Partial<ItemContent> = {}): ItemContent => ({
  dutyItem: '对演示企业的监督检查',
  title: '对演示企业安全生产情况的行政检查',
  checkItems: [{ no: 1, text: '证照情况', ...blankPoint }],
  subjects: '演示企业',
  category: 'ordinary',
  methods: ['查阅资料', '现场检查'],
  ratioAndFrequency: '20%，每年抽查1次',
  department: '县级应急管理部门',
  tier: '县级',
  legalBases: [{ title: '安全生产法', number: '', revision: '2021年第三次修正', article: '第六十五条' }],
  liability: '',
  sectors: ['mine'],
  ...changes,
});

function draft(changes: Partial<ItemContent> = {}): InspectionItem {
  const added = addItem(id, content(changes), facts);
  if (!added.ok) throw new Error(added.refusal.code);
  return evolveItem(null, added.value);
}
function published(): InspectionItem {
  const decision = publishItem(draft(), at, '何书', freely);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return evolveItem(draft(), decision.value);
}

describe('the list of inspection items', () => {
  test('an item without a legal basis is not published', () => {
    expect(publishItem(draft({ legalBases: [] }), at, '何书', freely)).toMatchObject({
      refusal: { code: 'item-without-basis' },
    });
  });

  test('an item without check points is not published', () => {
    expect(publishItem(draft({ checkItems: [] }), at, '何书', freely)).toMatchObject({
      refusal: { code: 'item-without-check-points' },
    });
  });

  test('only a published item may be planned', () => {
    expect(mayBePlanned(draft().status)).toBe(false);
    expect(mayBePlanned(published().status)).toBe(true);
    const withdrawn = withdrawItem(published(), at, '依据已修订');
    expect(withdrawn).toMatchObject({ ok: true });
    expect(mayBePlanned('withdrawn')).toBe(false);
  });

  test('what the public has read is not edited in place', () => {
    expect(updateItem(published(), content({ subjects: '其他' }), facts)).toMatchObject({
      refusal: { code: 'item-already-published' },
    });
  });

  test('two items never share a title, and a sector must stand in the policy', () => {
    const other = { titles: [{ id: 'b2' as ItemId, no: 3, title: content().title }], sectors: ['mine'] };
    expect(addItem(id, content(), other)).toMatchObject({ refusal: { code: 'item-title-taken', no: 3 } });
    expect(addItem(id, content({ sectors: ['coal'] }), facts)).toMatchObject({
      refusal: { code: 'item-sector-unknown', sector: 'coal' },
    });
  });

  test('items are numbered in the order of adding', () => {
    const other = { titles: [{ id: 'b2' as ItemId, no: 3, title: '其他' }], sectors: ['mine'] };
    expect(addItem(id, content(), other)).toMatchObject({ value: { no: 4 } });
  });
});

test('a legal basis is written with its edition and article', () => {
  expect(basisText({ title: '安全生产法', number: '', revision: '2021年第三次修正', article: '第六十五条' })).toBe(
    '《安全生产法》（2021年第三次修正）第六十五条',
  );
  expect(basisText({ title: '矿山安全法', number: '', revision: '', article: '第三十四条' })).toBe(
    '《矿山安全法》第三十四条',
  );
});

test.each([
  '《安全生产法》（2021年第三次修正）第六十五条',
  '《矿山安全法》第三十四条',
  '《非煤矿矿山企业安全生产许可证实施办法》（国家安全监管总局令第20号，2015年5月26日修正）第三十三条',
  '《危险化学品安全管理条例》（国务院令第344号）第六条',
])('%s is read into its parts and written back the same', (line) => {
  expect(basisText(basisFrom(line))).toBe(line);
});

test('the parts of a basis stand apart', () => {
  expect(basisFrom('《安全生产法》（2021年第三次修正）第六十五条。')).toEqual({
    title: '安全生产法',
    number: '',
    revision: '2021年第三次修正',
    article: '第六十五条',
  });
});

test('a basis is also read where the comma is missing, and brackets that name no edition say nothing', () => {
  expect(basisFrom('《领导带班下井暂行规定》（国家安全监管总局令第34号2015年5月26日修正）第五条')).toMatchObject({
    ...{ number: '国家安全监管总局令第34号', revision: '2015年5月26日修正' },
  });
  expect(basisFrom('《演示办法》(安监总政法〔2017〕150号)')).toMatchObject({ number: '安监总政法〔2017〕150号' });
  expect(basisFrom('《演示办法》（以下简称办法）')).toMatchObject({ number: '', revision: '' });
  expect(basisFrom('演示办法第三条')).toEqual({ title: '演示办法第三条', number: '', revision: '', article: '' });
});
