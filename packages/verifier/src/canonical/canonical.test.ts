import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../hash/utf8.ts';
import { csvBytes, freeText, readCsv, readSortedCsv, sortedCsvBytes } from './csv.ts';
import { canonicalBytes, canonicalText, readCanonical } from './json.ts';
import { codePattern, idPattern, isCode, isSubjectId, isTime } from './pattern.ts';
import { integer, listOf, matching, objectOf, oneOf, recordOf } from './shape.ts';

const codeOf = (text: string) => {
  const reading = readCanonical(utf8(text));
  return reading.ok ? 'read' : reading.fault.code;
};

describe('canonical JSON (RFC 8785, integers only)', () => {
  test('keys stand in the order of UTF-16 code units, as in the example of RFC 8785 §3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalText(Object.fromEntries(keys.map((key, at) => [key, at])));
    expect(text).toBe('{"\\r":1,"1":3,"\u0080":5,"\u00f6":6,"\u20ac":0,"\ud83d\ude00":4,"\ufb33":2}');
  });

  test('control characters are escaped as RFC 8785 §3.2.2.2 says', () => {
    expect(canonicalText('\u20ac$\u000f\nA\'B"\\\\"/')).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  test.each(['{"a":1}', '[]', '"x"', '-3', '{"__proto__":1}', '9007199254740991', '{"a":{},"b":[1,"二"]}'])(
    '%s is canonical',
    (text) => {
      expect(codeOf(text)).toBe('read');
    },
  );

  test.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"a": 1}',
    '1.0',
    '1e2',
    '-0',
    '"\\u0041"',
    '"\\/"',
    '[1]\n',
    '{"a":2,"a":1}',
  ])('%s is another spelling', (text) => {
    expect(codeOf(text)).toBe('not-canonical');
  });

  test.each(['', '{', '1.5', '9007199254740993', '"\\ud800"', '01', '\ufeff{}', 'nul'])(
    '%s is not such JSON',
    (text) => {
      expect(codeOf(text)).not.toBe('read');
    },
  );

  test('sixteen levels are read, seventeen are not, and a million do not overflow', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(codeOf(nested(16))).toBe('read');
    expect(codeOf(nested(17))).toBe('too-deep');
    expect(codeOf('['.repeat(1_000_000))).toBe('too-deep');
    expect(codeOf(`"${'['.repeat(40)}\\"["`)).toBe('read');
  });

  test('bytes that are not UTF-8 are refused', () => {
    expect(readCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ ok: false, fault: { code: 'not-utf8' } });
  });

  test('whatever is written is read back', () => {
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'binary' }), tie('node'), { maxKeys: 4 }),
      ),
    })).node;
    fc.assert(
      fc.property(value, (written) => {
        const reading = readCanonical(canonicalBytes(written));
        expect(reading.ok && canonicalText(reading.value)).toBe(canonicalText(written));
      }),
    );
  });
});

describe('shapes', () => {
  const shape = objectOf(
    { a: integer(1, 9), b: listOf(oneOf('x', 'y')) },
    { c: recordOf(codePattern, matching(/^\d$/)) },
  );
  test('exactly the fields listed, each as its shape says', () => {
    expect(shape({ a: 1, b: ['x'] }, '')).toMatchObject({ ok: true });
    expect(shape({ a: 1, b: [], c: { k: '1' } }, '')).toMatchObject({ ok: true });
  });
  test.each([
    [{ a: 1 }, 'missing-field', 'b'],
    [{ a: 0, b: [] }, 'wrong-value', 'a'],
    [{ a: 1, b: ['x', 'z'] }, 'wrong-value', 'b.1'],
    [{ a: 1, b: [], d: 1 }, 'unknown-field', 'd'],
    [{ a: 1, b: [], c: { '': '1' } }, 'wrong-value', 'c.'],
    [{ a: 1, b: [], c: { k: '12' } }, 'wrong-value', 'c.k'],
    [{ a: 1, b: [], toString: 1 }, 'unknown-field', 'toString'],
    [[], 'wrong-value', ''],
  ])('%j is refused', (value, code, at) => {
    expect(shape(value, '')).toEqual({ ok: false, fault: { code, at } });
  });
});

describe('CSV', () => {
  const columns = [idPattern, freeText];
  const fault = (text: string) => {
    const reading = readSortedCsv(utf8(text), columns);
    return reading.ok ? 'read' : reading.fault.code;
  };

  test('lines end in LF; an empty file has no rows', () => {
    expect(readCsv(utf8('A,长子\nB,\n'), columns)).toEqual({
      ok: true,
      value: [
        ['A', '长子'],
        ['B', ''],
      ],
    });
    expect(readCsv(utf8(''), columns)).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['A,x', 'no-final-newline'],
    ['A,x\r\n', 'wrong-field'],
    ['A,"x"\n', 'wrong-field'],
    ['A,x\u0085\n', 'wrong-field'],
    ['A,x,y\n', 'wrong-field-count'],
    ['\ufeffA,x\n', 'wrong-field'],
    ['\n', 'wrong-field-count'],
    ['B,x\nA,x\n', 'not-sorted'],
    ['A,x\nA,y\n', 'duplicate'],
    ['a,x\n', 'wrong-field'],
    ['B-1,x\n', 'wrong-field'],
  ])('%j is refused', (text, code) => {
    expect(fault(text)).toBe(code);
  });

  test('the writer sorts by bytes and throws on what no reader takes', () => {
    expect(
      sortedCsvBytes(
        [
          ['B', ''],
          ['A_', ''],
          ['A-', ''],
        ],
        columns,
      ),
    ).toEqual(utf8('A-,\nA_,\nB,\n'));
    expect(() =>
      sortedCsvBytes(
        [
          ['A', ''],
          ['A', ''],
        ],
        columns,
      ),
    ).toThrow('duplicate');
    expect(() => csvBytes([['A', 'x,y']], columns)).toThrow('wrong-field-count');
  });
});

describe('words of §1', () => {
  test('ids, codes and times', () => {
    expect(['91140428XX0000000A', 'I-001', '0', 'A'.repeat(22)].every(isSubjectId)).toBe(true);
    expect(['B-1', 'a', '-A', '', 'A'.repeat(23), 'A\n', 'Ａ'].some(isSubjectId)).toBe(false);
    expect(['-', 'coal', '140428-YJ', '0._-'].every(isCode)).toBe(true);
    expect(['', '--', '_a', 'a b', 'a'.repeat(33), 'coal\n'].some(isCode)).toBe(false);
    expect(isTime('2022-04-01T01:00:00Z')).toBe(true);
    expect(
      ['2022-02-30T01:00:00Z', '2022-04-01T24:00:00Z', '2022-04-01T01:00:00', '2022-04-01 01:00:00Z'].some(isTime),
    ).toBe(false);
  });
});
