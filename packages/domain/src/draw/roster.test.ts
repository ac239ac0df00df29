import { expect, test } from 'vitest';
import {
  before,
  clerk,
  committedDraw,
  decided,
  drawSetup,
  frozenDraw,
  inspector,
  inspectors,
  on,
  preparingDraw,
  roster,
  subject,
  subjects,
} from '../../test/draw-example.ts';
import { freezeRoster, refuse, rosterOf, rulesOf } from '../index.ts';

test('only certificates that outlast the window go, and who is left out is counted', () => {
  const people = [
    ...inspectors(11),
    inspector(12, { certificateUntil: on('2022-06-29') }),
    inspector(13, { certificateUntil: null }),
    inspector(14, { available: false }),
  ];
  const taken = rosterOf(drawSetup(), subjects(), people, []);
  expect([taken.inspectors.length, taken.leftOut]).toEqual([11, 3]);
  const lastDay = rosterOf(drawSetup(), subjects(), [inspector(1, { certificateUntil: on('2022-06-30') })], []);
  expect(lastDay.inspectors).toHaveLength(1);
});

test('conflicts of people or objects outside the roster are not frozen', () => {
  const known = { subjectId: subject(1).code, inspectorId: inspector(1).code };
  const conflicts = [known, { subjectId: subject(99).code, inspectorId: inspector(1).code }];
  expect(rosterOf(drawSetup(), subjects(), inspectors(), conflicts).conflicts).toEqual([known]);
});

test('the freeze counts pool, reasons and people', () => {
  const taken = rosterOf(
    drawSetup(),
    [
      ...subjects(39),
      subject(40, { standing: 'suspended', evidence: '停业报告' }),
      subject(41, { drawnThisRound: { kind: 'committed', no: 1, on: on('2022-03-15') } }),
    ],
    inspectors(),
    [],
  );
  expect(decided(freezeRoster(preparingDraw(), taken, clerk, before, 2)).figures).toEqual({
    pool: 41,
    eligible: 39,
    excluded: [
      { reason: 'suspended', count: 1 },
      { reason: 'drawn-this-round', count: 1 },
    ],
    inspectors: 12,
    conflicts: 0,
    strata: [{ code: 'row-2', pool: 41, eligible: 39, size: 9, reserve: 3, full: false }],
  });
});

test('the approved number governs although the pool shrank, as a count and not as a ratio', () => {
  expect(rulesOf(drawSetup()).strata).toEqual([{ code: 'row-2', size: { count: 9 } }]);
});

test('a pool smaller than the approved number is refused, never silently drawn smaller', () => {
  const small = rosterOf(drawSetup(), subjects(8), inspectors(), []);
  expect(freezeRoster(preparingDraw(), small, clerk, before, 1)).toEqual(
    refuse({ code: 'pool-too-small', size: 9, eligible: 8 }),
  );
  const none = roster({ pool: [] });
  expect(freezeRoster(preparingDraw(), none, clerk, before, 1)).toEqual(refuse({ code: 'roster-empty' }));
});

test('a roster whose teams cannot be filled is refused with the number of seats', () => {
  const oneQualified = [inspector(1, { cap: 4 }), ...inspectors(12).slice(6)];
  const scarce = rosterOf(drawSetup(), subjects(), oneQualified, []);
  expect(freezeRoster(preparingDraw(), scarce, clerk, before, 2)).toEqual(
    refuse({ code: 'seats-left-vacant', seats: 5 }),
  );
  const alone = rosterOf(drawSetup(), subjects(), [inspector(1)], []);
  expect(freezeRoster(preparingDraw(), alone, clerk, before, 2)).toEqual(
    refuse({ code: 'inspectors-too-few', found: 1, needed: 2 }),
  );
});

test('a roster is frozen once', () => {
  expect(freezeRoster(frozenDraw(), roster(), clerk, before, 1)).toEqual(
    refuse({ code: 'draw-in-other-state', status: 'frozen' }),
  );
  expect(freezeRoster(committedDraw(), roster(), clerk, before, 1)).toEqual(
    refuse({ code: 'draw-in-other-state', status: 'committed' }),
  );
});
