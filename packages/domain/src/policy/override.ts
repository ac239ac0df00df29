import type { Actor } from '../account/actor.ts';
import type { PersonId, PolicyOverrideId, TaskId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../time.ts';
import type { PolicyRefusal } from './adopt.ts';
import { sameData } from './difference.ts';
import type { PolicyProfile, PolicyRules, TaskProfile, TaskRules } from './profile.ts';
import { resolvePolicy } from './resolve.ts';
import type { PolicyKey } from './values.ts';

/** The rules that one task may set otherwise: those by which its draw is made and its teams are built. */
export const taskKeys = [
  'team.minInspectors',
  'exclusion.rule',
  'exclusion.openTask',
  'frequency.perObject',
  'frequency.cap',
  'quota.keySharePerDraw',
  'ratio.rounding',
  'draw.reserve',
  'draw.sources',
  'draw.sealing',
  'draw.platform',
  'draw.operatorRole',
  'recusal.decider',
] as const satisfies readonly PolicyKey[];

/** Whether a task may set the rule otherwise at all. */
export function isTaskKey(key: PolicyKey): boolean {
  return taskKeys.some((one) => one === key);
}

/** What one task is to do otherwise: the rule under its key, or nothing where the bureau's rule shall count again. */
export interface TaskRuleChange {
  readonly taskId: TaskId;
  readonly key: PolicyKey;
  readonly rules: PolicyRules;
  readonly reason: string;
}

/** 本任务另定 — proposed by one person, in force after another has approved it. */
export interface PolicyOverride extends TaskRuleChange {
  readonly id: PolicyOverrideId;
  readonly proposed: { readonly personId: PersonId; readonly name: string; readonly at: Instant };
  readonly status: 'waiting' | 'approved' | 'declined';
  readonly decided: { readonly name: string; readonly at: Instant; readonly reason: string | null } | null;
  readonly version: number;
}

export interface TaskRuleProposed {
  readonly type: 'task-rule-proposed';
  readonly override: PolicyOverride;
}

export interface TaskRuleDecided {
  readonly type: 'task-rule-approved' | 'task-rule-declined';
  readonly overrideId: PolicyOverrideId;
  readonly taskId: TaskId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Instant;
  readonly reason: string | null;
}

type Decided = Pick<PolicyOverride, 'key' | 'rules' | 'reason' | 'status'> & {
  readonly decided: { readonly at: Instant } | null;
};

/** The bureau's rules as they count for a task, with what was approved for it; of one key the last approval counts. */
export function profileForTask(profile: PolicyProfile, overrides: readonly Decided[]): TaskProfile {
  const approved = overrides.filter(({ status }) => status === 'approved');
  const inOrder = [...approved].sort((a, b) => ((a.decided?.at ?? '') < (b.decided?.at ?? '') ? -1 : 1));
  return { ...profile, task: inOrder.reduce<TaskRules>(withRule, {}) };
}

function withRule(
  rules: TaskRules,
  { key, rules: given, reason }: Pick<TaskRuleChange, 'key' | 'rules' | 'reason'>,
): TaskRules {
  const rule = given[key];
  const others: TaskRules = Object.fromEntries(Object.entries(rules).filter(([name]) => name !== key));
  return rule === undefined ? others : { ...others, [key]: { ...rule, reason } };
}

/** What the proposing, and again the approving, is judged by. */
export interface TaskRuleFacts {
  readonly profile: PolicyProfile;
  /** Everything asked for this task so far. */
  readonly overrides: readonly PolicyOverride[];
  /** Whether nobody has begun to prepare the task's draw. */
  readonly undrawn: boolean;
}

/** Whether a task may do so: the rule is one of its own, says something new and keeps every floor, and no draw has begun. */
export function checkTaskRule(facts: TaskRuleFacts, change: TaskRuleChange): Result<null, PolicyRefusal> {
  const { key } = change;
  if (!facts.undrawn) return refuse({ code: 'task-rule-too-late' });
  if (!isTaskKey(key)) return refuse({ code: 'task-rule-not-for-tasks', key });
  const now = profileForTask(facts.profile, facts.overrides);
  const next = { ...now, task: withRule(now.task, change) };
  const broken = resolvePolicy(next, key).overruled.find(({ layer }) => layer === 'task');
  if (broken !== undefined) return refuse({ code: 'task-rule-below-floor', key, why: broken.why });
  if (sameData(resolvePolicy(now, key).value, resolvePolicy(next, key).value)) {
    return refuse({ code: 'task-rule-says-nothing', key });
  }
  return ok(null);
}

/** 提出本任务另定 */
export function proposeTaskRule(
  facts: TaskRuleFacts,
  given: TaskRuleChange & { readonly id: PolicyOverrideId },
  actor: Actor,
  at: Instant,
): Result<TaskRuleProposed, PolicyRefusal> {
  const checked = checkTaskRule(facts, given);
  if (!checked.ok) return checked;
  const waiting = facts.overrides.find(({ status, key }) => status === 'waiting' && key === given.key);
  if (waiting !== undefined) {
    return refuse({ code: 'task-rule-waiting', key: given.key, name: waiting.proposed.name });
  }
  const proposed = { personId: actor.personId, name: actor.name, at };
  return ok({
    type: 'task-rule-proposed',
    override: { ...given, proposed, status: 'waiting', decided: null, version: 1 },
  });
}

/** 批准本任务另定: by somebody else, and held against the rules as they now stand. */
export function approveTaskRule(
  facts: TaskRuleFacts,
  override: PolicyOverride,
  actor: Actor,
  at: Instant,
): Result<TaskRuleDecided, PolicyRefusal> {
  if (override.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  if (override.proposed.personId === actor.personId) return refuse({ code: 'policy-change-own', name: actor.name });
  const checked = checkTaskRule(facts, override);
  if (!checked.ok) return checked;
  return ok({ type: 'task-rule-approved', ...about(override, actor, at), reason: null });
}

/** 不批准本任务另定, with a reason. The proposer may take his own back this way. */
export function declineTaskRule(
  override: PolicyOverride,
  actor: Actor,
  at: Instant,
  reason: string,
): Result<TaskRuleDecided, PolicyRefusal> {
  if (override.status !== 'waiting') return refuse({ code: 'policy-change-decided' });
  return ok({ type: 'task-rule-declined', ...about(override, actor, at), reason: reason.trim() });
}

export function evolveTaskRule(override: PolicyOverride, event: TaskRuleDecided): PolicyOverride {
  const { name, at, reason } = event;
  const status = event.type === 'task-rule-approved' ? 'approved' : 'declined';
  return { ...override, status, decided: { name, at, reason }, version: override.version + 1 };
}

function about({ id, taskId }: PolicyOverride, { personId, name }: Actor, at: Instant) {
  return { overrideId: id, taskId, by: personId, name, at };
}
