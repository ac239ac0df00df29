import { describe, expect, test } from 'vitest';
import type { Actor } from '../account/actor.ts';
import type { PolicyOverrideId, TaskId } from '../id.ts';
import { ok, refuse } from '../result.ts';
import { dateOf, instantOf } from '../time.ts';
import { drawPolicyOf } from '../index.ts';
import { capsWithin } from './cap.ts';
import { policyKeys, resolvePolicy } from './resolve.ts';
import {
  approveTaskRule,
  checkTaskRule,
  declineTaskRule,
  evolveTaskRule,
  isTaskKey,
  type PolicyOverride,
  profileForTask,
  proposeTaskRule,
  taskKeys,
  type TaskRuleChange,
  type TaskRuleFacts,
} from './override.ts';
import type { PolicyProfile, PolicyRules } from './profile.ts';

const clause = { source: '任务审批单', place: '一', verified: true };
const at = instantOf(Date.parse('2022-04-01T01:00:00Z'));
const from = dateOf(at);
const taskId = 'task-2' as TaskId;
const heShu = { personId: 'p1', name: '何书' } as Actor;
const lvShen = { personId: 'p2', name: '吕审' } as Actor;

function profile(own: PolicyRules = {}, province: PolicyRules = {}): PolicyProfile {
  return { bureau: '演示局', effectiveOn: from, province, own };
}

function three(changes: Partial<TaskRuleChange> = {}): TaskRuleChange {
  const rules = { 'team.minInspectors': { value: 3, clause } };
  return { taskId, key: 'team.minInspectors', rules, reason: '涉及重大危险源', ...changes };
}

function facts(changes: Partial<TaskRuleFacts> = {}): TaskRuleFacts {
  return { profile: profile(), overrides: [], undrawn: true, ...changes };
}

function proposed(change = three(), id = 'o1'): PolicyOverride {
  const decision = proposeTaskRule(facts(), { ...change, id: id as PolicyOverrideId }, heShu, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.value.override;
}

function approved(change = three()): PolicyOverride {
  const override = proposed(change);
  const decision = approveTaskRule(facts(), override, lvShen, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return evolveTaskRule(override, decision.value);
}

describe('what one task does otherwise', () => {
  test('counts for the task alone, with its reason and its clause, once another person has approved it', () => {
    const rules = profileForTask(profile(), [approved()]);
    expect(resolvePolicy(rules, 'team.minInspectors')).toMatchObject({
      ...{ value: 3, layer: 'task', reason: '涉及重大危险源', clause },
    });
    expect(drawPolicyOf(rules).seats).toBe(3);
    expect(resolvePolicy(profile(), 'team.minInspectors')).toMatchObject({ value: 2, layer: 'law', reason: null });
    expect(resolvePolicy(profileForTask(profile(), [proposed()]), 'team.minInspectors').value).toBe(2);
  });

  test('is not approved by who proposed it, nor twice', () => {
    expect(approveTaskRule(facts(), proposed(), heShu, at)).toEqual(
      refuse({ code: 'policy-change-own', name: '何书' }),
    );
    expect(approveTaskRule(facts(), approved(), lvShen, at)).toEqual(refuse({ code: 'policy-change-decided' }));
  });

  test('may be declined with a reason, also by the proposer, who takes it back', () => {
    const declined = declineTaskRule(proposed(), heShu, at, ' 写错了 ');
    expect(declined).toMatchObject({ ok: true, value: { type: 'task-rule-declined', reason: '写错了' } });
    if (!declined.ok) return;
    const kept = evolveTaskRule(proposed(), declined.value);
    expect(resolvePolicy(profileForTask(profile(), [kept]), 'team.minInspectors').layer).toBe('law');
  });

  test('falls away again when the task is told to follow the bureau, by the same two people', () => {
    const later = instantOf(Date.parse('2022-04-02T01:00:00Z'));
    const standing = facts({ overrides: [approved()] });
    const asked = proposeTaskRule(standing, { ...three({ rules: {} }), id: 'o2' as PolicyOverrideId }, heShu, later);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const answered = approveTaskRule(standing, asked.value.override, lvShen, later);
    if (!answered.ok) throw new Error(answered.refusal.code);
    const back = evolveTaskRule(asked.value.override, answered.value);
    expect(resolvePolicy(profileForTask(profile(), [approved(), back]), 'team.minInspectors').value).toBe(2);
  });

  test('comes too late once somebody prepares the draw', () => {
    expect(checkTaskRule(facts({ undrawn: false }), three())).toEqual(refuse({ code: 'task-rule-too-late' }));
    expect(approveTaskRule(facts({ undrawn: false }), proposed(), lvShen, at)).toEqual(
      refuse({ code: 'task-rule-too-late' }),
    );
  });

  test('is not asked twice for one rule while the first waits, nor where it says nothing new', () => {
    const again = { ...three(), id: 'o2' as PolicyOverrideId };
    expect(proposeTaskRule(facts({ overrides: [proposed()] }), again, lvShen, at)).toEqual(
      refuse({ code: 'task-rule-waiting', key: 'team.minInspectors', name: '何书' }),
    );
    expect(checkTaskRule(facts({ overrides: [approved()] }), three())).toEqual(
      refuse({ code: 'task-rule-says-nothing', key: 'team.minInspectors' }),
    );
  });

  test('never goes below the law or the province, and is refused instead of passed over', () => {
    const one = three({ rules: { 'team.minInspectors': { value: 1, clause } } });
    expect(checkTaskRule(facts(), one)).toEqual(
      refuse({ code: 'task-rule-below-floor', key: 'team.minInspectors', why: 'laxer-than-law' }),
    );
    const province = profile({}, { 'team.minInspectors': { value: 4, clause } });
    expect(checkTaskRule(facts({ profile: province }), three())).toEqual(
      refuse({ code: 'task-rule-below-floor', key: 'team.minInspectors', why: 'laxer-than-province' }),
    );
    expect(checkTaskRule(facts(), three({ reason: ' ' }))).toEqual(
      refuse({ code: 'task-rule-below-floor', key: 'team.minInspectors', why: 'without-reason' }),
    );
  });

  test('is for the rules of a draw and its teams only: what must be one for the whole bureau stays so', () => {
    const terms = { key: 'terms', rules: {} } as const;
    expect(checkTaskRule(facts(), three(terms))).toEqual(refuse({ code: 'task-rule-not-for-tasks', key: 'terms' }));
    expect(policyKeys.filter(isTaskKey)).toHaveLength(taskKeys.length);
    for (const key of ['inspector.eligibility', 'recusal.covers', 'sectors', 'result.categories'] as const) {
      expect(isTaskKey(key), key).toBe(false);
    }
  });
});

describe('N-19: the province’s caps of checks bind the bureau and the task', () => {
  const cap = (times: number, sectors: readonly string[] = [], grade: 'A' | null = null) => ({ sectors, grade, times });

  test('a cap is within another when no object of any sector and grade may be checked more often', () => {
    expect(capsWithin([cap(2)], [cap(2)])).toBe(true);
    expect(capsWithin([cap(1, ['coal']), cap(2)], [cap(2)])).toBe(true);
    expect(capsWithin([cap(3)], [cap(2)])).toBe(false);
    expect(capsWithin([], [cap(2)])).toBe(false);
    expect(capsWithin([cap(2, ['coal'])], [cap(2)])).toBe(false);
    expect(capsWithin([cap(4, ['coal'], 'A'), cap(2)], [cap(2)])).toBe(false);
    expect(capsWithin([cap(9)], [])).toBe(true);
  });

  test('a task may lower a cap, not raise it', () => {
    const bound = profile({}, { 'frequency.cap': { value: [cap(2)], clause } });
    const to = (times: number) =>
      three({ key: 'frequency.cap', rules: { 'frequency.cap': { value: [cap(times)], clause } } });
    expect(checkTaskRule(facts({ profile: bound }), to(1))).toEqual(ok(null));
    expect(checkTaskRule(facts({ profile: bound }), to(3))).toMatchObject({
      refusal: { code: 'task-rule-below-floor', why: 'laxer-than-province' },
    });
  });
});
