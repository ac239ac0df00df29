import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lineFits, lineOf, witnessCommitment } from './line.ts';
import { drawKey, seedOf } from './seed.ts';
import type { Source } from './source.ts';
import { lintSources, milliBitsOf } from './source.ts';

const value = '00112233445566778899aabbccddeeff';
const dice = (digits: number, by = 'hall'): Source => ({ kind: 'dice', by, digits });
const witness = (id: string, by: string): Extract<Source, { kind: 'witness' }> => ({
  kind: 'witness',
  by,
  id,
  commitment: witnessCommitment('sha256', '140428-YJ', 2, id, value),
});
const lottery = (game: 'ssq' | 'dlt' | 'pl5' | '3d', issue = '2026135'): Source => ({
  kind: 'lottery',
  by: 'lottery',
  game,
  issue,
});
const drand: Extract<Source, { kind: 'drand' }> = {
  kind: 'drand',
  by: 'drand',
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  key: 'a'.repeat(192),
  scheme: 'bls-unchained-g1-rfc9380',
  period: 3,
  genesis: 1692803367,
  round: 1000,
};
const codes = (sources: readonly Source[], mode: 'open' | 'sealed' = 'open', salted = true, openAt?: string) =>
  lintSources(sources, mode, salted, openAt).map(({ code }) => code);
const line = (source: Source, text: string) => lineOf('sha256', '140428-YJ', 2, source, text);

describe('the sources of a seed (§5)', () => {
  test('entropy is counted in thousandths of a bit', () => {
    expect(
      [dice(20), lottery('ssq'), lottery('dlt'), lottery('pl5'), lottery('3d'), witness('W1', 'P1'), drand].map(
        milliBitsOf,
      ),
    ).toEqual([66420, 24079, 24352, 16609, 9965, 128000, 128000]);
  });

  test('twenty dice digits and two witnesses are enough', () => {
    expect(codes([dice(20), witness('W1', 'P1'), witness('W2', 'P2')])).toEqual([]);
  });

  test('six digits are never enough, nor is anything below 64 bits', () => {
    expect(lintSources([dice(6)], 'open', false)).toEqual([
      { code: 'entropy-too-low', milliBits: 19926, needed: 64000 },
      { code: 'one-party-too-strong', by: 'hall', milliBits: 0, needed: 24000 },
    ]);
    expect(codes([dice(9, 'a'), dice(9, 'b')])).toEqual(['entropy-too-low']);
    expect(codes([dice(10, 'a'), dice(10, 'b')])).toEqual([]);
  });

  test('without any one party at least 24 bits remain', () => {
    expect(lintSources([dice(20), dice(7, 'other')], 'open', false)).toEqual([
      { code: 'one-party-too-strong', by: 'hall', milliBits: 23247, needed: 24000 },
    ]);
    expect(codes([dice(20), dice(8, 'other')])).toEqual([]);
  });

  test('in an open draw something must arise after the commitment', () => {
    expect(codes([witness('W1', 'P1'), witness('W2', 'P2')])).toEqual(['nothing-after-commitment']);
  });

  test('a sealed draw has salts and a witness', () => {
    expect(codes([dice(20), lottery('ssq')], 'sealed', false)).toEqual([
      'sealed-without-witness',
      'sealed-without-salts',
    ]);
    expect(codes([witness('W1', 'P1'), witness('W2', 'P2')], 'sealed')).toEqual([]);
  });

  test('two witnesses with one commitment are one witness', () => {
    const twin = witness('W1', 'P1');
    expect(codes([dice(20), twin, { ...twin, by: 'P2' }])).toEqual(['same-witness-commitment']);
  });

  test('a drand round is emitted after the opening', () => {
    expect(codes([dice(20), drand], 'open', true, '2023-08-23T15:59:23Z')).toEqual([]);
    expect(codes([dice(20), drand], 'open', true, '2023-08-23T15:59:24Z')).toEqual(['drand-before-opening']);
  });
});

describe('lines (§5)', () => {
  test('dice: exactly as many digits as announced', () => {
    expect(line(dice(6), '012345')).toBe('dice:012345');
    for (const text of ['01234', '0123456', '01234x', '０１２３４５', '']) expect(line(dice(6), text)).toBeUndefined();
  });

  test('a witness: the value behind the commitment of this draw and no other', () => {
    const own = witness('W1', 'P1');
    expect(line(own, value)).toBe(`witness:W1:${value}`);
    expect(line(own, value.toUpperCase())).toBeUndefined();
    expect(line(own, 'f'.repeat(32))).toBeUndefined();
    expect(lineOf('sha256', '140428-YJ', 3, own, value)).toBeUndefined();
    expect(lineOf('sha256', 'other', 2, own, value)).toBeUndefined();
    expect(lineOf('sm3', '140428-YJ', 2, own, value)).toBeUndefined();
  });

  test.each([
    ['ssq', '01,05,12,18,22,30+07'],
    ['dlt', '05,11,12,23,34+02,09'],
    ['pl5', '80374'],
    ['3d', '007'],
  ] as const)('%s: %s', (game, numbers) => {
    expect(line(lottery(game), numbers)).toBe(`lottery:${game}:2026135:${numbers}`);
  });

  test.each([
    ['ssq', '05,01,12,18,22,30+07'],
    ['ssq', '01,01,12,18,22,30+07'],
    ['ssq', '01,05,12,18,22,34+07'],
    ['ssq', '01,05,12,18,22,30+17'],
    ['ssq', '00,05,12,18,22,30+07'],
    ['ssq', '1,5,12,18,22,30+7'],
    ['ssq', '01,05,12,18,22+07'],
    ['ssq', '01,05,12,18,22,30'],
    ['dlt', '05,11,12,23,36+02,09'],
    ['dlt', '05,11,12,23,34+09,02'],
    ['dlt', '05,11,12,23,34+02,13'],
    ['pl5', '8,0,3,7,4'],
    ['3d', '1234'],
  ] as const)('%s: %s is refused', (game, numbers) => {
    expect(line(lottery(game), numbers)).toBeUndefined();
  });

  test('a line of another source does not fit', () => {
    const draw = { suite: 'sha256', bureau: '140428-YJ', drawNo: 2 } as const;
    expect(lineFits(draw, lottery('3d'), 'lottery:3d:2026135:007')).toBe(true);
    expect(lineFits(draw, lottery('3d'), 'lottery:3d:2026136:007')).toBe(false);
    expect(lineFits(draw, dice(3), 'dice:007 ')).toBe(false);
    expect(lineFits(draw, drand, `drand:${drand.chain}:1000:${'ab'.repeat(48)}`)).toBe(true);
    expect(lineFits(draw, drand, `drand:${drand.chain}:1001:${'ab'.repeat(48)}`)).toBe(false);
  });
});

describe('seed and keys (§5)', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  test('are the hashes that the protocol writes out', () => {
    const c = 'c'.repeat(64);
    const s = seedOf('sha256', c, ['dice:1', 'witness:W1:2']);
    expect(s).toBe(sha(`mc-draw/1 seed\n${c}\ndice:1\nwitness:W1:2\n`));
    expect(drawKey('sha256', 'sample', s)).toBe(sha(`mc-draw/1 key|sample|${s}`).slice(0, 32));
    expect(drawKey('sha256', 'assign', s)).toBe(sha(`mc-draw/1 key|assign|${s}`).slice(0, 32));
    expect(witnessCommitment('sha256', 'b', 7, 'W1', value)).toBe(sha(`mc-draw/1 witness|b|7|W1|${value}`));
  });
});
