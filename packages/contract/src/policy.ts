import type {
  PolicyChangeId,
  PolicyKey,
  PolicyOverrideId,
  PolicyProposalId,
  PolicyProfile,
  PolicyRules,
  PolicyValues,
  Rule,
  TaskId,
} from '@mingchou/domain';
import { frequencyPeriods, policyKeys, ratioBases, roles, roundings, sourceKinds } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const text = z.string().trim().min(1).max(500);
const count = z.number().int().min(0).max(1_000_000);

export const ruleClause = z.strictObject({
  source: text,
  place: z.string().trim().max(200),
  text: z.string().max(2000).exactOptional(),
  verified: z.boolean(),
});

export const dayCount = z.strictObject({ n: z.number().int().min(1).max(3660), unit: z.enum(['workday', 'calendar']) });

export const fraction = z
  .strictObject({ n: count, d: z.number().int().min(1).max(1_000_000) })
  .refine((share) => share.n <= share.d, '比例不能超过100%');

const frequency = z.strictObject({
  operator: z.enum(['=', '>=']),
  times: z.number().int().min(1).max(366),
  per: z.enum(frequencyPeriods),
});

/** 抽查比例及频次 as structure. */
export const ratio = z.strictObject({
  operator: z.enum(['=', '>=']),
  base: z.enum(ratioBases),
  value: z.union([fraction, z.strictObject({ count: z.number().int().min(1).max(1_000_000) })]),
  rounding: z.enum(roundings),
  frequency: frequency.nullable(),
});

const sector = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: text,
  short: text,
  key: z.boolean(),
});
const selection = z.enum(['targeted', 'nonTargeted']);

type Schemas = { readonly [K in PolicyKey]: z.ZodType<PolicyValues[K]> };

/** The shape of every key's value. */
export const policyValueSchemas: Schemas = {
  'disclosure.normal.deadline': dayCount,
  'disclosure.normal.startEvent': z.enum(['inspection-finished', 'result-produced', 'information-formed']),
  'disclosure.problem.deadline': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same-as-normal') }),
    z.strictObject({ kind: z.literal('after-disposal'), length: dayCount.nullable() }),
  ]),
  'disclosure.channels': z
    .array(z.strictObject({ code: text, label: text, deadline: dayCount.nullable(), place: z.string().nullable() }))
    .min(1),
  'disclosure.publisher': z.enum(['enforcer', 'inspector', 'section', 'legal-section']),
  'draw.platform': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own') }),
    z.strictObject({ kind: z.literal('external'), name: text }),
    z.strictObject({ kind: z.literal('either') }),
  ]),
  'draw.operatorRole': z.enum(roles),
  'draw.type': z.array(selection).min(1),
  'draw.sources': z.strictObject({
    diceDigits: z.number().int().min(20).max(100),
    witnesses: z.number().int().min(1).max(9),
    allowed: z.array(z.enum(sourceKinds)).min(1).optional(),
  }),
  'draw.reserve': z.union([
    z.strictObject({ count }),
    z.strictObject({ ratio: fraction, rounding: z.enum(roundings) }),
  ]),
  'draw.sealing': z.strictObject({ selections: z.array(selection), unsealWithin: dayCount }),
  'ratio.rule': z.array(z.strictObject({ of: text, ratio })),
  'ratio.base': z.enum([...ratioBases, 'supervision-plan', 'ordinary-units']),
  'ratio.rounding': z.enum(roundings),
  'ratio.ordinaryCeiling': fraction.nullable(),
  'quota.joint': fraction.nullable(),
  'quota.keySharePerDraw': fraction.nullable(),
  'target.count': z.array(z.strictObject({ label: text, count })),
  'frequency.perObject': z.array(
    z.strictObject({
      counts: z.enum(['inspections-per-subject', 'draws-per-year']),
      applies: z.enum(['all', 'key-sectors', 'priority-subjects', 'planned']),
      operator: z.enum(['=', '>=']),
      times: z.number().int().min(1).max(366),
    }),
  ),
  'coverage.key': z.enum(['none', 'key-sectors', 'priority-subjects']),
  'priority.rules': z.array(
    z.strictObject({
      kind: z.enum(['accident', 'penalty', 'complaint']),
      times: z.number().int().min(1).max(100),
      months: z.number().int().min(1).max(120),
    }),
  ),
  'registry.approval': z.enum(['none', 'section-chiefs', 'everyone']),
  'exclusion.rule': z.enum(['none', 'drawn-in-round', 'drawn-in-year', 'frequency-reached', 'avoid-repeats']),
  'exclusion.openTask': z.enum(['stay', 'leave']),
  'frequency.cap': z.array(
    z.strictObject({
      sectors: z.array(z.string().max(40)),
      grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
      times: z.number().int().min(1).max(366),
    }),
  ),
  'team.minInspectors': z.number().int().min(1).max(20),
  'inspector.eligibility': z.strictObject({
    certificate: z.literal(true),
    employment: z.enum(['any', 'formal']),
    sectorMatch: z.boolean(),
  }),
  'recusal.decider': z.enum(['head', 'deputyDirector']),
  'recusal.covers': z.array(z.enum(['inspector', 'expert'])),
  'legalReview.scope': z.array(z.enum(['plan', 'draw', 'record', 'penalty', 'disclosure', 'major-decision'])),
  'archive.handover': z.enum(['none', 'legal-section', 'trace-kept']),
  'deadline.ownTasks': z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('month-day'),
      month: z.number().int().min(1).max(12),
      day: z.number().int().min(1).max(31),
    }),
    z.strictObject({ kind: z.literal('row-window') }),
    z.strictObject({ kind: z.literal('year-end') }),
  ]),
  'deadline.rollOver': z.boolean(),
  'result.categories': z.array(z.strictObject({ code: text, label: text, finding: z.boolean() })).min(1),
  sectors: z.array(sector),
  terms: z.strictObject({
    section: text,
    legalSection: text,
    sectionChief: text,
    subject: text,
    inspector: text,
    deputyDirector: text,
  }),
  'budget.kinds': z
    .array(
      z.strictObject({
        side: z.enum(['otherEnforcement', 'nonEnforcement']),
        label: text,
        words: z.array(z.string().trim().min(1).max(40)).max(20),
      }),
    )
    .min(1),
  'budget.enforcementShare': fraction.nullable(),
  'budget.keyShare': fraction.nullable(),
  'plan.genre': z.enum([
    'item-list-and-two-plans',
    'eight-column-table',
    'ten-column-table',
    'eleven-column-table',
    'procedure',
    'standing-rule',
    'workday-budget',
  ]),
  'plan.governmentApproval': z.enum(['needed', 'not-needed']),
  'plan.filing': z.strictObject({ with: text, within: dayCount.nullable() }).nullable(),
};

type RuleSchemas = { readonly [K in PolicyKey]: z.ZodType<Rule<PolicyValues[K]>> };

function ruleSchemas(): RuleSchemas {
  const entries = Object.entries(policyValueSchemas).map(([key, value]) => [
    key,
    z.strictObject({ value, clause: ruleClause }),
  ]);
  return Object.fromEntries(entries) as RuleSchemas;
}

const ruleOf = ruleSchemas();
const rules = z.strictObject(ruleOf).partial() as unknown as z.ZodType<PolicyRules>;

/** One bureau's rules as they travel and as `samples/policies/*.json` holds them. */
export const policyProfile = z.strictObject({
  bureau: text,
  effectiveOn: calendarDate,
  province: rules,
  own: rules,
}) as unknown as z.ZodType<PolicyProfile>;

/** What a stored or uploaded profile says and this release cannot read, by layer: 「本局 disclosure.sms」. */
export interface ReadProfile {
  readonly profile: PolicyProfile;
  readonly unread: readonly string[];
}

/**
 * Reads a stored profile. A key that this release does not know, or a value it cannot read, is left out and named: the
 * higher layer counts for it, and the bureau keeps working after a step back to an earlier release.
 */
export function readPolicyProfile(stored: unknown): ReadProfile {
  const head = storedProfile.parse(stored);
  const [province, own] = [readableRules(head.province), readableRules(head.own)];
  const unread = [...province.unread.map((key) => `省级 ${key}`), ...own.unread.map((key) => `本局 ${key}`)];
  const profile = policyProfile.parse({ ...head, province: province.rules, own: own.rules });
  return { profile, unread };
}

const storedProfile = z.object({
  bureau: z.string(),
  effectiveOn: z.string(),
  province: z.record(z.string(), z.unknown()),
  own: z.record(z.string(), z.unknown()),
});

function readableRules(stored: Readonly<Record<string, unknown>>) {
  const schemas: Readonly<Record<string, z.ZodType>> = ruleOf;
  const readable = Object.entries(stored).filter(([key, rule]) => schemas[key]?.safeParse(rule).success === true);
  const kept = new Set(readable.map(([key]) => key));
  return { rules: Object.fromEntries(readable), unread: Object.keys(stored).filter((key) => !kept.has(key)) };
}

/** One key as the page of rules shows it: the value that counts, where it stands and what was overruled. */
export const policyRow = z.object({
  key: z.string(),
  value: z.unknown(),
  clause: ruleClause,
  layer: z.enum(['default', 'law', 'province', 'bureau', 'task']),
});

export const currentPolicy = z.object({
  version: z.number().int(),
  /** The last version adopted, which may count from a later day. */
  latest: z.number().int(),
  /** Keys of the stored version that this release cannot read. */
  unread: z.array(z.string()),
  adoptedAt: instant,
  adoptedBy: z.string(),
  profile: policyProfile,
});

/** A day of the calendar page: whether it is one of work, and which festival moved it. */
export const calendarDay = z.object({
  date: calendarDate,
  workday: z.boolean(),
  reason: z.enum(['ordinary-workday', 'make-up-workday', 'weekend', 'festival']),
  festival: z.string().nullable(),
  provisional: z.boolean(),
});

export const calendarYear = z.object({
  year: z.number().int(),
  legalWorkdays: z.number().int(),
  provisional: z.boolean(),
  notices: z.array(z.object({ title: z.string(), address: z.string() })),
  days: z.array(calendarDay),
});

const layer = z.enum(['own', 'province']);
const keyName = z.enum(policyKeys as [PolicyKey, ...PolicyKey[]]);
const reason = z.string().trim().min(1).max(500);

/** A change of one key: the rule stands under its key, or nothing where the layer shall fall silent. */
const keyChange = z
  .strictObject({ layer, key: keyName, rules, effectiveOn: calendarDate })
  .refine((change) => Object.keys(change.rules).every((key) => key === change.key), '只能改这一项');

const signed = z.object({ name: z.string(), at: instant });

export const policyChangeView = z.object({
  id: idOf<PolicyChangeId>(),
  version: z.number().int(),
  layer,
  key: keyName,
  rules,
  effectiveOn: calendarDate,
  reason: z.string(),
  status: z.enum(['waiting', 'approved', 'declined']),
  proposed: signed,
  mine: z.boolean(),
  decided: signed.extend({ reason: z.string().nullable() }).nullable(),
});
export type PolicyChangeView = z.output<typeof policyChangeView>;

/** One version of the history, with its whole profile. */
export const policyVersionView = z.object({
  version: z.number().int(),
  adoptedAt: instant,
  adoptedBy: z.string(),
  profile: policyProfile,
  unread: z.array(z.string()),
});
export type PolicyVersionView = z.output<typeof policyVersionView>;

const ruleChangeText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: '不是规则' });
      return z.NEVER;
    }
  })
  .pipe(keyChange);

/** What a change would do to one kind of open work: how many, and which. */
export const policyImpact = z.object({
  kind: z.enum(['plan', 'draw', 'inspection', 'disclosure', 'task']),
  /** How many are open at all. */
  open: z.number().int(),
  rows: z.array(z.object({ name: z.string(), before: z.string(), after: z.string() })),
});
export type PolicyImpact = z.output<typeof policyImpact>;

/** 本任务另定: what one task does otherwise than the bureau's rules. */
export const taskRuleView = z.object({
  id: idOf<PolicyOverrideId>(),
  version: z.number().int(),
  key: keyName,
  rules,
  reason: z.string(),
  status: z.enum(['waiting', 'approved', 'declined']),
  proposed: signed,
  mine: z.boolean(),
  decided: signed.extend({ reason: z.string().nullable() }).nullable(),
});
export type TaskRuleView = z.output<typeof taskRuleView>;

/** 整份规则 that waits for, or has had, another person's answer. */
export const profileProposalView = z.object({
  id: idOf<PolicyProposalId>(),
  version: z.number().int(),
  basis: z.number().int(),
  profile: policyProfile,
  reason: z.string(),
  status: z.enum(['waiting', 'approved', 'declined']),
  proposed: signed,
  mine: z.boolean(),
  decided: signed.extend({ reason: z.string().nullable() }).nullable(),
});
export type ProfileProposalView = z.output<typeof profileProposalView>;

const proposalOf = { id: idOf<PolicyProposalId>(), version: z.number().int() };
const overrideOf = { id: idOf<PolicyOverrideId>(), version: z.number().int() };

export const policyRoutes = {
  proposeTaskRule: command({
    noun: 'policy',
    name: 'propose-task-rule',
    summary: '提出本任务另定一项规则，另一人批准后算数',
    input: z
      .strictObject({ taskId: idOf<TaskId>(), key: keyName, rules, reason })
      .refine((input) => Object.keys(input.rules).every((key) => key === input.key), '只能另定这一项'),
    reply: z.object(overrideOf),
  }),
  approveTaskRule: command({
    noun: 'policy',
    name: 'approve-task-rule',
    summary: '批准本任务另定',
    input: z.strictObject(overrideOf),
    reply: z.object(overrideOf),
  }),
  declineTaskRule: command({
    noun: 'policy',
    name: 'decline-task-rule',
    summary: '不批准或撤回本任务另定，写明理由',
    input: z.strictObject({ ...overrideOf, reason }),
    reply: z.object(overrideOf),
  }),
  taskRules: query({
    noun: 'policy',
    name: 'task-rules',
    summary: '一项任务适用的规则和另定的规则',
    input: z.object({ taskId: idOf<TaskId>() }),
    reply: z.object({
      taskId: idOf<TaskId>(),
      name: z.string(),
      /** Whether a rule may still be set otherwise: no draw has begun. */
      undrawn: z.boolean(),
      profile: policyProfile,
      rules: z.array(taskRuleView),
    }),
  }),
  proposePolicyChange: command({
    noun: 'policy',
    name: 'propose-policy-change',
    summary: '提出一项规则变更，另一人批准后生效',
    input: z.strictObject({ change: keyChange, reason }),
    reply: z.object({ id: idOf<PolicyChangeId>(), version: z.number().int() }),
  }),
  approvePolicyChange: command({
    noun: 'policy',
    name: 'approve-policy-change',
    summary: '批准一项规则变更',
    input: z.strictObject({ id: idOf<PolicyChangeId>(), version: z.number().int() }),
    reply: z.object({ id: idOf<PolicyChangeId>(), version: z.number().int() }),
  }),
  declinePolicyChange: command({
    noun: 'policy',
    name: 'decline-policy-change',
    summary: '不批准一项规则变更，写明理由',
    input: z.strictObject({ id: idOf<PolicyChangeId>(), version: z.number().int(), reason }),
    reply: z.object({ id: idOf<PolicyChangeId>(), version: z.number().int() }),
  }),
  policyHistory: query({
    noun: 'policy',
    name: 'policy-history',
    summary: '本局规则的各版和规则变更',
    input: z.object({}),
    reply: z.object({
      today: calendarDate,
      inForce: z.number().int().nullable(),
      versions: z.array(policyVersionView),
      changes: z.array(policyChangeView),
      proposals: z.array(profileProposalView),
    }),
  }),
  listSamplePolicies: query({
    noun: 'policy',
    name: 'list-sample-policies',
    summary: '随系统提供的各局规则样例，供对照',
    input: z.object({}),
    reply: z.object({ profiles: z.array(policyProfile) }),
  }),
  previewPolicyChange: query({
    noun: 'policy',
    name: 'preview-policy-change',
    summary: '规则变更会改动哪些正在办的事',
    input: z.object({ change: ruleChangeText }),
    reply: z.object({ impacts: z.array(policyImpact) }),
  }),
  proposeProfile: command({
    noun: 'policy',
    name: 'propose-profile',
    summary: '提出换一份本局规则，另一人批准后采用',
    input: z.strictObject({ version: z.number().int().min(1), profile: policyProfile, reason }),
    reply: z.object(proposalOf),
  }),
  approveProfile: command({
    noun: 'policy',
    name: 'approve-profile',
    summary: '批准一份本局规则',
    input: z.strictObject(proposalOf),
    reply: z.object({ version: z.number().int() }),
  }),
  declineProfile: command({
    noun: 'policy',
    name: 'decline-profile',
    summary: '不批准或撤回一份本局规则，写明理由',
    input: z.strictObject({ ...proposalOf, reason }),
    reply: z.object(proposalOf),
  }),
  adoptPolicy: command({
    noun: 'policy',
    name: 'adopt-policy',
    summary: '采用第一版本局规则；以后各版须经另一人批准',
    input: z.strictObject({ version: z.number().int().min(0), profile: policyProfile }),
    reply: z.object({ version: z.number().int() }),
  }),
  currentPolicy: query({
    noun: 'policy',
    name: 'current-policy',
    summary: '现行的本局规则，逐项带依据',
    input: z.object({}),
    reply: currentPolicy,
  }),
  calendarYear: query({
    noun: 'policy',
    name: 'calendar-year',
    summary: '一年的工作日历，含调休与来源',
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    reply: calendarYear,
  }),
} as const;
