import type { ItemId, PlanId, PlanRefusal, PlanRowId } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { planApprovalRefusals, planApprovalRoutes, planApprovalView } from './plan-approval.ts';
import { planVersionRefusals, planVersionRoutes, planVersionRow } from './plan-version.ts';
import {
  planCheck,
  planFactsView,
  planFormula,
  planImprint,
  rowParticulars,
  planMeterView,
  planSheetView,
  planStatus,
  planView,
} from './plan-view.ts';
import { policyValueSchemas, ratio } from './policy.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'plan';
const planId = idOf<PlanId>();
const rowId = idOf<PlanRowId>();
const line = z.string().trim().min(1, '请填写').max(300);
const reason = z.string().trim().min(1, '请写明理由').max(500);

export const planHead = z.strictObject({
  title: line,
  documentNo: z.string().trim().max(60).nullable(),
  issuedOn: calendarDate.nullable(),
  addressees: z.string().trim().max(200),
  upstream: z.array(line).max(20),
  publicity: z.enum(['published', 'on-request', 'closed']).optional(),
  imprint: planImprint.optional(),
});

/** One row as a person writes it. An item is chosen from the catalogue (`itemId`) or still only words (`null`). */
export const planRowContent = z.strictObject({
  name: line,
  selection: z.enum(['targeted', 'nonTargeted']),
  items: z
    .array(z.strictObject({ itemId: idOf<ItemId>().nullable(), title: line }))
    .min(1, '请至少选一项抽查事项')
    .max(20),
  scope: line,
  sectors: z.array(z.string().min(1).max(60)).min(1, '请至少选一个行业类别').max(50),
  level: z.enum(['all', 'priority', 'ordinary']),
  ratio,
  rounds: z.number().int().min(1).max(12),
  window: z.strictObject({ from: calendarDate, to: calendarDate }),
  initiator: line,
  partners: z.array(line).max(20),
  particulars: rowParticulars.optional(),
});

const edit = z.strictObject({ planId, version });
const saved = z.object({ planId, version: z.number().int() });
const savedRow = saved.extend({ rowId });

export const planRoutes = {
  createPlan: command({
    noun,
    name: 'create-plan',
    summary: '新建一个年度的抽查计划',
    input: z.strictObject({ year: z.number().int().min(2000).max(2100), head: planHead }),
    reply: saved,
  }),
  updatePlan: command({
    noun,
    name: 'update-plan',
    summary: '修改计划的标题、文号、印发日期等',
    input: edit.extend({ head: planHead }),
    reply: saved,
  }),
  addPlanRow: command({
    noun,
    name: 'add-plan-row',
    summary: '在计划表中增加一项任务',
    input: edit.extend({ content: planRowContent }),
    reply: savedRow,
  }),
  updatePlanRow: command({
    noun,
    name: 'update-plan-row',
    summary: '修改计划表中的一项任务',
    input: edit.extend({ rowId, content: planRowContent }),
    reply: savedRow,
  }),
  removePlanRow: command({
    noun,
    name: 'remove-plan-row',
    summary: '从计划表中删去一项任务',
    input: edit.extend({ rowId }),
    reply: saved,
  }),
  mendFinding: command({
    noun,
    name: 'mend-finding',
    summary: '按核对结果给出的办法修改计划',
    input: edit.extend({ finding: z.string().max(200), remedy: z.string().max(200) }),
    reply: saved,
  }),
  dismissFinding: command({
    noun,
    name: 'dismiss-finding',
    summary: '保留一条核对结果并写明理由',
    input: edit.extend({ finding: z.string().max(200), reason }),
    reply: saved,
  }),
  mergeRows: command({
    noun,
    name: 'merge-rows',
    summary: '把查同一批对象的几项任务合并为综合查一次',
    input: edit.extend({ proposal: z.string().max(2000) }),
    reply: saved,
  }),
  dismissMerge: command({
    noun,
    name: 'dismiss-merge',
    summary: '不合并并写明理由',
    input: edit.extend({ proposal: z.string().max(2000), reason }),
    reply: saved,
  }),
  submitPlan: command({ noun, name: 'submit-plan', summary: '提交审批', input: edit, reply: saved }),
  withdrawPlan: command({
    noun,
    name: 'withdraw-plan',
    summary: '撤回已提交的计划',
    input: edit.extend({ reason }),
    reply: saved,
  }),
  reviewPlan: command({
    noun,
    name: 'review-plan',
    summary: '法制审核通过',
    input: edit.extend({ opinion: z.string().trim().max(500) }),
    reply: saved,
  }),
  returnPlan: command({
    noun,
    name: 'return-plan',
    summary: '退回补正',
    input: edit.extend({ reason }),
    reply: saved,
  }),
  approvePlan: command({ noun, name: 'approve-plan', summary: '批准计划', input: edit, reply: saved }),
  publishPlan: command({
    noun,
    name: 'publish-plan',
    summary: '公开计划',
    input: edit,
    reply: saved,
  }),
  ...planApprovalRoutes,
  ...planVersionRoutes,
  listPlans: query({
    noun,
    name: 'list-plans',
    summary: '各年度的抽查计划',
    input: listInput.extend({ year: z.coerce.number().int().optional() }),
    reply: pageOf(
      z.object({
        id: planId,
        year: z.number().int(),
        title: z.string(),
        status: planStatus,
        edition: z.number().int(),
        /** 0: the year's plan itself. */
        amendmentNo: z.number().int(),
        /** Governs the draws of today. */
        inForce: z.boolean(),
        /** Approved and still to be filed: with whom, and by when where a length is written. */
        toFile: z.object({ with: z.string(), last: calendarDate.nullable() }).nullable(),
        rows: z.number().int(),
        count: z.number().int(),
        changedBy: z.string(),
        changedAt: instant,
      }),
    ),
  }),
  showPlan: query({
    noun,
    name: 'show-plan',
    summary: '一份计划：计划表、量尺、正文对照和核对结果',
    input: z.object({ planId }),
    reply: z.object({
      plan: planView,
      facts: planFactsView,
      /** Inspectors who may be drawn today. */
      inspectors: z.number().int(),
      genre: policyValueSchemas['plan.genre'],
      formulas: z.array(planFormula),
      /** The tables of the bureau's own document, cell by cell. */
      sheets: z.array(planSheetView),
      meters: z.array(planMeterView),
      check: planCheck,
      approval: planApprovalView,
      /** The year's plan and its amendments, the latest first. */
      versions: z.array(planVersionRow),
      merges: z.array(
        z.object({ key: z.string(), rows: z.array(z.string()), verdict: z.string(), detail: z.string() }),
      ),
      totals: z.object({
        rows: z.number().int(),
        count: z.number().int(),
        visits: z.number().int(),
        rowBase: z.number().int(),
        registry: z.number().int(),
        halfUp: z.number().int(),
      }),
      roundingClause: z.object({ source: z.string(), place: z.string(), verified: z.boolean() }),
      /** The business date of the registry's state from which the bases are counted. */
      baseOn: calendarDate,
      items: z.array(z.object({ id: idOf<ItemId>(), title: z.string(), published: z.boolean() })),
      sectors: z.array(z.object({ code: z.string(), label: z.string(), count: z.number().int() })),
      history: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
    }),
  }),
  exportPlan: query({
    noun,
    name: 'export-plan',
    summary: '计划文件（JSON）：计划和核对它所依据的规则、底数、事项，供存档和核对',
    input: z.object({ planId }),
    reply: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
  printPlan: query({
    noun,
    name: 'print-plan',
    summary: '打印计划印发稿及附件（PDF或Word）；批准前是草稿',
    input: z.object({
      planId,
      format: z.enum(['pdf', 'docx']),
      /** `amendment`: 关于调整…的通知 instead of the plan as it then reads. */
      paper: z.enum(['plan', 'amendment']).optional(),
    }),
    reply: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
} as const;

export const planRefusals = {
  'plan-not-found': { status: 404, message: '没有这份计划，可能不是本局的。请回到年度抽查计划重新选择。' },
  'plan-row-not-found': { status: 404, message: '没有保存：这项任务已被删去。请刷新计划表。' },
  'plan-year-taken': {
    status: 409,
    message: (refusal) => `没有新建：${refusal.year}年已有计划。请在那一份上修改，或选其他年度。`,
  },
  'plan-not-a-draft': {
    status: 409,
    message: (refusal) => `没有保存：计划${refusal.status}，不能再改。要改请先撤回或退回补正。`,
  },
  'plan-in-other-state': {
    status: 409,
    message: (refusal) => `没有办理：计划现在是「${refusal.status}」，要在「${refusal.needs}」时才能办。请刷新后再看。`,
  },
  'plan-without-rows': { status: 422, message: '没有提交：计划表没有任务。请先增加任务。' },
  'plan-has-findings': {
    status: 422,
    message: (refusal) => `没有提交：还有${refusal.verdicts.length}项要先解决——${refusal.verdicts.join('；')}。`,
  },
  'plan-finding-gone': { status: 409, message: '没有改动：这条核对结果已经不在了。请看最新的核对结果。' },
  'plan-finding-below-floor': {
    status: 422,
    message: (refusal) => `不能保留：「${refusal.verdict}」低于法律底线。请按办法修改。`,
  },
  'plan-remedy-gone': { status: 409, message: '没有改动：这个办法已不适用。请看最新的核对结果。' },
  'plan-merge-gone': { status: 409, message: '没有合并：这条合并建议已不适用。请看最新的合并建议。' },
  'plan-reason-missing': { status: 422, message: '没有办理：没有写理由。请写明理由。' },
  'plan-approver-is-applicant': {
    status: 403,
    message: (refusal) => `不能审批：申请人是您本人（${refusal.name}）。请由另一位{deputyDirector}审批。`,
  },
  'plan-reviewer-is-applicant': {
    status: 403,
    message: (refusal) => `不能审核：提交人是您本人（${refusal.name}）。请由{legalSection}的其他人审核。`,
  },
  'plan-withdrawn-by-other': {
    status: 403,
    message: (refusal) => `没有撤回：计划由${refusal.applicant}提交，只能由本人撤回。可请审批人退回补正。`,
  },
  'plan-window-backwards': { status: 422, message: '没有保存：抽查时间的结束日早于开始日。请改正时间。' },
  'plan-window-outside-year': {
    status: 422,
    message: (refusal) => `没有保存：抽查时间不在${refusal.year}年内。请改到计划年度内。`,
  },
  'plan-sector-unknown': {
    status: 422,
    message: (refusal) => `没有保存：本局规则中没有「${refusal.sector}」这一类别。请在本局规则的类别中选择。`,
  },
  'plan-items-missing': { status: 422, message: '没有保存：没有抽查事项。请从抽查事项清单中选一项。' },
  ...planApprovalRefusals,
  ...planVersionRefusals,
  'plan-stale': {
    status: 409,
    message: (refusal) => `没有保存：${refusal.changedBy}在您打开之后改过这份计划。请对照两份后再保存。`,
  },
} satisfies RefusalTable<PlanRefusal>;
