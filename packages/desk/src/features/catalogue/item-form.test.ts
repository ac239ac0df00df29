import { basisText } from '@mingchou/domain';
import { expect, test } from 'vitest';
import { basisFrom, contentFromValues } from './item-form.ts';

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

test('check points are numbered by their lines, whatever numbers were typed', () => {
  const { checkItems } = contentFromValues({ points: '1.证照情况\n\n3、制度情况\n  培训情况 ' });
  expect(checkItems).toEqual([
    { no: 1, text: '证照情况' },
    { no: 2, text: '制度情况' },
    { no: 3, text: '培训情况' },
  ]);
});
