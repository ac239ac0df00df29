import { expect, test } from 'vitest';
import {
  after,
  before,
  chief,
  clerk,
  confirmedDraw,
  decided,
  digits,
  drawnDraw,
  follow,
  frozenDraw,
  leader,
  on,
  openAt,
  person,
  prepareCommand,
  roster,
} from '../../test/draw-example.ts';
import type { Draw, DrawnDraw, Fieldwork } from '../index.ts';
import {
  frozenOf,
  isSealed,
  mayKnowSealed,
  prepareDraw,
  recordOf,
  refuse,
  requestVoid,
  unsealDraw,
  voidDraw,
  withheldEvent,
} from '../index.ts';

const sealing = { reason: '对举报集中的加油站暗查' };
const sealed: DrawnDraw = { ...drawnDraw(), sealing };
const act = { personId: clerk.personId, name: '何书', at: after };
const dispatched = follow(sealed, { type: 'draw-dispatched', drawId: sealed.id, visits: 9, act });
const visits = (open: number): Fieldwork => ({ all: 9, open, lastEndedOn: open === 9 ? null : on('2022-05-10') });

test('a draw is sealed with a reason, and only for tasks that the bureau’s rule names', () => {
  const asked = { sealing, selection: 'nonTargeted', sealable: ['targeted'] } as const;
  expect(prepareDraw(prepareCommand(asked), clerk, before)).toEqual(
    refuse({ code: 'sealing-not-allowed', selection: 'nonTargeted' }),
  );
  const event = decided(prepareDraw(prepareCommand({ ...asked, selection: 'targeted' }), clerk, before));
  expect(event.sealing).toEqual(sealing);
  expect(decided(prepareDraw(prepareCommand(), clerk, before))).not.toHaveProperty('sealing');
});

test('a sealed draw asks for two witnesses, because one would know the whole seed; nothing else need arise in public', () => {
  const [first] = prepareCommand().witnesses;
  const one = prepareCommand({ sealing, leastWitnesses: 1, witnesses: first === undefined ? [] : [first] });
  expect(prepareDraw(one, clerk, before)).toEqual(refuse({ code: 'sealed-needs-witnesses', least: 2 }));
  const withoutDice = prepareCommand({ sealing, announced: [] });
  expect(prepareDraw(withoutDice, clerk, before).ok).toBe(true);
  expect(prepareDraw({ ...withoutDice, sealing: null }, clerk, before)).toEqual(
    refuse({ code: 'nothing-after-commitment' }),
  );
});

test('the commitment of a sealed draw is salted line by line, with a fresh salt for each, and never names salts public', () => {
  let made = 0;
  const newSalt = () => String((made += 1)).padStart(32, '0');
  const extras = { openAt, prev: '', filesalts: { conflicts: 'a'.repeat(32), inspectors: 'b'.repeat(32) }, newSalt };
  const closed = frozenOf({ ...frozenDraw(), sealing }, roster(), extras);
  expect(closed.mode).toBe('sealed');
  expect(new Set(closed.salts?.map(({ salt }) => salt)).size).toBe(roster().pool.length);
  expect(closed.publicFiles).not.toContain('salts.csv');
  const open = frozenOf(frozenDraw(), roster(), extras);
  expect([open.mode, open.salts]).toEqual(['open', undefined]);
  expect(open.publicFiles).toEqual(closed.publicFiles);
});

test('before the unsealing operator, leader and auditor may know; an inspector, a chief who does not operate, and an administrator may not', () => {
  for (const role of ['legalClerk', 'deputyDirector', 'auditor']) expect(mayKnowSealed(sealed, [role])).toBe(true);
  for (const role of ['inspector', 'sectionChief', 'administrator']) expect(mayKnowSealed(sealed, [role])).toBe(false);
});

test('the operator unseals once the last visit is over, without a reason', () => {
  expect(unsealDraw(dispatched, visits(1), '提前', clerk, after)).toEqual(
    refuse({ code: 'visits-still-open', open: 1 }),
  );
  const event = decided(unsealDraw(dispatched, visits(0), null, clerk, after));
  expect(event).toMatchObject({ type: 'draw-unsealed', early: null });
  const open = follow(dispatched, event);
  expect([isSealed(dispatched), isSealed(open)]).toEqual([true, false]);
  expect(unsealDraw(open, visits(0), null, clerk, after)).toEqual(
    refuse({ code: 'already-unsealed', by: '何书', at: after }),
  );
});

test('earlier the leader alone decides, and his reason is kept', () => {
  expect(unsealDraw(sealed, visits(9), null, leader, after)).toEqual(
    refuse({ code: 'unsealing-needs-reason', open: 9 }),
  );
  expect(decided(unsealDraw(sealed, visits(9), '行动取消', leader, after)).early).toBe('行动取消');
  expect(decided(unsealDraw(dispatched, visits(0), '多写的理由', leader, after)).early).toBeNull();
  for (const other of [chief, person('赵一', 'inspector')]) {
    expect(unsealDraw(dispatched, visits(0), null, other, after)).toEqual(
      refuse({ code: 'not-the-operator', operator: 'legalClerk' }),
    );
  }
});

test('an open draw is not unsealed, nor one that has no result yet', () => {
  expect(unsealDraw(drawnDraw(), visits(0), null, clerk, after)).toEqual(refuse({ code: 'draw-not-sealed' }));
  const early: Draw = { ...confirmedDraw(), sealing };
  expect(unsealDraw(early, visits(9), '提前', leader, after)).toEqual(
    refuse({ code: 'draw-in-other-state', status: 'collecting' }),
  );
});

test('a void draw inspects nobody, so its seal ends with it', () => {
  const asked = follow(sealed, decided(requestVoid(sealed, 'other', '行动取消了', clerk, after)));
  const voided = follow(asked, decided(voidDraw(asked, leader, after)));
  expect([isSealed(asked), isSealed(voided), recordOf(voided).sealing]).toEqual([true, false, sealing]);
});

test('the log of the house keeps who and when of a sealed draw, and no number from which the result follows', () => {
  const secrets = [digits, 'd'.repeat(64), 'e'.repeat(32), '5'.repeat(32)];
  const events = [
    { type: 'dice-recorded', drawId: sealed.id, digits, act },
    { type: 'witness-revealed', drawId: sealed.id, witness: 'W1', value: '5'.repeat(32), at: after },
    { type: 'draw-completed', drawId: sealed.id, result: sealed.result, act },
  ] as const;
  const kept = JSON.stringify(events.map((event) => withheldEvent(event)));
  for (const secret of secrets) expect(kept).not.toContain(secret);
  expect(kept).toContain(sealed.result.hash);
});
