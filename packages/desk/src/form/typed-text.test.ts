import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeTypedCode, normalizeTypedDate, parseTypedNumber } from './typed-text.ts';

test.each([
  ['４１', 41],
  [' 1,200 ', 1200],
  ['８．２', 8.2],
  ['−3', -3],
  ['', undefined],
  ['41家', undefined],
])('the typed number %j is read as %j', (text, number) => {
  expect(parseTypedNumber(text)).toBe(number);
});

test.each(['20220406', '2022-4-6', '2022/04/06', '2022.4.6', '2022年4月6日', ' ２０２２０４０６ '])(
  'the typed date %j is 6 April 2022',
  (text) => {
    expect(normalizeTypedDate(text)).toBe('2022-04-06');
  },
);

test('text that is no date stays for the error message', () => {
  expect(normalizeTypedDate('明天')).toBe('明天');
});

test('a pasted credit code loses its spaces and full-width signs', () => {
  expect(normalizeTypedCode('９１１４０４２８ xx10 111x5\u3000')).toBe('91140428XX10111X5');
});

test('every whole number survives being typed with commas', () => {
  fc.assert(
    fc.property(fc.nat(), (number) => {
      expect(parseTypedNumber(number.toLocaleString('en-US'))).toBe(number);
    }),
  );
});
