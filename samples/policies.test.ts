import { readFileSync } from 'node:fs';
import path from 'node:path';
import { policyProfile } from '@mingchou/contract';
import type { PolicyKey, PolicyProfile } from '@mingchou/domain';
import { adoptPolicy, resolvePolicy } from '@mingchou/domain';
import { describe, expect, test } from 'vitest';

const names = ['lz', 'zz', 'ys', 'gx', 'ls'] as const;
type Name = (typeof names)[number];

function read(name: Name): PolicyProfile {
  const file = path.join(import.meta.dirname, 'policies', `${name}.json`);
  return policyProfile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
const policies = Object.fromEntries(names.map((name) => [name, read(name)])) as Record<Name, PolicyProfile>;
const own = (name: Name, key: PolicyKey): unknown => policies[name].own[key]?.value;
const workdays = (n: number) => ({ n, unit: 'workday' });

test.each(names)('the profile of %s can be adopted as it stands', (name) => {
  expect(adoptPolicy(null, policies[name])).toMatchObject({ ok: true });
});

test.each(names)('every rule of %s says where it stands', (name) => {
  for (const [key, rule] of Object.entries(policies[name].own)) {
    expect(rule.clause.source, key).not.toBe('');
    expect(rule.clause.place, key).not.toBe('');
  }
});

/** The rows of the table in requirements §2; `undefined` where the document is silent. */
describe('what each document decides', () => {
  test('the deadline of disclosure and its start', () => {
    expect(names.map((name) => own(name, 'disclosure.normal.deadline'))).toEqual([
      undefined,
      workdays(7),
      workdays(5),
      workdays(20),
      undefined,
    ]);
    expect(names.map((name) => own(name, 'disclosure.normal.startEvent'))).toEqual([
      undefined,
      'inspection-finished',
      'result-produced',
      'inspection-finished',
      undefined,
    ]);
  });

  test('偃师 has workdays on one channel and calendar days on the two others', () => {
    expect(own('ys', 'disclosure.channels')).toMatchObject([
      { deadline: workdays(5), place: '二（三）' },
      { deadline: { n: 5, unit: 'calendar' }, place: '四4' },
      { deadline: { n: 5, unit: 'calendar' }, place: '四4' },
    ]);
  });

  test('results with problems', () => {
    expect(own('zz', 'disclosure.problem.deadline')).toEqual({ kind: 'same-as-normal' });
    expect(own('ys', 'disclosure.problem.deadline')).toEqual({ kind: 'after-disposal', length: null });
    expect(own('gx', 'disclosure.problem.deadline')).toEqual({ kind: 'after-disposal', length: null });
  });

  test('who publishes, where the draw happens and who runs it', () => {
    expect(names.map((name) => own(name, 'disclosure.publisher'))).toEqual([
      undefined,
      'section',
      'inspector',
      'section',
      undefined,
    ]);
    expect(names.map((name) => (own(name, 'draw.platform') as { kind: string } | undefined)?.kind)).toEqual([
      'external',
      'own',
      'external',
      'own',
      undefined,
    ]);
    expect(own('lz', 'draw.operatorRole')).toBe('sectionChief');
    expect(own('ys', 'draw.operatorRole')).toBe('legalClerk');
    expect(own('gx', 'draw.operatorRole')).toBe('sectionChief');
  });

  test('ratios, bases, quotas and targets', () => {
    expect(own('zz', 'ratio.rule')).toMatchObject([
      { ratio: { value: { n: 1, d: 1 } } },
      { ratio: { value: { n: 1, d: 5 } } },
      { ratio: { value: { n: 1, d: 10 } } },
      { ratio: { value: { n: 1, d: 10 } } },
    ]);
    expect(names.map((name) => own(name, 'ratio.base'))).toEqual([
      'enforcement-plan',
      'sector-registry',
      undefined,
      'supervision-plan',
      'ordinary-units',
    ]);
    expect(own('lz', 'quota.joint')).toEqual({ n: 3, d: 10 });
    expect(own('gx', 'quota.keySharePerDraw')).toEqual({ n: 1, d: 2 });
    expect(own('gx', 'ratio.rule')).toMatchObject([{ ratio: { operator: '>=', value: { n: 3, d: 10 } } }]);
    expect(own('lz', 'target.count')).toMatchObject([{ count: 10 }]);
    expect(own('ls', 'target.count')).toMatchObject([{ count: 25 }, { count: 45 }]);
  });

  test('frequencies and exclusions', () => {
    expect(own('lz', 'frequency.perObject')).toMatchObject([{ operator: '>=', times: 1 }]);
    expect(own('zz', 'frequency.perObject')).toMatchObject([{ operator: '>=', times: 2, applies: 'all' }]);
    expect(own('gx', 'frequency.perObject')).toMatchObject([{ counts: 'draws-per-year', operator: '>=', times: 3 }]);
    expect(own('ls', 'frequency.perObject')).toMatchObject([{ applies: 'priority-subjects', times: 1 }]);
    expect(names.map((name) => own(name, 'exclusion.rule'))).toEqual([
      undefined,
      'drawn-in-round',
      'avoid-repeats',
      'frequency-reached',
      undefined,
    ]);
  });

  test('people: teams, eligibility, recusal, legal review', () => {
    expect(own('zz', 'team.minInspectors')).toBe(2);
    for (const name of names)
      expect(resolvePolicy(policies[name], 'team.minInspectors').value).toBeGreaterThanOrEqual(2);
    expect(own('ys', 'inspector.eligibility')).toMatchObject({ employment: 'formal', certificate: true });
    expect(own('gx', 'recusal.decider')).toBe('deputyDirector');
    expect(own('gx', 'recusal.covers')).toEqual(['inspector', 'expert']);
    expect(resolvePolicy(policies.zz, 'recusal.decider')).toMatchObject({ value: 'head', layer: 'law' });
    expect(own('zz', 'legalReview.scope')).toEqual(['plan', 'draw', 'record', 'penalty', 'disclosure']);
    expect(own('ys', 'legalReview.scope')).toEqual(['major-decision']);
  });

  test('archives, own tasks, sectors, words and genre', () => {
    expect(own('zz', 'archive.handover')).toBe('legal-section');
    expect(own('ls', 'archive.handover')).toBe('trace-kept');
    expect(own('lz', 'deadline.ownTasks')).toEqual({ kind: 'month-day', month: 11, day: 30 });
    expect(own('zz', 'deadline.ownTasks')).toEqual({ kind: 'row-window' });
    expect(own('ls', 'deadline.ownTasks')).toEqual({ kind: 'year-end' });
    const sectors = (name: Name) => resolvePolicy(policies[name], 'sectors').value.map((sector) => sector.label);
    expect(sectors('zz')).toEqual(['煤矿', '洗储煤', '危化生产', '危化经营', '工贸']);
    expect(sectors('ys')).toHaveLength(6);
    expect(sectors('gx')).toEqual(['危险化学品', '非煤矿山', '冶金']);
    expect(resolvePolicy(policies.zz, 'terms').value.section).toBe('股室');
    expect(resolvePolicy(policies.lz, 'terms').value.section).toBe('科室');
    expect(names.map((name) => own(name, 'plan.genre'))).toEqual([
      'item-list-and-two-plans',
      'eight-column-table',
      'procedure',
      'standing-rule',
      'workday-budget',
    ]);
  });
});

test('a profile with an unknown key, a ratio above 100% or a team of none is refused by the schema', () => {
  const zz = policies.zz;
  const broken = [
    { ...zz, own: { ...zz.own, 'no.such.key': zz.own.terms } },
    { ...zz, own: { 'quota.joint': { value: { n: 6, d: 5 }, clause: zz.own.terms?.clause } } },
    { ...zz, own: { 'team.minInspectors': { value: 0, clause: zz.own.terms?.clause } } },
  ];
  for (const profile of broken) expect(policyProfile.safeParse(profile).success).toBe(false);
});
