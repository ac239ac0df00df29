import type { PlanId, PlanRefusal } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { planSigned } from './plan-view.ts';
import { ruleClause } from './policy.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate } from './time.ts';

const noun = 'plan';
const planId = idOf<PlanId>();
const edit = z.strictObject({ planId, version });
const saved = z.object({ planId, version: z.number().int() });
const line = z.string().trim().min(1, '请填写').max(120);

/** A paper of the government or the superior, scanned; 5 MB before base64. */
const upload = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf'], '请上传扫描件（JPG、PNG）或PDF'),
    base64: z.base64('文件没有读全，请重新选').min(4, '文件是空的').max(7_000_000, '文件超过5 MB，请压缩后再传'),
  })
  .nullable();

const evidence = z.object({ name: z.string(), hash: z.string() }).nullable();

/** 报政府批准 and 报上级备案 as the page shows them; null where the bureau's rules do not ask. */
export const planApprovalView = z.object({
  government: z
    .object({
      clause: ruleClause,
      sent: z.object({ to: z.string(), sentOn: calendarDate, recorded: planSigned }).nullable(),
      answer: z
        .object({
          answeredOn: calendarDate,
          documentNo: z.string(),
          opinion: z.string(),
          file: evidence,
          recorded: planSigned,
        })
        .nullable(),
    })
    .nullable(),
  filing: z
    .object({
      with: z.string(),
      clause: ruleClause,
      /** The last day in time; null while the plan is not approved, or where no length is written. */
      last: calendarDate.nullable(),
      late: z.boolean(),
      sent: z.object({ sentOn: calendarDate, recorded: planSigned }).nullable(),
      receipt: z
        .object({ receivedOn: calendarDate, receiptNo: z.string(), file: evidence, recorded: planSigned })
        .nullable(),
    })
    .nullable(),
});
export type PlanApprovalView = z.infer<typeof planApprovalView>;

/** What follows 审批 inside the bureau. */
export const planApprovalRoutes = {
  sendPlanToGovernment: command({
    noun,
    name: 'send-plan-to-government',
    summary: '登记计划已报同级政府批准',
    input: edit.extend({ to: line, sentOn: calendarDate }),
    reply: saved,
  }),
  recordGovernmentAnswer: command({
    noun,
    name: 'record-government-answer',
    summary: '登记政府的批复',
    input: edit
      .extend({
        outcome: z.enum(['approved', 'returned']),
        answeredOn: calendarDate,
        documentNo: z.string().trim().max(60),
        opinion: z.string().trim().max(500),
        file: upload,
      })
      .refine(({ outcome, documentNo }) => outcome === 'returned' || documentNo !== '', {
        path: ['documentNo'],
        message: '请填写批复的文号',
      }),
    reply: saved,
  }),
  numberPlan: command({
    noun,
    name: 'number-plan',
    summary: '给已批准的计划编文号',
    input: edit.extend({ documentNo: line, issuedOn: calendarDate }),
    reply: saved,
  }),
  filePlan: command({
    noun,
    name: 'file-plan',
    summary: '登记计划已报上级备案',
    input: edit.extend({ sentOn: calendarDate }),
    reply: saved,
  }),
  recordFilingReceipt: command({
    noun,
    name: 'record-filing-receipt',
    summary: '登记备案回执',
    input: edit.extend({ receivedOn: calendarDate, receiptNo: line, file: upload }),
    reply: saved,
  }),
  planFile: query({
    noun,
    name: 'plan-file',
    summary: '取批复或回执的扫描件',
    input: z.object({ planId, hash: z.string().max(64) }),
    reply: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
} as const;

type ApprovalRefusal = Extract<
  PlanRefusal,
  {
    readonly code:
      | 'plan-already-sent'
      | 'plan-not-sent-yet'
      | 'plan-not-for-publication'
      | 'plan-already-numbered'
      | 'plan-filing-not-asked'
      | 'plan-already-filed'
      | 'plan-not-filed-yet'
      | 'plan-filing-already-received'
      | 'plan-date-in-future'
      | 'plan-date-too-early'
      | 'plan-file-not-found';
  }
>;

export const planApprovalRefusals = {
  'plan-already-sent': {
    status: 409,
    message: (refusal) => `没有登记：${refusal.sentOn}已报${refusal.to}。请登记批复。`,
  },
  'plan-not-sent-yet': { status: 409, message: '没有登记：还没有登记报送政府的日期。请先登记报送。' },
  'plan-not-for-publication': {
    status: 409,
    message: (refusal) =>
      `没有公开：正式文件写的是「${refusal.publicity}」。要公开的，先修订计划，把公开属性改为「此件公开发布」。`,
  },
  'plan-already-numbered': {
    status: 409,
    message: (refusal) => `没有登记：文号已编为${refusal.documentNo}。`,
  },
  'plan-filing-not-asked': { status: 409, message: '没有登记：本局规则没有要求备案。要备案请先改「报上级备案」。' },
  'plan-already-filed': {
    status: 409,
    message: (refusal) => `没有登记：${refusal.sentOn}已报${refusal.with}备案。请登记回执。`,
  },
  'plan-not-filed-yet': { status: 409, message: '没有登记：还没有登记报送备案的日期。请先登记报送。' },
  'plan-filing-already-received': {
    status: 409,
    message: (refusal) => `没有登记：${refusal.receivedOn}的回执已经登记。`,
  },
  'plan-date-in-future': {
    status: 422,
    message: (refusal) => `没有登记：${refusal.what}晚于今天（${refusal.today}）。请填已经发生的日期。`,
  },
  'plan-date-too-early': {
    status: 422,
    message: (refusal) =>
      `没有登记：${refusal.what}早于${refusal.before}的日期（${refusal.earliest}）。请填那一天或以后的日期。`,
  },
  'plan-file-not-found': { status: 404, message: '没有这份扫描件。请刷新后再看。' },
} satisfies RefusalTable<ApprovalRefusal>;
