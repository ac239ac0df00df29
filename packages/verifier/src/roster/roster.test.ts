import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPool, readPoolSlowly } from './roster.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const line = (id: string, rest = 'chem,-,,1') => `${id},${rest}\n`;

test.each([
  ['nothing', ''],
  ['two entries', line('A') + line('AB', 'coal,K,X,1000')],
  ['an id before another that begins with it', line('A') + line('A.') + line('A0')],
  ['the longest fields', line('9'.repeat(22), `${'z'.repeat(32)},-,,999`)],
  ['an id too long', line('9'.repeat(23))],
  ['a batch’s name', line('B-1')],
  ['an id that begins with a mark', line('-A')],
  ['a small letter', line('a')],
  ['an empty id', line('')],
  ['an empty stratum', line('A', ',-,,1')],
  ['a dash with more behind it', line('A', '-x,-,,1')],
  ['a code too long', line('A', `${'z'.repeat(33)},-,,1`)],
  ['a flag that is none', line('A', 'chem,-,Y,1')],
  ['weight 0', line('A', 'chem,-,,0')],
  ['weight 01', line('A', 'chem,-,,01')],
  ['weight 1001', line('A', 'chem,-,,1001')],
  ['no weight', line('A', 'chem,-,,')],
  ['a field too few', line('A', 'chem,-,1')],
  ['a field too many', line('A', 'chem,-,,1,')],
  ['no final line feed', line('A') + 'B,chem,-,,1'],
  ['CRLF', 'A,chem,-,,1\r\n'],
  ['a byte-order mark', `\ufeff${line('A')}`],
  ['full-width digits', line('A１')],
  ['twice the same', line('A') + line('A')],
  ['the wrong order', line('B') + line('A')],
  ['an empty line', `${line('A')}\n`],
])('pool.csv with %s is read as §1 has it', (_case, text) => {
  expect(readPool(bytesOf(text))).toEqual(readPoolSlowly(bytesOf(text)));
});

test('whatever stands in pool.csv, reading by bytes and by expressions say the same', () => {
  const good = fc.array(fc.stringMatching(/^[0-9A-Z][0-9A-Z._-]{0,21}$/), { maxLength: 12 }).map((ids) =>
    [...new Set(ids)]
      .sort()
      .map((id) => line(id, 'chem,K,X,12'))
      .join(''),
  );
  const spoilt = fc.tuple(good, fc.nat(), fc.constantFrom(...'A,-.\n0zX é')).map(([text, at, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(good, spoilt), (text) => {
      expect(readPool(bytesOf(text))).toEqual(readPoolSlowly(bytesOf(text)));
    }),
    { numRuns: 300 },
  );
});
