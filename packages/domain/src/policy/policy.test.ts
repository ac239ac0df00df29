import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../result.ts';
import { parseCalendarDate } from '../time.ts';
import { adoptPolicy } from './adopt.ts';
import type { Clause } from './clause.ts';
import { nationalDefaults } from './defaults.ts';
import type { PolicyProfile, PolicyRules } from './profile.ts';
import { policyKeys, resolvePolicy } from './resolve.ts';

const clause = (source: string): Clause => ({ source, place: '一', verified: true });
const sectors: PolicyRules = {
  sectors: { value: [{ code: 'mine', label: '非煤矿山', short: '矿山', key: true }], clause: clause('本局') },
};

function profile(own: PolicyRules, province: PolicyRules = {}, from = '2022-01-01'): PolicyProfile {
  const effectiveOn = parseCalendarDate(from);
  if (effectiveOn === undefined) throw new Error(from);
  return { bureau: '演示局', effectiveOn, province, own: { ...sectors, ...own } };
}

describe('which rule counts: law, province, bureau, task', () => {
  test('a silent bureau falls to the national default and its clause', () => {
    const resolved = resolvePolicy(profile({}), 'disclosure.normal.deadline');
    expect(resolved).toMatchObject({ value: { n: 20, unit: 'workday' }, layer: 'law' });
    expect(resolved.clause).toBe(nationalDefaults['disclosure.normal.deadline'].clause);
  });

  test('where neither law nor bureau decides, the system’s own choice says that it is one', () => {
    expect(resolvePolicy(profile({}), 'ratio.rounding')).toMatchObject({
      value: 'ceil',
      layer: 'default',
      clause: { source: '系统默认' },
    });
  });

  test('the bureau’s own stricter deadline counts, with its clause', () => {
    const own = { value: { n: 7, unit: 'workday' as const }, clause: clause('本局计划') };
    expect(resolvePolicy(profile({ 'disclosure.normal.deadline': own }), 'disclosure.normal.deadline')).toMatchObject({
      value: own.value,
      layer: 'bureau',
      clause: own.clause,
    });
  });

  test('a deadline longer than the law’s is overruled and named', () => {
    const own = { value: { n: 30, unit: 'workday' as const }, clause: clause('本局计划') };
    expect(resolvePolicy(profile({ 'disclosure.normal.deadline': own }), 'disclosure.normal.deadline')).toMatchObject({
      value: { n: 20 },
      layer: 'law',
      overruled: [{ layer: 'bureau', why: 'laxer-than-law' }],
    });
  });

  test('where the province is stricter the bureau’s laxer rule is overruled', () => {
    const key = 'disclosure.normal.deadline' as const;
    const days = (n: number) => ({ value: { n, unit: 'workday' as const }, clause: clause('文件') });
    expect(resolvePolicy(profile({ [key]: days(10) }, { [key]: days(7) }), key)).toMatchObject({
      value: { n: 7 },
      layer: 'province',
      overruled: [{ layer: 'bureau', why: 'laxer-than-province' }],
    });
    expect(resolvePolicy(profile({ [key]: days(5) }, { [key]: days(7) }), key).value).toEqual({
      n: 5,
      unit: 'workday',
    });
  });

  test('a task may depart from the bureau’s rule with a reason, not without', () => {
    const override = { value: 'half-up' as const, clause: clause('任务审批'), reason: '与市局口径一致' };
    expect(resolvePolicy(profile({}), 'ratio.rounding', override)).toMatchObject({
      value: 'half-up',
      layer: 'task',
      reason: '与市局口径一致',
    });
    expect(resolvePolicy(profile({}), 'ratio.rounding', { ...override, reason: ' ' })).toMatchObject({
      value: 'ceil',
      overruled: [{ layer: 'task', why: 'without-reason' }],
    });
  });

  test('no task and no bureau may go below two inspectors', () => {
    const one = { value: 1, clause: clause('本局'), reason: '人手不足' };
    expect(resolvePolicy(profile({}), 'team.minInspectors', one)).toMatchObject({ value: 2, layer: 'law' });
    expect(resolvePolicy(profile({ 'team.minInspectors': one }), 'team.minInspectors').value).toBe(2);
  });
});

describe('adopting a version', () => {
  test('the first version is 1, the next one counts on', () => {
    expect(adoptPolicy(null, profile({}))).toEqual(ok({ type: 'policy-adopted', profile: profile({}), version: 1 }));
    const later = adoptPolicy({ profile: profile({}), version: 4 }, profile({}, {}, '2023-01-01'));
    expect(later).toMatchObject({ ok: true, value: { version: 5 } });
  });

  test('a profile below a floor is refused with the key', () => {
    const one = { value: 1, clause: clause('本局') };
    expect(adoptPolicy(null, profile({ 'team.minInspectors': one }))).toEqual(
      refuse({ code: 'policy-below-floor', key: 'team.minInspectors', why: 'laxer-than-law' }),
    );
  });

  test('recusal of inspectors cannot be left out', () => {
    const none = { value: ['expert' as const], clause: clause('本局') };
    expect(adoptPolicy(null, profile({ 'recusal.covers': none }))).toMatchObject({
      refusal: { code: 'policy-below-floor', key: 'recusal.covers' },
    });
  });

  test('a profile without sectors and one older than the current are refused', () => {
    expect(adoptPolicy(null, profile({ sectors: { value: [], clause: clause('本局') } }))).toMatchObject({
      refusal: { code: 'policy-without-sectors' },
    });
    expect(adoptPolicy({ profile: profile({}, {}, '2022-03-03'), version: 1 }, profile({}))).toMatchObject({
      refusal: { code: 'policy-older', effectiveOn: '2022-01-01', current: '2022-03-03' },
    });
  });
});

test('every key has a national default, with a source', () => {
  expect(policyKeys).toEqual(Object.keys(nationalDefaults));
  for (const key of policyKeys) expect(nationalDefaults[key].clause.source, key).not.toBe('');
});

test('the nine result categories are marked unverified', () => {
  expect(nationalDefaults['result.categories'].value).toHaveLength(9);
  expect(nationalDefaults['result.categories'].clause.verified).toBe(false);
});
