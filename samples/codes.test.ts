import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const rows = readFileSync(path.join(import.meta.dirname, 'codes/region.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', code = '', from = '', to = '', successor = '', source = ''] = line.split(',');
    return { name, code, from, to, successor, source };
  });
const standing = rows.filter(({ to }) => to === '');

test('N-26: 34 provinces, 333 prefectures and 2844 counties stand, as the ministry counts them for 2023', () => {
  const counts = [/^\d\d0000$/, /^\d\d(?!00)\d\d00$/, /^\d{4}(?!00)\d\d$/].map(
    (form) => standing.filter(({ code }) => form.test(code)).length,
  );
  expect(counts).toEqual([34, 333, 2844]);
});

test('no code stands twice, none ends before it begins, and every successor is a code of the table', () => {
  expect(new Set(standing.map(({ code }) => code)).size).toBe(standing.length);
  expect(rows.filter(({ from, to }) => from !== '' && to !== '' && from > to)).toEqual([]);
  const codes = new Set(rows.map(({ code }) => code));
  expect(rows.filter(({ successor }) => successor !== '' && !codes.has(successor))).toEqual([]);
});

test('an abolished code of one’s own city is still read, with what it became', () => {
  expect(rows.filter(({ code }) => code === '410381')).toMatchObject([
    { name: '偃师市', to: '2021-03-17', successor: '410307' },
  ]);
});

test('what was not verified says so', () => {
  expect(rows.filter(({ source }) => !source.endsWith('待核'))).toEqual([]);
});
