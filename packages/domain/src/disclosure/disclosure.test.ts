import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import { nationalCalendar } from '../calendar/index.ts';
import type { BureauId, InspectionId, InspectorId, PersonId } from '../id.ts';
import type { PolicyProfile } from '../policy/index.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { addDays } from '../time.ts';
import {
  byUrgency,
  channelDeadlines,
  type Disclosure,
  type DisclosureFacts,
  daysUsed,
  discloseResult,
  disclosureDeadline,
  disclosureRate,
  evolveDisclosure,
  standingOf,
  strictestDay,
} from './index.ts';

const on = (text: string) => text as CalendarDate;
const at = (text: string) => text as Instant;
/** The five bureaus' own profiles, as they are shipped. */
const profileOf = (bureau: string): PolicyProfile =>
  JSON.parse(readFileSync(new URL(`../../../../samples/policies/${bureau}.json`, import.meta.url), 'utf8'));
const zz = profileOf('zz');
const deadline = (bureau: string, endedOn: string, recordedOn = endedOn) =>
  disclosureDeadline(profileOf(bureau), nationalCalendar, { endedOn: on(endedOn), recordedOn: on(recordedOn) });

describe('the deadline', () => {
  test('长子: 7 working days after 检查结束, over the May holiday and its make-up Saturday', () => {
    const { last, startEvent, clause, days } = deadline('zz', '2022-04-25', '2022-04-28');
    expect([last, startEvent]).toEqual(['2022-05-07', 'inspection-finished']);
    expect(clause).toMatchObject({ source: expect.stringContaining('抽查工作计划'), place: '七（一）' });
    expect(days.at(-1)).toMatchObject({ number: 7, reason: 'make-up-workday' });
  });

  test.each([
    ['2022-04-22', '2022-05-05'],
    ['2022-04-24', '2022-05-06'],
    ['2022-04-26', '2022-05-09'],
    ['2022-04-27', '2022-05-10'],
    ['2022-04-28', '2022-05-11'],
    ['2022-05-05', '2022-05-13'],
    ['2022-09-29', '2022-10-13'],
  ])('长子: ended on %s, public by %s', (endedOn, last) => {
    expect(deadline('zz', endedOn).last).toBe(last);
  });

  test('偃师: 5 working days from the day the result was produced, not from the end', () => {
    expect(deadline('ys', '2023-09-20', '2023-09-26')).toMatchObject({
      last: '2023-10-09',
      startEvent: 'result-produced',
    });
  });

  test('偃师: the channel with 「5日」 ends before the one with 「5个工作日」', () => {
    const own = deadline('ys', '2023-09-26');
    const channels = channelDeadlines(profileOf('ys'), nationalCalendar, own);
    expect(new Set(channels.map(({ last }) => last)).size).toBe(2);
    // 1 October is a rest day; the bureau's documents are silent, so the default lets it roll to the next workday.
    expect([own.last, strictestDay(own, channels)]).toEqual(['2023-10-09', '2023-10-07']);
  });

  test('高新区: 20 working days', () => {
    expect(deadline('gx', '2026-02-11').last).toBe('2026-03-17');
  });

  test('a bureau that says nothing has the 20 working days of 政府信息公开条例 §26', () => {
    const silent = { ...zz, own: {}, province: {} };
    const days = { endedOn: on('2022-09-29'), recordedOn: on('2022-09-29') };
    expect(disclosureDeadline(silent, nationalCalendar, days)).toMatchObject({ last: '2022-11-01' });
  });

  test('disclosed on 5 May after an end on 25 April: the fifth working day', () => {
    expect(daysUsed(nationalCalendar, deadline('zz', '2022-04-25'), on('2022-05-05'))).toBe(5);
  });
});

describe('the queue', () => {
  test('stands by working days left, the longest overdue first', () => {
    const today = on('2022-05-06');
    const standings = ['2022-05-13', '2022-05-05', '2022-05-07', '2022-05-06', '2022-04-29'].map((last) =>
      standingOf(nationalCalendar, today, on(last)),
    );
    expect([...standings].sort(byUrgency)).toEqual([
      { kind: 'overdue', workdays: 2 },
      { kind: 'overdue', workdays: 1 },
      { kind: 'today' },
      { kind: 'left', workdays: 1 },
      { kind: 'left', workdays: 6 },
    ]);
  });

  test('a result overdue by a weekend alone still stands before today’s', () => {
    expect(byUrgency({ kind: 'overdue', workdays: 0 }, { kind: 'today' })).toBeLessThan(0);
  });

  test('property: the nearer the last day, the earlier in the queue', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(on('2022-05-06'), days));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [early, late] = a <= b ? [a, b] : [b, a];
        const standing = (last: CalendarDate) => standingOf(nationalCalendar, on('2022-05-06'), last);
        expect(byUrgency(standing(early), standing(late))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

function actor(name: string, roles: readonly Role[]): Actor {
  const inspectorId = roles.includes('inspector') ? (name as InspectorId) : null;
  const ids = { bureauId: 'b' as BureauId, personId: name as PersonId, sectionId: null };
  return { ...ids, name, roles, inspectorId, reauthenticatedAt: null };
}
const he = actor('何书', ['legalClerk']);
const facts: DisclosureFacts = {
  inspectionId: 'i' as InspectionId,
  step: 'approved',
  endedOn: on('2022-04-25'),
  recordedOn: on('2022-04-25'),
  team: ['冯八' as InspectorId, '褚十' as InspectorId],
  publicFindings: '',
};
const waiting: Disclosure = { status: 'waiting', facts };
const may7 = on('2022-05-07');

describe('disclosing', () => {
  test('only what passed its reviews, and says at which step the rest stands', () => {
    const early: Disclosure = { status: 'waiting', facts: { ...facts, step: 'legal-review' } };
    expect(discloseResult(early, he, 'section', may7, at('2022-05-05T02:00:00Z'))).toMatchObject({
      refusal: { code: 'not-yet-approved', step: 'legal-review' },
    });
  });

  test('on the last day it is in time, the day after it is late and disclosed all the same', () => {
    expect(discloseResult(waiting, he, 'section', may7, at('2022-05-07T15:59:59Z'))).toMatchObject({
      value: { late: false },
    });
    expect(discloseResult(waiting, he, 'section', may7, at('2022-05-07T16:00:00Z'))).toMatchObject({
      value: { late: true },
    });
  });

  test('once; the second is told who disclosed it and when', () => {
    const decision = discloseResult(waiting, he, 'section', may7, at('2022-05-05T02:00:00Z'));
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(
      discloseResult(evolveDisclosure(waiting, decision.value), he, 'section', may7, at('2022-05-06T02:00:00Z')),
    ).toMatchObject({
      refusal: { code: 'disclosed-already', by: '何书', at: '2022-05-05T02:00:00Z' },
    });
  });

  test.each([
    ['inspector', actor('冯八', ['inspector']), true],
    ['inspector', actor('李四', ['inspector']), false],
    ['inspector', actor('施核', ['sectionChief']), false],
    ['section', actor('施核', ['sectionChief']), true],
    ['section', actor('冯八', ['inspector']), false],
    ['enforcer', actor('冯八', ['inspector']), true],
    ['legal-section', actor('施核', ['sectionChief']), false],
    ['inspector', he, true],
  ] as const)('publisher %s: %o', (publisher, who, allowed) => {
    expect(discloseResult(waiting, who, publisher, may7, at('2022-05-05T02:00:00Z')).ok).toBe(allowed);
  });
});

test('the rate stands on the finished inspections, late ones included (LZ-11)', () => {
  const disclosed = (days: number, late: boolean) => ({ disclosed: { late, daysUsed: days }, overdue: false });
  const rate = disclosureRate([
    disclosed(4, false),
    disclosed(6, false),
    disclosed(9, true),
    { disclosed: null, overdue: true },
  ]);
  expect(rate).toEqual({ finished: 4, disclosed: 3, inTime: 2, overdue: 1, averageDays: 6 });
});
