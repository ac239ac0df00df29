import { planRowContent } from '@mingchou/contract';
import type { ItemId, PlanRowId } from '@mingchou/domain';
import { parseCalendarDate } from '@mingchou/domain';
import { describe, expect, test } from 'vitest';
import { blankValues, contentFrom, contentOf, valuesOf } from './row-form.ts';
import type { ShownRow } from './shown-plan.ts';

const item = { id: '01900000-0000-7000-8000-000000000001' as ItemId, title: '对演示企业的行政检查' };
const on = (text: string) => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const row: ShownRow = {
  id: '01900000-0000-7000-8000-000000000002' as PlanRowId,
  no: 2,
  name: '2030年演示企业双随机抽查计划',
  selection: 'targeted',
  items: [{ itemId: item.id, title: item.title }],
  scope: '全县演示企业',
  sectors: ['demo'],
  level: 'all',
  ratio: { operator: '>=', base: 'sector-registry', value: { n: 1, d: 5 }, rounding: 'ceil', frequency: null },
  rounds: 1,
  window: { from: on('2030-04-01'), to: on('2030-06-30') },
  initiator: '演示县应急管理局',
  partners: ['公安局', '气象局'],
  particulars: {
    field: '危险化学品',
    origin: 'city',
    section: '危化股',
    joinSections: ['法规股'],
    bodies: ['演示县应急管理局', '公安局'],
    creditRequirement: 'D类不低于20%',
    mode: '市抽县查',
    cap: 2,
  },
  base: null,
  approvedCount: null,
};

describe('a row of the plan table in the form', () => {
  test('goes in and comes out the same, down to 不低于', () => {
    const content = contentFrom(valuesOf(row), [item], row);
    expect(content).toEqual({ ...contentOf(row), ratio: { ...row.ratio, value: { n: 20, d: 100 } } });
    expect(planRowContent.safeParse(content).success).toBe(true);
  });

  test('12.5 % stays exact, 120 % and words are refused by the schema', () => {
    const ratioOf = (percent: unknown) => {
      const content = contentFrom({ ...valuesOf(row), percent }, [item], row);
      return planRowContent.safeParse(content);
    };
    expect(ratioOf('12.5').data?.ratio.value).toEqual({ n: 125, d: 1000 });
    expect(ratioOf('120').success).toBe(false);
    expect(ratioOf('一成').success).toBe(false);
    expect(ratioOf('').success).toBe(false);
  });

  test('a fixed number of households is sent as a count', () => {
    const values = { ...valuesOf(row), amount: 'count', count: 45 };
    expect(contentFrom(values, [item], row)['ratio']).toMatchObject({ value: { count: 45 } });
  });

  test('words outside the list stand beside items of the list', () => {
    const values = { ...valuesOf(row), words: '综合检查；专项检查' };
    expect(contentFrom(values, [item], row)['items']).toEqual([
      { itemId: item.id, title: item.title },
      { itemId: null, title: '综合检查' },
      { itemId: null, title: '专项检查' },
    ]);
  });

  test('an untouched new row is refused: item, scope, sectors and ratio are missing', () => {
    const refused = planRowContent.safeParse(contentFrom(blankValues(2030, '演示县应急管理局'), [item], undefined));
    const paths = refused.error?.issues.map((issue) => issue.path[0]) ?? [];
    expect(new Set(paths)).toEqual(new Set(['items', 'scope', 'sectors', 'ratio']));
  });
});
