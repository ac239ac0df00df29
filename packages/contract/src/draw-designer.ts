import type { DrawFilterId, DrawId, SubjectId, TaskId } from '@mingchou/domain';
import { drawGrades, exclusionReasons } from '@mingchou/domain';
import { z } from 'zod';
import { designText, drawDesign, drawFilter } from './draw-design.ts';
import { designFinding } from './draw-finding.ts';
import { drawAct, drawReply } from './draw-view.ts';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { command, query } from './route.ts';
import { calendarDate } from './time.ts';

const noun = 'draw';
const count = z.number().int().min(0);
const drawId = idOf<DrawId>();
const filterId = idOf<DrawFilterId>();
export const overrideReason = z.string().trim().min(4, '请至少写4个字').max(500, '请不要超过500字');

const stratumPreview = z.object({
  code: z.string(),
  name: z.string(),
  pool: count,
  eligible: count,
  size: count,
  reserve: count,
  full: z.boolean(),
  batches: z.number().int().nullable(),
  /** 41×20%＝8.2，进一，9家 */
  formula: z.string(),
  visits: count,
  qualified: count,
});
export type StratumPreviewView = z.infer<typeof stratumPreview>;

/** 试算 — what a freeze at this moment would come to. */
export const drawPreview = z.object({
  /** 定向：类别为…的抽查对象 */
  filterWords: z.string(),
  base: count,
  eligible: count,
  excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count })),
  strata: z.array(stratumPreview),
  size: count,
  reserve: count,
  quota: z.array(
    z.object({ group: z.string(), min: count.nullable(), max: count.nullable(), eligible: count, most: count }),
  ),
  inspectors: count,
  leftOut: count,
  conflicts: count,
  trial: z.object({ rounds: count, vacant: count, busiest: count, likeliestPair: count }).nullable(),
  findings: z.array(designFinding),
});
export type DrawPreviewView = z.infer<typeof drawPreview>;

/** What the designer starts from: the approved plan row and the bureau's policy. */
export const designBasis = z.object({
  taskId: idOf<TaskId>(),
  rowNo: z.number().int(),
  taskName: z.string(),
  objects: z.string(),
  scope: z.string(),
  selection: z.enum(['targeted', 'nonTargeted']),
  sectors: z.array(z.object({ code: z.string(), name: z.string(), key: z.boolean() })),
  level: z.enum(['all', 'priority', 'ordinary']),
  approvedBase: count,
  approvedCount: count,
  sum: z.string(),
  from: calendarDate,
  to: calendarDate,
  rounding: z.enum(['ceil', 'floor', 'halfUp']),
  /** The design that needs no decision: the row as it was approved. */
  plain: drawDesign,
  /** The design of the draw that is being prepared, where there is one. */
  current: drawDesign.nullable(),
});
export type DesignBasisView = z.infer<typeof designBasis>;

const previewRow = z.object({
  subjectId: idOf<SubjectId>(),
  code: z.string(),
  name: z.string(),
  sector: z.string(),
  grade: z.enum(drawGrades),
  priority: z.enum(['priority', 'ordinary']),
  stratum: z.string(),
  group: z.string(),
  exclusion: z.object({ reason: z.enum(exclusionReasons), evidence: z.string().nullable() }).nullable(),
});
export type PreviewRow = z.infer<typeof previewRow>;

export const savedFilter = z.object({
  id: filterId,
  version: z.number().int(),
  name: z.string(),
  filter: drawFilter,
  words: z.string(),
  saved: drawAct,
});
export type SavedFilterView = z.infer<typeof savedFilter>;

const about = z.object({ drawId, version });

/** 抽签设计: what is drawn from what, before anything is frozen. */
export const drawDesignerRoutes = {
  showDesign: query({
    noun,
    name: 'show-design',
    summary: '一项任务的抽签设计从哪里起：批准的计划任务和本局规则',
    input: z.object({ taskId: idOf<TaskId>() }),
    reply: designBasis,
  }),
  previewDraw: query({
    noun,
    name: 'preview-draw',
    summary: '按现在的底册试算一个抽签设计：底数、各层抽取数、排除、占比、人员和问题',
    input: z.object({
      taskId: idOf<TaskId>(),
      design: designText,
      overridden: z.enum(['true', 'false']).default('false'),
    }),
    reply: drawPreview,
  }),
  listPreview: query({
    noun,
    name: 'list-preview',
    summary: '试算的每个数后面是哪些对象',
    input: listInput.extend({
      taskId: idOf<TaskId>(),
      design: designText,
      stratum: z.string().max(32).optional(),
      excluded: z.enum(['yes', 'no', ...exclusionReasons]).optional(),
      group: z.string().max(32).optional(),
    }),
    reply: pageOf(previewRow),
  }),
  redesignDraw: command({
    noun,
    name: 'redesign-draw',
    summary: '冻结之前改抽签设计，已批准的例外随之失效',
    input: about.extend({ design: drawDesign, overrideReason: overrideReason.nullable() }),
    reply: drawReply,
  }),
  approveDrawOverride: command({
    noun,
    name: 'approve-draw-override',
    summary: '批准与计划或规则不同的设计',
    input: about,
    reply: drawReply,
  }),
  declineDrawOverride: command({
    noun,
    name: 'decline-draw-override',
    summary: '不予批准与计划或规则不同的设计',
    input: about.extend({ text: overrideReason }),
    reply: drawReply,
  }),
  saveDrawFilter: command({
    noun,
    name: 'save-draw-filter',
    summary: '把一组抽取条件存成本局的常用条件',
    input: z.object({
      name: z.string().trim().min(2, '请写名称').max(40, '请不要超过40字'),
      filter: drawFilter,
      /** Left out: a new one. */
      replaces: z.object({ filterId, version }).optional(),
    }),
    reply: z.object({ filterId, version: z.number().int() }),
  }),
  listDrawFilters: query({
    noun,
    name: 'list-draw-filters',
    summary: '本局的常用抽取条件',
    input: z.object({}),
    reply: z.object({ filters: z.array(savedFilter) }),
  }),
};
