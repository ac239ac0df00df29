import type { DisclosureRefusal, InspectionId } from '@mingchou/domain';
import { disclosureSteps } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { portalResult, publicDeadline, publicRemaining } from './portal.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'disclosure';
const inspectionId = idOf<InspectionId>();

/** 待股长确认 → 待法制审核 → 已批准; 退回 is a step of its own. */
export const disclosureStepTitles: Readonly<Record<(typeof disclosureSteps)[number], string>> = {
  confirmation: '待确认',
  'legal-review': '待法制审核',
  returned: '退回',
  approved: '已批准',
};

/** One row of the queue: which enterprise, what result, how much time is left, who inspected, how far it is. */
export const disclosureRow = z.object({
  id: inspectionId,
  version,
  drawNo: z.number().int(),
  drawKind: z.enum(['committed', 'external']),
  subjectName: z.string(),
  category: z.string(),
  deadline: publicDeadline,
  /** Workdays of the deadline already used, for the pips. */
  used: z.number().int(),
  remaining: publicRemaining,
  /** The last day is a make-up workday: 调休上班. */
  lastIsMakeUp: z.boolean(),
  inspectors: z.array(z.string()),
  mine: z.boolean(),
  step: z.enum(disclosureSteps),
  /** Who approved, or why it was returned. */
  stepNote: z.string().nullable(),
  mayDisclose: z.boolean(),
  disclosed: z.object({ at: instant, by: z.string(), daysUsed: z.number().int(), late: z.boolean() }).nullable(),
});
export type DisclosureRow = z.infer<typeof disclosureRow>;

/** 公示情况: the meter and the counts above the queue, over one draw or all. */
export const disclosureFigures = z.object({
  today: calendarDate,
  tomorrowIs: z.object({ date: calendarDate, workday: z.boolean(), makeUp: z.boolean() }),
  finished: z.number().int(),
  disclosed: z.number().int(),
  inTime: z.number().int(),
  averageDays: z.number().int().nullable(),
  overdue: z.number().int(),
  dueWithinTwo: z.number().int(),
  later: z.number().int(),
  approved: z.number().int(),
  draws: z.array(z.object({ drawNo: z.number().int(), waiting: z.number().int() })),
  mine: z.number().int(),
  /** Days of the normal deadline in the bureau's own rule. */
  length: z.number().int(),
});

const reckonedDay = z.object({
  date: calendarDate,
  workday: z.boolean(),
  reason: z.enum(['ordinary-workday', 'make-up-workday', 'weekend', 'festival']),
  festival: z.string().nullable(),
  number: z.number().int().nullable(),
});

export const disclosureView = z.object({
  row: disclosureRow,
  days: z.array(reckonedDay),
  today: calendarDate,
  /** By 「7日」 instead of 「7个工作日」 one would arrive at this day: the trap the page names. */
  naiveDay: calendarDate,
  /** Exactly what the portal will show; null while a review is missing. */
  publicText: portalResult.nullable(),
  channels: z.array(z.object({ label: z.string(), last: calendarDate, place: z.string().nullable() })),
});
export type DisclosureView = z.infer<typeof disclosureView>;

export const disclosureRoutes = {
  discloseResults: command({
    noun,
    name: 'disclose-results',
    summary: '公示已批准的检查结果，逐条答复',
    input: z.object({
      results: z
        .array(z.object({ id: inspectionId, version }))
        .min(1, '请先选要公示的结果')
        .max(500),
    }),
    reply: z.object({
      disclosed: z.number().int(),
      outcomes: z.array(
        z.object({ id: inspectionId, subjectName: z.string(), disclosed: z.boolean(), message: z.string().nullable() }),
      ),
    }),
    reauthenticate: true,
    acknowledgeChained: true,
  }),
  listDisclosures: query({
    noun,
    name: 'list-disclosures',
    summary: '待公示和已公示的结果',
    input: listInput.extend({
      state: z.enum(['waiting', 'disclosed']).default('waiting'),
      drawNo: z.coerce.number().int().optional(),
      mine: z.stringbool().optional(),
    }),
    reply: pageOf(disclosureRow),
  }),
  disclosureFigures: query({
    noun,
    name: 'disclosure-figures',
    summary: '公示情况：公示率、超期、将到期',
    input: z.object({ drawNo: z.coerce.number().int().optional() }),
    reply: disclosureFigures,
  }),
  showDisclosure: query({
    noun,
    name: 'show-disclosure',
    summary: '一条公示：期限怎么算、公众将看到什么、公示到哪里',
    input: z.object({ id: inspectionId }),
    reply: disclosureView,
  }),
};

const publisherTitles = {
  enforcer: '检查人员或业务{section}负责人',
  inspector: '检查这一户的执法人员',
  section: '业务{section}负责人',
  'legal-section': '法制审核人员',
} as const;

export const disclosureRefusals: RefusalTable<DisclosureRefusal> = {
  'disclosure-not-found': { status: 404, message: '找不到这一条，可能属于别的单位。' },
  'disclosure-stale': { status: 409, message: '没有公示：这一条刚被改过。请看现在的内容再公示。' },
  'draw-still-sealed': {
    status: 409,
    message: ({ drawNo }) => `没有公示：第${drawNo}号抽签还封存着，公示会说出抽中了谁。请先开封。`,
  },
  'not-yet-approved': {
    status: 409,
    message: ({ step }) => `没有公示：这一条还是「${disclosureStepTitles[step]}」。审核通过后再公示。`,
  },
  'disclosed-already': { status: 409, message: ({ by }) => `不用再公示：${by}已经公示。有误的请申请更正。` },
  'not-the-publisher': {
    status: 403,
    message: ({ publisher }) => `没有公示：本局规则规定由${publisherTitles[publisher]}公示。请转给该人员。`,
  },
};
