import type { PlanId, PlanRefusal } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { planStatus } from './plan-view.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'plan';
const planId = idOf<PlanId>();
const saved = z.object({ planId, version: z.number().int() });
const reason = z.string().trim().min(1, '请写明理由').max(500);

/** The year's plan (no. 0) or one of its amendments. */
export const planVersionRow = z.object({
  id: planId,
  no: z.number().int(),
  status: planStatus,
  documentNo: z.string().nullable(),
  reason: z.string().nullable(),
  /** The day from which it counts; null while nobody has approved it. */
  from: calendarDate.nullable(),
  inForce: z.boolean(),
});
export type PlanVersionRow = z.infer<typeof planVersionRow>;

const fieldDifference = z.object({ field: z.string(), from: z.string(), to: z.string() });

export const planDifferenceView = z.object({
  head: z.array(fieldDifference),
  rows: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed']),
      rowId: z.string(),
      no: z.number().int(),
      name: z.string(),
      fields: z.array(fieldDifference),
      sentence: z.string(),
    }),
  ),
  totals: z.object({ from: z.number().int(), to: z.number().int() }),
});
export type PlanDifferenceView = z.infer<typeof planDifferenceView>;

/** One state of the plan that can be laid beside another: a submitted draft, or a version as it stands now. */
const comparable = z.object({
  planId,
  /** The saved version; null: as it stands now. */
  at: z.number().int().nullable(),
  title: z.string(),
  savedAt: instant,
});

export const planVersionRoutes = {
  amendPlan: command({
    noun,
    name: 'amend-plan',
    summary: '从已批准的计划开始一次修订',
    input: z.strictObject({ planId, version, reason, effectiveOn: calendarDate }),
    reply: saved,
  }),
  updateAmendment: command({
    noun,
    name: 'update-amendment',
    summary: '修改修订的理由和施行日期',
    input: z.strictObject({ planId, version, reason, effectiveOn: calendarDate }),
    reply: saved,
  }),
  comparePlans: query({
    noun,
    name: 'compare-plans',
    summary: '对照一年计划的两个版本',
    input: z.object({
      planId,
      at: z.coerce.number().int().min(1).optional(),
      withPlan: planId,
      withAt: z.coerce.number().int().min(1).optional(),
    }),
    reply: z.object({
      before: comparable,
      after: comparable,
      difference: planDifferenceView,
      /** Every state that can be chosen, the latest first. */
      choices: z.array(comparable),
    }),
  }),
} as const;

type VersionRefusal = Extract<
  PlanRefusal,
  {
    readonly code:
      | 'plan-already-amended'
      | 'plan-not-an-amendment'
      | 'plan-effective-in-past'
      | 'plan-amendment-changes-nothing'
      | 'plan-row-under-way';
  }
>;

export const planVersionRefusals = {
  'plan-already-amended': {
    status: 409,
    message: (refusal) =>
      `没有开始修订：第${refusal.no}次修订${refusal.status}，一次只办一份。请在那一份上修改，或办完再开始。`,
  },
  'plan-not-an-amendment': {
    status: 409,
    message: '没有办理：这是本年度第一份计划，不是修订，没有修订理由、施行日期和调整通知。',
  },
  'plan-effective-in-past': {
    status: 422,
    message: (refusal) => `没有保存：施行日期早于今天（${refusal.today}）。修订从今天或以后起施行。`,
  },
  'plan-amendment-changes-nothing': {
    status: 422,
    message: '没有提交：修订后的各项任务与现行计划相同。请先改任务，再提交。',
  },
  'plan-row-under-way': {
    status: 409,
    message: (refusal) =>
      `没有办理：任务「${refusal.task}」${refusal.status}，${refusal.what}不能再删去或缩小。请恢复原来的安排；确要取消的，先作废那次抽签。`,
  },
} satisfies RefusalTable<VersionRefusal>;
