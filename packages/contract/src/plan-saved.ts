import type { ItemId, PersonId, PlanConstraint, PlanFacts, PlanId } from '@mingchou/domain';
import { z } from 'zod';
import { idOf } from './id.ts';
import { planRowView } from './plan-view.ts';
import { dayCount, fraction, policyProfile, ruleClause } from './policy.ts';
import { calendarDate, instant } from './time.ts';

const line = z.string().max(500);
const count = z.number().int().min(0).max(10_000_000);
const operator = z.enum(['=', '>=']);

/** What the plan's own words promise. */
const constraintRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('declared-base'),
    total: count,
    sectors: z
      .array(z.strictObject({ sector: line, count }))
      .max(200)
      .readonly(),
  }),
  z.strictObject({ kind: z.literal('min-inspectors'), count }),
  z.strictObject({ kind: z.literal('key-coverage'), of: z.enum(['key-sectors', 'priority-subjects']) }),
  z.strictObject({
    kind: z.literal('frequency'),
    applies: z.enum(['all', 'key-sectors', 'priority-subjects', 'planned']),
    operator,
    times: count,
  }),
  z.strictObject({ kind: z.literal('no-repeat'), exceptKeySectors: z.boolean() }),
  z.strictObject({
    kind: z.literal('selection-kinds'),
    kinds: z.array(z.enum(['targeted', 'nonTargeted'])).readonly(),
  }),
  z.strictObject({ kind: z.literal('disclosure-deadline'), length: dayCount }),
  z.strictObject({ kind: z.literal('target-count'), label: line, count }),
  z.strictObject({ kind: z.literal('joint-share'), share: fraction }),
  z.strictObject({ kind: z.literal('draws-per-year'), operator, times: count }),
  z.strictObject({ kind: z.literal('key-share'), share: fraction }),
  z.strictObject({ kind: z.literal('own-tasks-until'), month: count.max(12), day: count.max(31) }),
]) satisfies z.ZodType<PlanConstraint['rule']>;

const savedItem = z.strictObject({
  id: idOf<ItemId>(),
  title: line,
  published: z.boolean(),
  sectors: z.array(line).max(200),
  outdatedBases: z
    .array(
      z.strictObject({
        text: line,
        kind: z.enum(['repealed', 'superseded']),
        instead: z.string().max(2000).nullable(),
        detail: z.string().max(2000),
      }),
    )
    .optional(),
});

/** 计划文件: a plan with all it is judged by, so that the checker reads it without the system it came from. Holds no person. */
export const savedPlan = z.strictObject({
  format: z.literal('mingchou-plan/1'),
  bureau: line,
  savedAt: instant,
  plan: z.strictObject({
    id: idOf<PlanId>(),
    /** The version that the screen showed when it was saved. */
    version: z.number().int().min(1),
    year: z.number().int().min(2000).max(2100),
    edition: z.number().int().min(1),
    status: line,
    title: line,
    documentNo: line.nullable(),
    issuedOn: calendarDate.nullable(),
    addressees: line,
    upstream: z.array(line).max(50),
    rows: z.array(planRowView.strict()).max(2000),
    constraints: z.array(z.strictObject({ key: line, clause: ruleClause, rule: constraintRule })).max(200),
    dismissals: z
      .array(
        z.strictObject({
          finding: z.string().max(2000),
          reason: z.string().max(2000),
          saying: z.string().max(100_000).nullable(),
          edition: z.number().int().nullable(),
          at: instant,
        }),
      )
      .max(2000),
  }),
  policy: policyProfile,
  baseCounts: z.array(z.strictObject({ sector: line, level: z.enum(['priority', 'ordinary']), count })).max(1000),
  items: z.array(savedItem).max(5000),
});
export type SavedPlan = z.infer<typeof savedPlan>;

/** The file of a plan as it stands. */
export function savePlanAs(
  { plan, policy, baseCounts, items }: PlanFacts,
  about: { readonly status: string; readonly version: number; readonly savedAt: z.infer<typeof instant> },
): SavedPlan {
  return {
    format: 'mingchou-plan/1',
    bureau: policy.bureau,
    savedAt: about.savedAt,
    plan: {
      id: plan.id,
      version: about.version,
      year: plan.year,
      edition: plan.edition,
      status: about.status,
      title: plan.title,
      documentNo: plan.documentNo,
      issuedOn: plan.issuedOn,
      addressees: plan.addressees,
      upstream: [...plan.upstream],
      rows: plan.rows.map(({ carried: _carried, ...row }) => ({
        ...row,
        items: row.items.map((item) => ({ ...item })),
        sectors: [...row.sectors],
        partners: [...row.partners],
      })),
      constraints: [...plan.constraints],
      dismissals: plan.dismissals.map(({ finding, reason, at, saying = null, edition = null }) => ({
        ...{ finding, reason, at, saying, edition },
      })),
    },
    policy,
    baseCounts: [...baseCounts],
    items: items.map(({ id, title, published, sectors, outdatedBases = [] }) => ({
      ...{ id, title, published, sectors: [...sectors] },
      outdatedBases: outdatedBases.map(({ text, kind, instead, detail }) => ({ text, kind, instead, detail })),
    })),
  };
}

/** What the checker needs of a saved plan. Who wrote it and who kept what is not in the file. */
export function factsOfSaved({ plan, policy, baseCounts, items, savedAt }: SavedPlan): PlanFacts {
  const { status: _status, version: _version, ...body } = plan;
  const nobody = { personId: plan.id as string as PersonId, name: '', at: savedAt };
  const dismissals = plan.dismissals.map(({ saying, edition, ...kept }) => ({
    ...kept,
    by: '',
    saying: saying ?? undefined,
    edition: edition ?? undefined,
  }));
  const known = items.map(({ outdatedBases = [], ...item }) => ({ ...item, outdatedBases }));
  return { plan: { ...body, dismissals, createdBy: nobody }, policy, baseCounts, items: known };
}
