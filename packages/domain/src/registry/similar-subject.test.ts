import { expect, test } from 'vitest';
import { addressCore, nameCore, similarityIndex } from './similar-subject.ts';

const one = (code: string, name: string, address: string) => ({ code, name, address });

test('a name without its legal form and brackets is compared', () => {
  expect(nameCore('长子县（天字号）化工 有限责任公司')).toBe(nameCore('长子县天字号化工有限公司'));
  expect(nameCore('长子县天字号化工厂')).not.toBe(nameCore('长子县地字号化工厂'));
});

test('an address is compared below the town, with its number in figures', () => {
  const forms = [
    '山西省长治市长子县丹朱镇示例路12号',
    '长子县丹朱镇示例路十二号',
    '丹朱镇示例路 １２ 号',
    '示例路12号',
  ];
  expect(new Set(forms.map(addressCore))).toEqual(new Set(['示例路12号']));
  expect(['示例路二十号', '示例路一〇三号'].map(addressCore)).toEqual(['示例路20号', '示例路103号']);
  expect([addressCore('长子县丹朱镇'), addressCore('长子县大堡头镇东街')]).toEqual(['', '']);
});

test('another code with the same name or gate is proposed; a park with many firms is not', () => {
  const known = one('A1', '长子县天字号化工有限公司', '长子县丹朱镇示例路12号');
  const index = similarityIndex([known]);
  expect(index.find(one('B2', '长子县天字号化工有限责任公司', '别处路9号'))).toEqual({ other: known, by: 'name' });
  expect(index.find(one('B2', '长子县黄字号油库', '示例路十二号'))).toEqual({ other: known, by: 'address' });
  expect(index.find(known)).toBeUndefined();
  for (const code of ['C3', 'D4', 'E5']) index.add(one(code, `长子县${code}厂`, '示例路12号'));
  expect(index.find(one('B2', '长子县黄字号油库', '示例路12号'))).toBeUndefined();
});
