import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseTypedNumber } from './typed-text.ts';
import { errorsOfIssues, errorsOfRefusal, readValues, withoutBlanks } from './form-state.ts';

const input = z.object({
  title: z.string().trim().min(1),
  count: z.number().int().min(1).max(133),
  method: z.enum(['targeted', 'nonTargeted']),
  inspectors: z.array(z.string()).min(2),
  reason: z.string().min(2, '理由至少两个字'),
});

function errors(values: Record<string, unknown>) {
  const parsed = input.safeParse(values, { reportInput: true });
  return parsed.success ? [] : errorsOfIssues(parsed.error.issues);
}

test('what is missing or wrong is said in an officer’s words, once a field', () => {
  expect(errors({ title: '', count: '四十一', method: 'x', inspectors: ['赵一'], reason: '无' })).toEqual([
    { name: 'title', message: '没有填写' },
    { name: 'count', message: '应为数字' },
    { name: 'method', message: '请从所列各项中选一项' },
    { name: 'inspectors', message: '至少选2项' },
    { name: 'reason', message: '理由至少两个字' },
  ]);
});

test('a number beyond its bound names the bound', () => {
  expect(
    errors({ title: '计划', count: 134, method: 'targeted', inspectors: ['赵一', '钱二'], reason: '补充' }),
  ).toEqual([{ name: 'count', message: '不能大于133' }]);
});

test('fields that the server names stand at the same places', () => {
  expect(
    errorsOfRefusal({ code: 'invalid-input', message: '有内容没有填对', fields: [{ path: 'title', message: '重名' }] }),
  ).toEqual([{ name: 'title', message: '重名' }]);
});

test('untouched optional fields are not sent, while zero and no are', () => {
  expect(withoutBlanks({ note: '', extra: undefined, count: 0, joint: false, list: [] })).toEqual({
    count: 0,
    joint: false,
    list: [],
  });
});

test('a field that was not left before Enter is read all the same', () => {
  const readings = new Map([['count', (value: unknown) => parseTypedNumber(String(value)) ?? value]]);
  expect(readValues({ count: '４１', title: '计划' }, readings)).toEqual({ count: 41, title: '计划' });
});
