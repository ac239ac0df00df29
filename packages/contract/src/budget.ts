import type { BudgetId, BudgetRefusal, PersonId } from '@mingchou/domain';
import { repeatedFigures } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { policyValueSchemas, ruleClause } from './policy.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const noun = 'budget';
const budgetId = idOf<BudgetId>();
const days = z.number().int().min(0).max(9_999_999);
const people = z.number().int().min(0).max(100_000);
const words = z.string().trim().max(200);
const reason = z.string().trim().min(1, '请写明理由').max(500);
const year = z.coerce.number().int().min(2000).max(2100);

const dayGroup = z.strictObject({
  place: words.min(1),
  heading: z.enum(['otherEnforcement', 'nonEnforcement']),
  items: z
    .array(z.strictObject({ name: words.min(1, '请写项目名称'), days }))
    .max(40)
    .readonly(),
  total: days.nullable(),
});

const unitClass = z.strictObject({
  key: z.enum(['priority', 'ordinary']),
  units: people.nullable(),
  parts: words,
  days: days.nullable(),
  /** Hundredths of a percent: 6896 is 68.96 %. */
  share: z.number().int().min(0).max(10_000).nullable(),
});

/** 工作日测算 as it is written: figures as typed, right or wrong; `null` is a figure that was not given. */
export const budgetContent = z.strictObject({
  title: words.min(1, '请写标题'),
  source: words.nullable(),
  people: z
    .array(z.strictObject({ kind: words.min(1, '请写编制类别'), count: people }))
    .max(12)
    .readonly(),
  enforcers: people.nullable(),
  onRoster: people.nullable(),
  legalWorkdays: z.number().int().min(0).max(366).nullable(),
  totalDays: days.nullable(),
  groups: z.tuple([dayGroup, dayGroup]).readonly(),
  supervisionDays: days.nullable(),
  classes: z.tuple([unitClass, unitClass]).readonly(),
  reinspections: people.nullable(),
  /** The same figures in further places of the paper. */
  repeats: z
    .array(z.strictObject({ figure: z.enum(repeatedFigures), value: days, place: words }))
    .max(60)
    .readonly()
    .optional(),
});

const readFigure = z.object({ name: z.string(), value: z.string(), place: z.string() });
const unreadCell = z.object({ place: z.string(), text: z.string(), why: z.string() });

/** 原文: the file as it was read, with the cell of every value and of what was not understood. */
export const budgetOrigin = z.object({
  fileName: z.string(),
  fileHash: z.string(),
  parts: z
    .array(
      z.object({
        name: z.string(),
        lines: z.array(z.array(z.object({ place: z.string(), text: z.string() })).readonly()).readonly(),
      }),
    )
    .readonly(),
  figures: z.array(readFigure).readonly(),
  unread: z.array(unreadCell).readonly(),
});

const signed = z.object({ personId: idOf<PersonId>(), name: z.string(), at: instant });
const share = z.object({ value: policyValueSchemas['budget.keyShare'], clause: ruleClause });

export const budgetRules = z.object({
  year: z.number().int(),
  calendar: z.object({
    days: z.number().int(),
    notices: z.array(z.object({ title: z.string(), address: z.string() })).readonly(),
    provisional: z.boolean(),
  }),
  kinds: policyValueSchemas['budget.kinds'],
  kindsClause: ruleClause,
  enforcementShare: share,
  keyShare: share,
  legalReview: z.object({ asked: z.boolean(), section: z.string() }),
  team: z.number().int(),
});

const kept = z
  .array(
    z.object({
      finding: z.string(),
      verdict: z.string(),
      detail: z.string(),
      reason: z.string(),
      by: z.string(),
      at: instant,
    }),
  )
  .readonly();

const review = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reviewed'), by: signed, opinion: z.string() }),
  z.object({ kind: z.literal('skipped'), reason: z.string() }),
]);

export const budgetView = z.object({
  id: budgetId,
  version: z.number().int(),
  year: z.number().int(),
  status: z.enum(['draft', 'awaiting-legal-review', 'awaiting-approval', 'approved']),
  edition: z.number().int(),
  content: budgetContent,
  origin: budgetOrigin.nullable(),
  kept,
  sentBack: z
    .object({ kind: z.enum(['returned', 'withdrawn', 'reopened']), by: signed, reason: z.string() })
    .nullable(),
  submitted: signed.nullable(),
  review: review.nullable(),
  approved: signed.nullable(),
  /** Approved before, oldest first: readable and printable whatever became of the budget. */
  editions: z
    .array(
      z.object({
        edition: z.number().int(),
        content: budgetContent,
        kept,
        submitted: signed,
        review: review.nullable(),
        approved: signed,
      }),
    )
    .readonly(),
  changedBy: z.string(),
  changedAt: instant,
});
export type BudgetView = z.infer<typeof budgetView>;

const edit = z.strictObject({ budgetId, version });
const saved = z.object({ budgetId, version: z.number().int() });

export const budgetRoutes = {
  beginBudget: command({
    noun,
    name: 'begin-budget',
    summary: '开始一个年度的工作日测算',
    input: z.strictObject({ year, content: budgetContent }),
    reply: saved,
  }),
  tryBudgetFile: command({
    noun,
    name: 'try-budget-file',
    summary: '试读一个测算文件：每个数从哪一格读出，哪些格没有读懂；不改动测算',
    keepReply: false,
    input: z.strictObject({
      year,
      fileName: z.string().trim().min(1).max(255),
      base64: z.base64().max(20_000_000, '文件太大'),
    }),
    reply: z.object({
      fileHash: z.string(),
      content: budgetContent,
      figures: z.array(readFigure).readonly(),
      unread: z.array(unreadCell).readonly(),
    }),
  }),
  takeBudgetFile: command({
    noun,
    name: 'take-budget-file',
    summary: '把试读过的文件读入工作日测算，数字照原文，原文留存',
    input: z.strictObject({
      year,
      fileHash: z.string().regex(/^[0-9a-f]{64}$/),
      /** The draft that it is read into; null begins the year's budget. */
      budget: z.strictObject({ budgetId, version }).nullable(),
    }),
    reply: saved,
  }),
  writeBudget: command({
    noun,
    name: 'write-budget',
    summary: '保存工作日测算的填写内容，不改动任何数字',
    input: edit.extend({ content: budgetContent }),
    reply: saved,
  }),
  mendBudget: command({
    noun,
    name: 'mend-budget',
    summary: '按核对结果给出的办法改正工作日测算',
    input: edit.extend({ finding: z.string().max(300), remedy: z.string().max(100) }),
    reply: saved,
  }),
  keepBudgetFinding: command({
    noun,
    name: 'keep-budget-finding',
    summary: '保留工作日测算的一条核对结果并写明理由',
    input: edit.extend({ finding: z.string().max(300), reason }),
    reply: saved,
  }),
  submitBudget: command({ noun, name: 'submit-budget', summary: '把工作日测算提交审批', input: edit, reply: saved }),
  withdrawBudget: command({
    noun,
    name: 'withdraw-budget',
    summary: '撤回已提交的工作日测算',
    input: edit.extend({ reason }),
    reply: saved,
  }),
  returnBudget: command({
    noun,
    name: 'return-budget',
    summary: '退回工作日测算',
    input: edit.extend({ reason }),
    reply: saved,
  }),
  reviewBudget: command({
    noun,
    name: 'review-budget',
    summary: '工作日测算法制审核通过',
    input: edit.extend({ opinion: z.string().trim().max(500) }),
    reply: saved,
  }),
  reopenBudget: command({
    noun,
    name: 'reopen-budget',
    summary: '重新打开已批准的工作日测算，写明理由；已批准的一稿留存',
    input: edit.extend({ reason }),
    reply: saved,
  }),
  approveBudget: command({ noun, name: 'approve-budget', summary: '批准工作日测算', input: edit, reply: saved }),
  printBudget: query({
    noun,
    name: 'print-budget',
    summary: '工作日测算按公文格式排版，PDF或Word；已批准的各稿都可以取',
    input: z.object({ year, edition: z.coerce.number().int().min(1).optional(), format: z.enum(['pdf', 'docx']) }),
    reply: z.object({ name: z.string(), mediaType: z.string(), base64: z.base64() }),
  }),
  showBudget: query({
    noun,
    name: 'show-budget',
    summary: '一个年度的工作日测算，和核对它用的日历与规则',
    input: z.object({ year }),
    reply: z.object({
      budget: budgetView.nullable(),
      rules: budgetRules,
      history: z.array(z.object({ at: instant, by: z.string(), what: z.string() })),
    }),
  }),
} as const;

export const budgetRefusals = {
  'budget-not-found': { status: 404, message: '没有这份工作日测算，可能不是本局的。请回到计划重新打开。' },
  'budget-year-taken': {
    status: 409,
    message: (refusal) => `没有新建：${refusal.year}年已有工作日测算。请在那一份上修改。`,
  },
  'budget-in-other-state': {
    status: 409,
    message: (refusal) =>
      `没有办理：工作日测算现在是「${refusal.status}」，要在「${refusal.needs}」时才能办。请刷新后再看。`,
  },
  'budget-file-without-figures': {
    status: 422,
    message: ({ file }) =>
      `没有读入：「${file}」里没有读出工作日测算的数。请确认文件里有「其他执法工作日」「非执法工作日」和各项天数。`,
  },
  'budget-file-gone': { status: 404, message: '没有读入：试读的文件已经找不到。请重新选文件。' },
  'budget-headings-equal': { status: 422, message: '没有保存：两组的标题相同。请一组写其他执法，一组写非执法。' },
  'budget-finding-gone': { status: 409, message: '没有改动：这条核对结果已经不在了。请看最新的核对结果。' },
  'budget-remedy-gone': { status: 409, message: '没有改动：这个办法已不适用。请看最新的核对结果。' },
  'budget-finding-must-be-mended': {
    status: 422,
    message: (refusal) => `不能保留：「${refusal.verdict}」是算错或写错，请按办法改正。`,
  },
  'budget-has-findings': {
    status: 422,
    message: (refusal) => `没有提交：还有${refusal.verdicts.length}项要先解决——${refusal.verdicts.join('；')}。`,
  },
  'budget-approver-is-applicant': {
    status: 403,
    message: (refusal) => `不能审批：提交人是您本人（${refusal.name}）。请由另一位{deputyDirector}审批。`,
  },
  'budget-reviewer-is-applicant': {
    status: 403,
    message: (refusal) => `不能审核：提交人是您本人（${refusal.name}）。请由另一位法制审核人员审核。`,
  },
  'budget-withdrawn-by-other': {
    status: 403,
    message: (refusal) => `没有撤回：工作日测算由${refusal.applicant}提交，只能由本人撤回。可请审批人退回。`,
  },
  'budget-stale': {
    status: 409,
    message: (refusal) => `没有保存：${refusal.changedBy}在您打开之后改过工作日测算。请对照两份后再保存。`,
  },
} satisfies RefusalTable<BudgetRefusal>;
