import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { at, clerk, decided, on } from '../../test/draw-example.ts';
import type { OpenRoundFacts, Round, RoundId } from '../index.ts';
import { closeRound, evolveRound, newRound, openRound, refuse, roundFor, scopesMeet } from '../index.ts';

const now = at('2022-03-10T01:00:00Z');
const figures = { drawn: 15, base: 133 };
const known = ['coal', 'washing', 'hazchem-trade', 'industry'];

function facts(change: Partial<OpenRoundFacts> = {}): OpenRoundFacts {
  return {
    roundId: 'round-1' as RoundId,
    name: '2022年第一轮',
    sectors: [],
    startsOn: on('2022-03-10'),
    endsOn: on('2022-12-31'),
    earlier: [],
    known,
    ...change,
  };
}
const opened = (change: Partial<OpenRoundFacts> = {}) => newRound(decided(openRound(facts(change), clerk, now)));
const closed = (round: Round, when = '2022-06-30T08:00:00Z') =>
  evolveRound(round, decided(closeRound(round, { openDraws: [], figures }, clerk, at(when))));

test('a round has a name, a start and an end, and says who opened it', () => {
  expect(opened()).toMatchObject({
    status: 'open',
    name: '2022年第一轮',
    startsOn: '2022-03-10',
    endsOn: '2022-12-31',
    opened: { name: '何书', at: now },
  });
  expect(openRound(facts({ endsOn: on('2022-03-09') }), clerk, now)).toEqual(
    refuse({ code: 'round-ends-before-start' }),
  );
});

test('the next round of a scope begins only when the last one is closed, and not before its end', () => {
  const first = opened();
  const second = { name: '2022年第二轮', startsOn: on('2022-07-01') };
  expect(openRound(facts({ ...second, earlier: [first] }), clerk, now)).toEqual(
    refuse({ code: 'round-still-open', name: '2022年第一轮' }),
  );
  const early = facts({ ...second, startsOn: on('2022-06-29'), earlier: [closed(first)] });
  expect(openRound(early, clerk, now)).toEqual(
    refuse({ code: 'round-overlaps-earlier', name: '2022年第一轮', closedOn: on('2022-06-30') }),
  );
  expect(openRound(facts({ ...second, earlier: [closed(first)] }), clerk, now).ok).toBe(true);
});

test('two rounds may be open at once when no object can stand in both', () => {
  const mines = opened({ sectors: ['coal'] });
  expect(openRound(facts({ name: '工贸第一轮', sectors: ['industry'], earlier: [mines] }), clerk, now).ok).toBe(true);
  expect(openRound(facts({ name: '全局第一轮', earlier: [mines] }), clerk, now)).toEqual(
    refuse({ code: 'round-still-open', name: '2022年第一轮' }),
  );
  expect(openRound(facts({ sectors: ['fishing'] }), clerk, now)).toEqual(
    refuse({ code: 'sector-not-known', sector: 'fishing' }),
  );
});

test('a round with a draw under way is not closed; a closed one is not closed again', () => {
  const round = opened();
  expect(closeRound(round, { openDraws: [3], figures }, clerk, now)).toEqual(
    refuse({ code: 'round-has-open-draws', draws: [3] }),
  );
  const over = closed(round);
  expect(over).toMatchObject({ status: 'closed', closedOn: '2022-06-30', figures });
  expect(closeRound(over, { openDraws: [], figures }, clerk, now)).toMatchObject({
    refusal: { code: 'round-already-closed', by: '何书' },
  });
});

test('a draw belongs to the open round that holds all of its sectors', () => {
  const trade = opened({ sectors: ['hazchem-trade'] });
  expect(roundFor([trade], ['hazchem-trade'])).toBe(trade);
  expect(roundFor([trade], ['hazchem-trade', 'industry'])).toBeUndefined();
  expect(roundFor([closed(trade)], ['hazchem-trade'])).toBeUndefined();
  expect(roundFor([opened()], ['hazchem-trade', 'industry'])).toMatchObject({ name: '2022年第一轮' });
});

test('whatever is opened and closed in whatever order, no two open rounds can hold the same object', () => {
  const scope = fc.subarray(known);
  const step = fc.oneof(fc.record({ open: scope }), fc.record({ close: fc.nat(5) }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let rounds: readonly Round[] = [];
      for (const [no, one] of steps.entries()) {
        if ('open' in one) {
          const name = `第${no}轮`;
          const wanted = facts({ roundId: name as RoundId, name, sectors: one.open, earlier: rounds });
          const decision = openRound({ ...wanted, startsOn: on('2022-07-01') }, clerk, now);
          if (decision.ok) rounds = [...rounds, newRound(decision.value)];
        } else {
          rounds = rounds.map((round, place) =>
            place === one.close && round.status === 'open' ? closed(round) : round,
          );
        }
      }
      const open = rounds.filter((round) => round.status === 'open');
      const meeting = open.some((a, i) => open.some((b, j) => i < j && scopesMeet(a.sectors, b.sectors)));
      expect(meeting).toBe(false);
    }),
  );
});
