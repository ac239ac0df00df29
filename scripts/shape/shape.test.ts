import { describe, expect, test } from 'vitest';
import { cyclesOf } from './cycles.ts';
import { measure } from './measure.ts';
import { spreadOf } from './spread.ts';

describe('a file', () => {
  const text = [
    "import { plan } from './plan.ts';",
    "export { task } from '@mingchou/domain';",
    'export function decide(value: any) {',
    '  const first = value as string;',
    '  return [first!, plan] as const;',
    '}',
    'const short = () => 1;',
    "test('a sentence', () => {});",
    "test.each([1, 2])('an example', () => {});",
    '',
  ].join('\n');

  test('is measured in lines, functions, imports and the words the house avoids', () => {
    expect(measure('decide.ts', text)).toEqual({
      lines: 9,
      functions: [
        { name: 'decide', lines: 4 },
        { name: 'without a name', lines: 1 },
        { name: 'without a name', lines: 1 },
      ],
      imports: ['./plan.ts', '@mingchou/domain'],
      any: 1,
      assertions: 1,
      nonNull: 1,
      tests: 2,
    });
  });
});

describe('cycles', () => {
  test('a graph without a way back has none', () => {
    expect(
      cyclesOf(
        new Map([
          ['a', ['b', 'c']],
          ['b', ['c']],
          ['c', []],
        ]),
      ),
    ).toEqual([]);
  });

  test('a way back is named with all its members', () => {
    expect(
      cyclesOf(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual([['b', 'c']]);
  });
});

describe('spread', () => {
  test('of nothing is nothing', () => expect(spreadOf([])).toEqual({ median: 0, p95: 0, max: 0 }));

  test('names the middle, the 95th hundredth and the largest', () => {
    expect(spreadOf(Array.from({ length: 100 }, (_, index) => index + 1))).toEqual({ median: 51, p95: 96, max: 100 });
  });
});
