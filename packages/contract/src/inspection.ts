import type { DrawId, InspectionId, InspectorId, ItemId, TaskId, VisitId } from '@mingchou/domain';
import { inspectionStatuses, pointMarks } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'inspection';
const inspectionId = idOf<InspectionId>();
const findings = z.string().trim().max(4000, '请不要超过4000字');

/** 待检查 → 检查中 → 待确认 → 待法制审核 → 待公示 → 已公示; 退回 goes back to the team. */
export const inspectionStatusTitles: Readonly<Record<(typeof inspectionStatuses)[number], string>> = {
  awaiting: '待检查',
  begun: '检查中',
  returned: '退回',
  'awaiting-confirmation': '待确认',
  'awaiting-legal-review': '待法制审核',
  'awaiting-disclosure': '待公示',
  disclosed: '已公示',
  withdrawn: '已撤回',
};

const act = z.object({ name: z.string(), at: instant });
const category = z.object({ code: z.string(), label: z.string(), finding: z.boolean() });
const signatures = z.object({
  inspectors: z.array(idOf<InspectorId>()).max(20),
  respondent: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('signed') }),
    z.object({ kind: z.literal('refused'), reason: z.string().trim().max(500) }),
  ]),
});
const teamMember = z.object({
  seat: z.number().int(),
  inspectorId: idOf<InspectorId>(),
  name: z.string(),
  certificateNo: z.string().nullable(),
});

/** 逐条结果: what the team marked at one point of the list, in the words of the record. */
const pointResult = z.object({
  itemId: idOf<ItemId>(),
  no: z.number().int().min(1),
  mark: z.enum(pointMarks),
  text: z.string().trim().max(1000, '请不要超过1000字'),
});
export type PointResultView = z.infer<typeof pointResult>;

/** 现场检查表 as it was frozen with the dispatch. */
const checklist = z.object({
  edition: z.number().int().nullable(),
  items: z.array(
    z.object({
      itemId: idOf<ItemId>(),
      title: z.string(),
      department: z.string(),
      points: z.array(
        z.object({
          no: z.number().int(),
          group: z.string(),
          text: z.string(),
          pass: z.string(),
          fail: z.string(),
          evidence: z.string(),
          measure: z.string(),
          days: z.number().int().nullable(),
          hazards: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type ChecklistView = z.infer<typeof checklist>;

/** The drawn task an inspection belongs to, in the words of the plan. */
const origin = z.object({
  taskId: idOf<TaskId>(),
  drawId: idOf<DrawId>(),
  year: z.number().int(),
  drawNo: z.number().int(),
  drawKind: z.enum(['committed', 'external']),
  taskName: z.string(),
  objects: z.string(),
  dueOn: calendarDate,
});

export const inspectionRow = z.object({
  id: inspectionId,
  version,
  status: z.enum(inspectionStatuses),
  subjectName: z.string(),
  subjectCode: z.string(),
  /** Place in the draw, from 1. */
  place: z.number().int(),
  drawNo: z.number().int(),
  drawKind: z.enum(['committed', 'external']),
  taskName: z.string(),
  team: z.array(z.string()),
  mine: z.boolean(),
  dueOn: calendarDate,
  endedOn: calendarDate.nullable(),
  category: z.string().nullable(),
});
export type InspectionRow = z.infer<typeof inspectionRow>;

/** What the signed-in person may do with it now; the page shows only these. */
export const inspectionActions = ['start', 'record', 'confirm', 'return', 'review'] as const;

export const inspectionView = z.object({
  id: inspectionId,
  version,
  visitId: idOf<VisitId>(),
  status: z.enum(inspectionStatuses),
  subject: z.object({ code: z.string(), name: z.string(), naturalPerson: z.boolean() }),
  place: z.number().int(),
  origin,
  team: z.array(teamMember),
  dispatchedAt: instant,
  begun: act.nullable(),
  checklist,
  outcome: z
    .object({
      category,
      points: z.array(pointResult),
      uncheckedReason: z.string(),
      otherFindings: z.string(),
      findings: z.string(),
      endedOn: calendarDate,
      signatures,
      recorded: act,
    })
    .nullable(),
  confirmed: act.nullable(),
  returned: z.object({ by: z.enum(['confirmation', 'legal-review']), reason: z.string(), act }).nullable(),
  review: z.object({ publicFindings: z.string(), act }).nullable(),
  disclosed: act.nullable(),
  /** 撤回: replaced by a reserve, or the draw is void. */
  withdrawn: z.object({ reason: z.string(), at: instant }).nullable(),
  /** The signed-in person's seat while he may still ask to be replaced. */
  mySeat: z.number().int().nullable(),
  /** The bureau's categories of results, for the form. */
  categories: z.array(category),
  /** Personal numbers in the findings and the text with them covered, for the legal review. */
  redaction: z
    .object({ found: z.array(z.object({ kind: z.string(), text: z.string() })), suggestion: z.string() })
    .nullable(),
  today: calendarDate,
  actions: z.array(z.enum(inspectionActions)),
});
export type InspectionView = z.infer<typeof inspectionView>;

/** What every command answers: the version to send next. */
const reply = z.object({ inspectionId, version: z.number().int(), status: z.enum(inspectionStatuses) });
const about = z.object({ inspectionId, version });

export const inspectionRoutes = {
  startInspection: command({ noun, name: 'start-inspection', summary: '开始一户检查', input: about, reply }),
  recordOutcome: command({
    noun,
    name: 'record-outcome',
    summary: '录入检查结果：逐条结果、标准结果分类、其他问题、检查结束日期、签字情况',
    input: about.extend({
      category: z.string().min(1, '请选一项检查结果'),
      /** The list frozen with the dispatch, each point once; none where there is no list. */
      points: z.array(pointResult).max(1000).default([]),
      /** Why points are 未查. */
      uncheckedReason: z.string().trim().max(500, '请不要超过500字').default(''),
      /** What was found outside the list. */
      findings,
      endedOn: calendarDate,
      signatures,
    }),
    reply,
  }),
  confirmOutcome: command({ noun, name: 'confirm-outcome', summary: '业务负责人确认检查结果', input: about, reply }),
  returnOutcome: command({
    noun,
    name: 'return-outcome',
    summary: '把检查结果退回补正，写明理由',
    input: about.extend({ reason: z.string().trim().min(2, '请写明退回的理由').max(500, '请不要超过500字') }),
    reply,
  }),
  reviewOutcome: command({
    noun,
    name: 'review-outcome',
    summary: '法制审核并做脱敏检查，定下公开的文字',
    input: about.extend({ publicFindings: findings }),
    reply,
  }),
  listInspections: query({
    noun,
    name: 'list-inspections',
    summary: '检查列表',
    input: listInput.extend({
      status: z.enum(inspectionStatuses).optional(),
      drawNo: z.coerce.number().int().optional(),
      mine: z.stringbool().optional(),
    }),
    reply: pageOf(inspectionRow),
  }),
  showInspection: query({
    noun,
    name: 'show-inspection',
    summary: '一户检查',
    input: z.object({ inspectionId }),
    reply: inspectionView,
  }),
};
