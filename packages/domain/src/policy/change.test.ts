import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../account/actor.ts';
import type { BureauId, PersonId, PolicyChangeId } from '../id.ts';
import { parseCalendarDate, parseInstant, type CalendarDate } from '../time.ts';
import { approveChange, declineChange, evolveChange, type KeyChange, profilesAfter, proposeChange } from './change.ts';
import type { Clause } from './clause.ts';
import { policyDifferences, sameData } from './difference.ts';
import { inForceOn } from './in-force.ts';
import type { PolicyProfile, PolicyRules } from './profile.ts';
import { resolvePolicy } from './resolve.ts';

const day = (text: string): CalendarDate => {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};
const at =
  parseInstant('2022-03-01T01:00:00Z') ??
  (() => {
    throw new Error('instant');
  })();
const today = day('2022-03-01');
const clause: Clause = { source: '本局规定', place: '二', verified: true };
const days = (n: number) => ({ value: { n, unit: 'workday' as const }, clause });
const sectors: PolicyRules = {
  sectors: { value: [{ code: 'mine', label: '非煤矿山', short: '矿山', key: true }], clause },
};
const profile = (from: string, own: PolicyRules = {}, province: PolicyRules = {}): PolicyProfile => ({
  bureau: '演示局',
  effectiveOn: day(from),
  province,
  own: { ...sectors, ...own },
});
const person = (name: string): Actor => ({
  bureauId: 'b' as BureauId,
  personId: name as PersonId,
  name,
  roles: ['deputyDirector'],
  sectionId: null,
  inspectorId: null,
  reauthenticatedAt: null,
});
const change = (n: number, from = '2022-04-01', layer: KeyChange['layer'] = 'own'): KeyChange => ({
  layer,
  key: 'disclosure.normal.deadline',
  rules: { 'disclosure.normal.deadline': days(n) },
  effectiveOn: day(from),
});
const proposed = (given: KeyChange, versions = [{ version: 1, profile: profile('2022-01-01') }]) =>
  proposeChange(versions, { ...given, id: 'c' as PolicyChangeId, reason: '新办法施行' }, person('何书'), at, today);
const deadlineOf = (found: PolicyProfile | undefined) =>
  found === undefined ? undefined : resolvePolicy(found, 'disclosure.normal.deadline').value.n;

describe('the version in force on a business day', () => {
  const versions = [
    { version: 1, profile: profile('2022-01-01') },
    { version: 2, profile: profile('2022-06-01') },
    { version: 3, profile: profile('2022-06-01') },
  ];
  test('is the latest whose day has come, the later version of one day', () => {
    expect(inForceOn(versions, day('2022-05-31'))?.version).toBe(1);
    expect(inForceOn(versions, day('2022-06-01'))?.version).toBe(3);
  });
  test('is the earliest one before any day has come', () => {
    expect(inForceOn(versions, day('2021-12-31'))?.version).toBe(1);
    expect(inForceOn([], today)).toBeUndefined();
  });
});

describe('changing one key', () => {
  test('a change needs another person’s approval, and counts from its own day on', () => {
    const versions = [{ version: 1, profile: profile('2022-01-01') }];
    const asked = proposed(change(5));
    if (!asked.ok) throw new Error('refused');
    const { change: waiting } = asked.value;
    expect(approveChange(versions, waiting, person('何书'), at, today)).toMatchObject({
      refusal: { code: 'policy-change-own', name: '何书' },
    });
    const approved = approveChange(versions, waiting, person('吕审'), at, today);
    if (!approved.ok) throw new Error('refused');
    const after = [...versions, ...approved.value.profiles.map((one) => ({ version: 2, profile: one }))];
    expect(deadlineOf(inForceOn(after, day('2022-03-31'))?.profile)).toBe(20);
    expect(deadlineOf(inForceOn(after, day('2022-04-01'))?.profile)).toBe(5);
    const decided = evolveChange(waiting, approved.value.event);
    expect(decided).toMatchObject({ status: 'approved', version: 2, decided: { name: '吕审' } });
    expect(approveChange(after, decided, person('吕审'), at, today)).toMatchObject({
      refusal: { code: 'policy-change-decided' },
    });
  });

  test('a declined change keeps its reason and changes nothing', () => {
    const asked = proposed(change(5));
    if (!asked.ok) throw new Error('refused');
    const declined = declineChange(asked.value.change, person('吕审'), at, ' 文件没有印发 ');
    expect(declined).toMatchObject({ value: { type: 'policy-change-declined', reason: '文件没有印发' } });
  });

  test('a change below the law or laxer than the province is refused and names the bound', () => {
    expect(proposed(change(30))).toMatchObject({
      refusal: { code: 'policy-below-floor', key: 'disclosure.normal.deadline', why: 'laxer-than-law' },
    });
    const bound = [{ version: 1, profile: profile('2022-01-01', {}, { 'disclosure.normal.deadline': days(7) }) }];
    expect(proposed(change(10), bound)).toMatchObject({
      refusal: { code: 'policy-below-floor', why: 'laxer-than-province' },
    });
    const own = [{ version: 1, profile: profile('2022-01-01', { 'disclosure.normal.deadline': days(10) }) }];
    expect(proposed(change(7, '2022-04-01', 'province'), own)).toMatchObject({
      refusal: { code: 'policy-below-floor', why: 'laxer-than-province' },
    });
  });

  test('a past day, a rule that says nothing new, and a bureau without rules are refused', () => {
    expect(proposed(change(5, '2022-02-28'))).toMatchObject({ refusal: { code: 'policy-change-in-past' } });
    const same = [{ version: 1, profile: profile('2022-01-01', { 'disclosure.normal.deadline': days(5) }) }];
    expect(proposed(change(5), same)).toMatchObject({ refusal: { code: 'policy-change-says-nothing' } });
    expect(proposed(change(5), [])).toMatchObject({ refusal: { code: 'policy-not-adopted' } });
  });

  test('a version already adopted for a later day keeps the change, unless it says something else itself', () => {
    const june = { version: 2, profile: profile('2022-06-01', { 'ratio.rounding': { value: 'half-up', clause } }) };
    const july = { version: 3, profile: profile('2022-07-01', { 'disclosure.normal.deadline': days(3) }) };
    const versions = [{ version: 1, profile: profile('2022-01-01') }, june, july];
    const after = profilesAfter(versions, change(5));
    expect(after.map((one) => [one.effectiveOn, deadlineOf(one)])).toEqual([
      ['2022-04-01', 5],
      ['2022-06-01', 5],
    ]);
    expect(after[1]?.own['ratio.rounding']?.value).toBe('half-up');
  });

  test('falling silent gives the key back to the higher layer', () => {
    const own = [{ version: 1, profile: profile('2022-01-01', { 'disclosure.normal.deadline': days(5) }) }];
    const [silent] = profilesAfter(own, { ...change(5), rules: {} });
    expect(deadlineOf(silent)).toBe(20);
  });

  test('whatever is approved, no day has a deadline laxer than the law’s', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 })), { maxLength: 8 });
    fc.assert(
      fc.property(steps, (given) => {
        let versions = [{ version: 1, profile: profile('2022-01-01') }];
        for (const [n, month] of given) {
          const asked = proposed(change(n, `2022-0${month}-15`), versions);
          if (!asked.ok) continue;
          const approved = approveChange(versions, asked.value.change, person('吕审'), at, today);
          if (!approved.ok) throw new Error('what could be proposed can be approved');
          for (const one of approved.value.profiles) {
            versions = [...versions, { version: versions.length + 1, profile: one }];
          }
          expect(deadlineOf(inForceOn(versions, day(`2022-0${month}-15`))?.profile)).toBe(n);
        }
        for (let month = 1; month <= 9; month += 1) {
          expect(deadlineOf(inForceOn(versions, day(`2022-0${month}-20`))?.profile)).toBeLessThanOrEqual(20);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('comparing two profiles', () => {
  test('keys with another value come first, then those with the same value from another clause', () => {
    const other: Clause = { ...clause, place: '九' };
    const mine = profile('2022-01-01', {
      'disclosure.normal.deadline': days(5),
      'team.minInspectors': { value: 2, clause },
      'ratio.rounding': { value: 'ceil', clause },
    });
    const theirs = profile('2022-01-01', {
      'disclosure.normal.deadline': days(5),
      'team.minInspectors': { value: 3, clause },
      'ratio.rounding': { value: 'ceil', clause: other },
    });
    expect(policyDifferences(mine, theirs)).toEqual([
      { key: 'team.minInspectors', kind: 'value' },
      { key: 'ratio.rounding', kind: 'clause' },
    ]);
    expect(policyDifferences(mine, mine)).toEqual([]);
  });

  test('the order of members does not make a difference, their number does', () => {
    expect(sameData({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(sameData([1, 2], [1])).toBe(false);
    expect(sameData({ a: 1 }, { a: 1, b: null })).toBe(false);
  });
});
