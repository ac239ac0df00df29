import { describe, expect, test } from 'vitest';
import {
  at,
  before,
  chief,
  clerk,
  decided,
  follow,
  openAt,
  person,
  prepareCommand,
  roster,
  sealedBy,
  values,
} from '../../test/draw-example.ts';
import type { AnnouncedSource, Draw, PrepareDraw } from '../index.ts';
import {
  confirmDice,
  confirmLottery,
  drandChains,
  drandRoundAt,
  freezeRoster,
  isComplete,
  newDraw,
  ok,
  plainNumbers,
  prepareDraw,
  publishCommitment,
  readyToCommit,
  readyToDraw,
  recordDice,
  recordDrand,
  recordLottery,
  recordOf,
  refuse,
  revealWitness,
  sealWitness,
  sourceFindings,
  valuesOf,
} from '../index.ts';

const [quicknet] = drandChains;
if (quicknet === undefined) throw new Error('no chain is listed');
const { chain } = quicknet;
// Published by quicknet at 2023-08-23T15:59:24Z.
const round = 1000;
const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
const opening = at('2023-08-23T15:30:00Z');
const thrown = at('2023-08-23T15:31:00Z');
const emitted = at('2023-08-23T15:59:24Z');

const ssq: AnnouncedSource = { kind: 'lottery', game: 'ssq', issue: '2022036' };
const dice: AnnouncedSource = { kind: 'dice', digits: 20 };
const drand: AnnouncedSource = { kind: 'drand', chain, round };
const numbers = '01 05 12 18 22 30 + 07';
const line = '01,05,12,18,22,30+07';

function committed(announced: readonly AnnouncedSource[], opensAt = openAt): Draw {
  const change: Partial<PrepareDraw> = { announced, openAt: opensAt };
  const draw = newDraw(decided(prepareDraw(prepareCommand(change), clerk, before)));
  const frozen = follow(draw, decided(freezeRoster(draw, roster(), clerk, before, 3)));
  const sealed = sealedBy(sealedBy(frozen, 'W1'), 'W2');
  const ready = decided(readyToCommit(sealed, { openAt: opensAt, earlierOpen: null }, clerk, before));
  return follow(sealed, publishCommitment(ready, { c: 'c'.repeat(64), logIndex: 3, openAt: opensAt }, clerk, before));
}
const reveal = (draw: Draw, witness: string, now = thrown) =>
  follow(draw, decided(revealWitness(draw, witness, values[witness] ?? '', now)));

describe('which sources a draw may have (§5)', () => {
  const prepared = (change: Partial<PrepareDraw>) => prepareDraw(prepareCommand(change), clerk, before);

  test('stand in the order in which they come: dice, lottery, witnesses, drand', () => {
    const event = decided(prepared({ announced: [drand, ssq, dice] }));
    expect(event.sources.map(({ kind }) => kind)).toEqual(['dice', 'lottery', 'witness', 'witness', 'drand']);
    expect(event.sources[1]).toMatchObject({ id: 'L1', by: 'lottery', typist: 'legalClerk' });
  });

  test('something must arise after the commitment', () => {
    expect(prepared({ announced: [] })).toEqual(refuse({ code: 'nothing-after-commitment' }));
  });

  test('no single person’s number may be all there is', () => {
    const weak = { code: 'entropy-too-small', milliBits: 66420, withoutOne: 0 } as const;
    expect(prepared({ witnesses: [], leastWitnesses: 0 })).toEqual(refuse(weak));
    const threeD: AnnouncedSource = { kind: 'lottery', game: '3d', issue: '2022083' };
    expect(prepared({ witnesses: [], leastWitnesses: 0, announced: [dice, threeD] })).toMatchObject({ ok: false });
    expect(prepared({ witnesses: [], leastWitnesses: 0, announced: [dice, ssq] }).ok).toBe(true);
    expect(prepared({ witnesses: [], leastWitnesses: 0, announced: [dice, drand] }).ok).toBe(true);
  });

  test('a kind that the bureau’s policy does not allow is refused', () => {
    expect(prepared({ announced: [dice, ssq], allowed: ['dice', 'witness'] })).toEqual(
      refuse({ code: 'source-not-allowed', kind: 'lottery' }),
    );
  });

  test('one issue counted twice would pretend to a strength that is not there', () => {
    expect(prepared({ announced: [ssq, ssq] })).toEqual(refuse({ code: 'source-twice', kind: 'lottery' }));
    expect(prepared({ announced: [dice, dice] })).toEqual(refuse({ code: 'source-twice', kind: 'dice' }));
    expect(prepared({ announced: [ssq, { ...ssq, issue: '2022037' }] }).ok).toBe(true);
  });

  test('a drand round lies after the opening, of a chain that can be verified offline', () => {
    const early: AnnouncedSource = { kind: 'drand', chain, round: 1 };
    const late = at('2023-08-23T15:09:27Z');
    expect(prepared({ announced: [early], openAt: late })).toEqual(
      refuse({ code: 'drand-before-opening', round: 1, openAt: late }),
    );
    expect(prepared({ announced: [{ ...drand, chain: 'c'.repeat(64) }] })).toEqual(
      refuse({ code: 'drand-chain-unknown' }),
    );
    for (let seconds = 0; seconds < 12; seconds++) {
      const opens = at(`2024-01-01T00:00:${String(seconds).padStart(2, '0')}Z`);
      const first = drandRoundAt(quicknet, Date.parse(opens) / 1000 + 1);
      const codes = (no: number) =>
        sourceFindings(decided(prepared({ announced: [{ ...drand, round: no + 9 }] })).sources, opens).length;
      expect(codes(first)).toBe(0);
      expect(sourceFindings([{ kind: 'drand', by: 'drand', chain, round: first - 1 }], opens)).toContainEqual({
        code: 'drand-before-opening',
        round: first - 1,
      });
    }
  });

  test('an opening moved past the drand round is refused at the commitment', () => {
    const event = decided(prepared({ announced: [dice, drand], openAt: opening }));
    const frozen = follow(newDraw(event), decided(freezeRoster(newDraw(event), roster(), clerk, before, 3)));
    const sealed = sealedBy(sealedBy(frozen, 'W1'), 'W2');
    expect(readyToCommit(sealed, { openAt: emitted, earlierOpen: null }, clerk, before)).toEqual(
      refuse({ code: 'drand-before-opening', round, openAt: emitted }),
    );
  });
});

describe('lottery numbers', () => {
  test.each([
    ['ssq', '01 05 12 18 22 30 07', line],
    ['ssq', '０１，０５，１２，１８，２２，３０＋０７', line],
    ['ssq', '1、5、12、18、22、30｜7', line],
    ['ssq', '010512182230+07', line],
    ['dlt', '05 11 12 23 34 02 09', '05,11,12,23,34+02,09'],
    ['pl5', '８ ０ ３ ７ ４', '80374'],
    ['3d', '007', '007'],
  ] as const)('%s: %s is written as the protocol says', (game, typed, written) => {
    expect(plainNumbers(game, typed)).toBe(written);
  });

  const draw = committed([ssq]);
  test.each([
    '05 01 12 18 22 30 + 07',
    '01 05 12 18 22 34 + 07',
    '01 05 12 18 22 30 + 17',
    '01 05 12 18 22 30',
    '01 05 12 18 22 30 31 + 07',
    '01 05 12 18 22 + 30 07',
    '01 05 12 18 22 30 + 07 + 07',
    '01 05 12 18 22 3o + 07',
    '',
  ])('%s is no announcement of the game', (typed) => {
    expect(recordLottery(draw, 'L1', typed, clerk, openAt)).toEqual(
      refuse({ code: 'lottery-numbers-wrong', game: 'ssq' }),
    );
  });

  test('any spelling of fitting balls is the same line', () => {
    for (let shift = 0; shift < 27; shift++) {
      const balls = [1, 2, 3, 4, 5, 6].map((ball) => ball + shift);
      const written = `${balls.map((ball) => String(ball).padStart(2, '0')).join(',')}+${String((shift % 16) + 1).padStart(2, '0')}`;
      expect(plainNumbers('ssq', `${balls.join(' ')} ${(shift % 16) + 1}`)).toBe(written);
      expect(plainNumbers('ssq', written)).toBe(written);
    }
  });

  test('are typed by one after the opening, and by another from the announcement', () => {
    expect(recordLottery(draw, 'L1', numbers, clerk, before)).toMatchObject(refuse({ code: 'too-early', openAt }));
    expect(recordLottery(draw, 'L1', numbers, chief, openAt)).toEqual(
      refuse({ code: 'not-the-typist', typist: 'legalClerk' }),
    );
    expect(recordLottery(draw, 'L2', numbers, clerk, openAt)).toEqual(refuse({ code: 'lottery-not-found' }));
    expect(confirmLottery(draw, 'L1', numbers, chief, openAt)).toEqual(
      refuse({ code: 'lottery-not-recorded', waiting: ['L1'] }),
    );
    const typed = follow(draw, decided(recordLottery(draw, 'L1', numbers, clerk, openAt)));
    expect(confirmLottery(typed, 'L1', numbers, clerk, openAt)).toEqual(
      refuse({ code: 'lottery-typist', name: '何书' }),
    );
    expect(confirmLottery(typed, 'L1', '01 05 12 18 23 30 + 07', chief, openAt)).toEqual(
      refuse({ code: 'lottery-differs', position: 5 }),
    );
    expect(recordLottery(typed, 'L1', '02 05 12 18 22 30 + 07', clerk, openAt).ok).toBe(true);
    const confirmed = follow(typed, decided(confirmLottery(typed, 'L1', line, chief, openAt)));
    expect(recordLottery(confirmed, 'L1', numbers, clerk, openAt)).toEqual(
      refuse({ code: 'lottery-confirmed', by: '施核', at: openAt }),
    );
  });

  test('come before the witnesses, and make the draw’s lines with them', () => {
    const waiting = refuse({ code: 'lottery-not-confirmed', waiting: ['L1'] });
    expect(revealWitness(draw, 'W1', values['W1'] ?? '', openAt)).toEqual(waiting);
    expect(readyToDraw(draw, clerk)).toEqual(waiting);
    const typed = follow(draw, decided(recordLottery(draw, 'L1', numbers, clerk, openAt)));
    expect(revealWitness(typed, 'W1', values['W1'] ?? '', openAt)).toEqual(waiting);
    const confirmed = follow(typed, decided(confirmLottery(typed, 'L1', line, chief, openAt)));
    const complete = reveal(reveal(confirmed, 'W1'), 'W2');
    const ready = decided(readyToDraw(complete, clerk));
    expect(valuesOf(ready)).toEqual([line, values['W1'], values['W2']]);
  });
});

describe('drand comes last', () => {
  const start = committed([dice, drand], opening);
  const digits = '40719365028841736259';
  const typed = follow(start, decided(recordDice(start, digits, clerk, thrown)));
  const confirmed = follow(typed, decided(confirmDice(typed, digits, chief, thrown)));
  const revealed = reveal(reveal(confirmed, 'W1'), 'W2');
  const published = { round, signature };

  test('not before dice and witnesses, nor before the round is public', () => {
    expect(recordDrand(start, published, clerk, emitted)).toEqual(refuse({ code: 'dice-not-recorded' }));
    expect(recordDrand(confirmed, published, clerk, emitted)).toEqual(
      refuse({ code: 'reveals-missing', waiting: ['张见', '孔证'] }),
    );
    expect(recordDrand(revealed, published, clerk, thrown)).toEqual(
      refuse({ code: 'drand-not-yet', round, at: emitted }),
    );
    expect(readyToDraw(revealed, clerk)).toEqual(refuse({ code: 'drand-missing', round, at: emitted }));
  });

  test('once the round is public nobody may choose a number any more', () => {
    const late = refuse({ code: 'drand-already-public', round, at: emitted });
    expect(recordDice(start, digits, clerk, emitted)).toEqual(late);
    expect(revealWitness(confirmed, 'W1', values['W1'] ?? '', emitted)).toEqual(late);
    const withLottery = committed([ssq, drand], opening);
    expect(recordLottery(withLottery, 'L1', numbers, clerk, emitted)).toEqual(late);
  });

  test('another round, another signature and another person are refused', () => {
    const wrong = refuse({ code: 'drand-signature-wrong', round });
    const next = 'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41';
    expect(recordDrand(revealed, { round, signature: next }, clerk, emitted)).toEqual(wrong);
    expect(recordDrand(revealed, { round: 1001, signature: next }, clerk, emitted)).toEqual(wrong);
    expect(recordDrand(revealed, { round: 1001, signature }, clerk, emitted)).toEqual(wrong);
    expect(recordDrand(revealed, { round, signature: '' }, clerk, emitted)).toEqual(wrong);
    expect(recordDrand(revealed, published, person('别人', 'inspector'), emitted)).toEqual(
      refuse({ code: 'not-the-operator', operator: 'legalClerk' }),
    );
  });

  test('the announced round’s signature completes the draw, once', () => {
    const pasted = { round, signature: ` ${signature.toUpperCase()}\n` };
    const complete = follow(revealed, decided(recordDrand(revealed, pasted, clerk, emitted)));
    const ready = decided(readyToDraw(complete, clerk));
    expect(readyToDraw(complete, clerk)).toEqual(ok(recordOf(complete)));
    expect(isComplete(ready)).toBe(true);
    expect(valuesOf(ready)).toEqual([digits, values['W1'], values['W2'], signature]);
    expect(recordDrand(complete, published, clerk, emitted)).toEqual(
      refuse({ code: 'drand-already-recorded', at: emitted }),
    );
  });

  test('a draw without drand takes none', () => {
    expect(recordDrand(committed([dice]), published, clerk, emitted)).toEqual(refuse({ code: 'drand-not-announced' }));
  });
});

describe('a copied or replayed witness', () => {
  test('what another witness has sealed cannot be sealed again', () => {
    const draw = newDraw(decided(prepareDraw(prepareCommand({ announced: [ssq] }), clerk, before)));
    const first = sealedBy(draw, 'W1');
    const commitment = recordOf(first).sources.find(({ kind }) => kind === 'witness');
    const copied = commitment?.kind === 'witness' ? (commitment.sealed?.commitment ?? '') : '';
    expect(sealWitness(first, 'W2', copied, before)).toEqual(refuse({ code: 'witness-commitment-taken' }));
  });

  test('a value revealed by one does not open the seal of the other', () => {
    const draw = committed([ssq]);
    const typed = follow(draw, decided(recordLottery(draw, 'L1', numbers, clerk, openAt)));
    const confirmed = reveal(follow(typed, decided(confirmLottery(typed, 'L1', line, chief, openAt))), 'W1');
    expect(revealWitness(confirmed, 'W2', values['W1'] ?? '', openAt)).toEqual(refuse({ code: 'value-differs' }));
  });
});
