import type { PolicyKey, PolicyProfile, PolicyRefusal, PolicyValues, Rule } from '@mingchou/domain';
import { ratioBases, roles, roundings, sourceKinds } from '@mingchou/domain';
import { z } from 'zod';
import { policyKeyTitles } from './policy-words.ts';
import type { RefusalTable } from './refusal.ts';
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
  per: z.literal('year'),
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
};

type RuleSchemas = { readonly [K in PolicyKey]: z.ZodType<Rule<PolicyValues[K]>> };

function ruleSchemas(): RuleSchemas {
  const entries = Object.entries(policyValueSchemas).map(([key, value]) => [
    key,
    z.strictObject({ value, clause: ruleClause }),
  ]);
  return Object.fromEntries(entries) as RuleSchemas;
}

const rules = z.strictObject(ruleSchemas()).partial();

/** One bureau's rules as they travel and as `samples/policies/*.json` holds them. */
export const policyProfile = z.strictObject({
  bureau: text,
  effectiveOn: calendarDate,
  province: rules,
  own: rules,
}) as unknown as z.ZodType<PolicyProfile>;

/** One key as the page of rules shows it: the value that counts, where it stands and what was overruled. */
export const policyRow = z.object({
  key: z.string(),
  value: z.unknown(),
  clause: ruleClause,
  layer: z.enum(['default', 'law', 'province', 'bureau', 'task']),
});

export const currentPolicy = z.object({
  version: z.number().int(),
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

export const policyRoutes = {
  adoptPolicy: command({
    noun: 'policy',
    name: 'adopt-policy',
    summary: '采用一版本局规则',
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

const whyTexts = {
  'laxer-than-law': '低于法律规定',
  'laxer-than-province': '宽于省级规定',
  'without-reason': '没有写理由',
} as const;

export const policyRefusals = {
  'policy-below-floor': {
    status: 422,
    message: (refusal) =>
      `规则没有采用：「${policyKeyTitles[refusal.key]}」${whyTexts[refusal.why]}。请改到规定之内再采用。`,
  },
  'policy-without-sectors': { status: 422, message: '规则没有采用：没有行业类别。请至少列出一个。' },
  'policy-older': {
    status: 409,
    message: (refusal) => `规则没有采用：生效日${refusal.effectiveOn}早于现行规则的${refusal.current}。请核对生效日。`,
  },
  'policy-stale': {
    status: 409,
    message: (refusal) => `规则没有采用：${refusal.changedBy}刚采用了新的一版。请对照后再采用。`,
  },
  'policy-not-adopted': { status: 404, message: '还没有本局规则。请先由管理员采用一版规则。' },
} satisfies RefusalTable<PolicyRefusal>;
