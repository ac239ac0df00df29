import { witnessCommitment } from '@mingchou/verifier';
import { expect, test } from 'vitest';
import {
  after,
  at,
  before,
  chief,
  clerk,
  committedDraw,
  completeCollection,
  confirmedDraw,
  digits,
  drawnDraw,
  follow,
  frozenDraw,
  openAt,
  person,
  preparingDraw,
  recordedDraw,
  revealedBy,
  sealedBy,
  values,
} from '../../test/draw-example.ts';
import {
  confirmDice,
  ok,
  plainDigits,
  readyToCommit,
  readyToDraw,
  recordDice,
  refuse,
  revealWitness,
  sealWitness,
  valuesOf,
} from '../index.ts';

const facts = { openAt, earlierOpen: null };

test('a witness seals once, and not what another witness has sealed', () => {
  const commitment = witnessCommitment('sha256', '140428-changzi', 2, 'W1', values['W1'] ?? '');
  const sealed = sealedBy(preparingDraw(), 'W1');
  expect(sealWitness(sealed, 'W1', 'a'.repeat(64), before)).toEqual(
    refuse({ code: 'witness-already-sealed', at: before }),
  );
  expect(sealWitness(sealed, 'W2', commitment, before)).toEqual(refuse({ code: 'witness-commitment-taken' }));
});

test('the commitment waits for every witness’s hash, by name', () => {
  const draw = frozenDraw();
  expect(readyToCommit(draw, facts, clerk, before)).toEqual(ok(draw));
  const sources = draw.sources.map((source) => (source.kind === 'witness' ? { ...source, sealed: null } : source));
  expect(readyToCommit({ ...draw, sources }, facts, clerk, before)).toEqual(
    refuse({ code: 'witnesses-not-sealed', waiting: ['张见', '孔证'] }),
  );
});

test('the commitment is published before the opening, and after the bureau’s earlier draws', () => {
  const draw = frozenDraw();
  expect(readyToCommit(draw, facts, clerk, openAt)).toEqual(refuse({ code: 'opening-not-in-future', openAt }));
  expect(readyToCommit(draw, { openAt, earlierOpen: 1 }, clerk, before)).toEqual(
    refuse({ code: 'earlier-draw-open', drawNo: 1 }),
  );
});

test('a failed check keeps the commitment back', () => {
  const draw = frozenDraw();
  const checks = [{ code: 'conflicts-avoided', level: 'failed', conflicts: 0 }] as const;
  expect(readyToCommit({ ...draw, checks }, facts, clerk, before)).toEqual(
    refuse({ code: 'checks-failed', checks: ['conflicts-avoided'] }),
  );
});

test('no dice before the announced opening', () => {
  const early = at('2022-04-06T01:41:18Z');
  expect(recordDice(committedDraw(), digits, clerk, early)).toEqual(refuse({ code: 'too-early', openAt, minutes: 19 }));
  expect(recordDice(committedDraw(), digits, clerk, openAt).ok).toBe(true);
});

test('exactly the announced digits are taken; full-width ones and spaces are', () => {
  expect(plainDigits('４０７１９ 36502　８８４１７，36259')).toBe(digits);
  expect(recordDice(committedDraw(), '４０７１９ 36502 88417 36259', clerk, after)).toMatchObject({
    ok: true,
    value: { digits },
  });
  for (const [typed, found] of [
    [digits.slice(1), 19],
    [`${digits}0`, 21],
    [`${digits.slice(1)}x`, 19],
    ['', 0],
  ] as const) {
    expect(recordDice(committedDraw(), typed, clerk, after)).toEqual(
      refuse({ code: 'dice-count', expected: 20, found }),
    );
  }
});

test('another person types the digits again; the first difference is named by its place', () => {
  const draw = recordedDraw();
  expect(confirmDice(draw, digits, clerk, after)).toEqual(refuse({ code: 'same-person', name: '何书' }));
  expect(confirmDice(draw, `${digits.slice(0, 6)}0${digits.slice(7)}`, chief, after)).toEqual(
    refuse({ code: 'dice-differ', position: 7 }),
  );
  expect(confirmDice(draw, digits, chief, after).ok).toBe(true);
});

test('before the confirmation the digits may be typed again, afterwards never', () => {
  expect(recordDice(recordedDraw(), `9${digits.slice(1)}`, clerk, after).ok).toBe(true);
  expect(recordDice(confirmedDraw(), digits, clerk, after)).toEqual(
    refuse({ code: 'dice-confirmed', by: '施核', at: after }),
  );
});

test('no witness reveals before the dice are confirmed', () => {
  for (const draw of [committedDraw(), recordedDraw()]) {
    expect(revealWitness(draw, 'W1', values['W1'] ?? '', after)).toEqual(refuse({ code: 'dice-not-confirmed' }));
  }
  expect(revealWitness(confirmedDraw(), 'W1', values['W1'] ?? '', after).ok).toBe(true);
});

test('a value that does not fit the sealed hash is refused, and so is a second reveal', () => {
  expect(revealWitness(confirmedDraw(), 'W1', values['W2'] ?? '', after)).toEqual(refuse({ code: 'value-differs' }));
  expect(revealWitness(revealedBy(confirmedDraw(), 'W1'), 'W1', values['W1'] ?? '', after)).toEqual(
    refuse({ code: 'witness-already-revealed', at: after }),
  );
});

test('the draw waits for every witness, by name, and then has one value for each source', () => {
  expect(readyToDraw(committedDraw(), clerk)).toEqual(refuse({ code: 'dice-not-recorded' }));
  expect(readyToDraw(recordedDraw(), clerk)).toEqual(refuse({ code: 'dice-not-confirmed' }));
  expect(readyToDraw(revealedBy(confirmedDraw(), 'W2'), clerk)).toEqual(
    refuse({ code: 'reveals-missing', waiting: ['张见'] }),
  );
  const complete = completeCollection();
  expect(readyToDraw(complete, clerk)).toEqual(ok(complete));
  expect(valuesOf(complete)).toEqual([digits, values['W1'], values['W2']]);
});

test('whoever presses 开签 after it happened is told who drew and when', () => {
  const late = person('另一经办', 'legalClerk');
  const told = refuse({ code: 'already-drawn', drawNo: 2, by: '何书', at: after });
  expect(readyToDraw(drawnDraw(), late)).toEqual(told);
  const act = { personId: clerk.personId, name: clerk.name, at: after };
  const dispatched = follow(drawnDraw(), { type: 'draw-dispatched', drawId: drawnDraw().id, visits: 9, act });
  expect(readyToDraw(dispatched, late)).toEqual(told);
});
