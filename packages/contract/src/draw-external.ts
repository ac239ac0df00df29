import type { DrawId, ExternalRefusal, InspectorId, ListProblem, RoundId, SubjectId, TaskId } from '@mingchou/domain';
import { z } from 'zod';
import { drawAct } from './draw-view.ts';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'draw';
const drawId = idOf<DrawId>();
const count = z.number().int().min(0);

/** What stands on desk and portal wherever an external draw is shown. */
export const externalMark = '外部抽取，无法核验';

export const externalStatuses = ['registered', 'dispatched', 'withdrawn'] as const;
export const externalStatusTitles: Readonly<Record<(typeof externalStatuses)[number], string>> = {
  registered: '已登记',
  dispatched: '已派发',
  withdrawn: '已撤回',
};

const file = z.object({ name: z.string(), mediaType: z.string(), hash: z.string(), size: count });

export const externalRow = z.object({
  id: drawId,
  version: z.number().int(),
  registerNo: z.number().int().min(1),
  status: z.enum(externalStatuses),
  year: z.number().int(),
  taskName: z.string(),
  platform: z.string(),
  drawnAt: instant,
  operator: z.string(),
  objects: count,
  approvedCount: count,
});
export type ExternalRow = z.infer<typeof externalRow>;

export const externalView = externalRow.omit({ objects: true }).extend({
  taskId: idOf<TaskId>(),
  platformNo: z.string().nullable(),
  planRowNo: z.number().int(),
  objectsName: z.string(),
  from: calendarDate,
  to: calendarDate,
  round: z.object({ id: idOf<RoundId>(), name: z.string() }).nullable(),
  objects: z.array(
    z.object({
      order: z.number().int(),
      subjectId: idOf<SubjectId>(),
      code: z.string(),
      name: z.string(),
      sector: z.string(),
      inspectors: z.array(z.object({ inspectorId: idOf<InspectorId>(), code: z.string(), name: z.string() })),
    }),
  ),
  files: z.array(file),
  registered: drawAct,
  dispatched: drawAct.nullable(),
  withdrawn: drawAct.extend({ text: z.string() }).nullable(),
});
export type ExternalView = z.infer<typeof externalView>;

/** Pasted, or a workbook or CSV. */
const list = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1, '请粘贴名单').max(200_000) }),
  z.object({
    kind: z.literal('file'),
    name: z.string().max(120),
    base64: z.base64('文件没有读全，请重新选').min(4, '请选名单文件').max(7_000_000, '名单文件超过5 MB'),
  }),
]);

/** 截图: what the platform showed; 3 MB each before base64. */
const screenshot = z.object({
  name: z.string().trim().min(1).max(120),
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf'], '请上传截图（JPG、PNG）或PDF'),
  base64: z.base64('文件没有读全，请重新选').min(4, '文件是空的').max(4_200_000, '文件超过3 MB，请压缩后再传'),
});

const reply = z.object({ drawId, version: z.number().int() });

export const externalRoutes = {
  registerExternalDraw: command({
    noun,
    name: 'register-external-draw',
    summary: '登记在外部平台做的抽取：名单、检查组、时间、经办人、截图',
    input: z.object({
      taskId: idOf<TaskId>(),
      platform: z.string().trim().min(2, '请写平台名称').max(60),
      platformNo: z.string().trim().max(60).nullish(),
      drawnAt: instant,
      operator: z.string().trim().min(2, '请写抽取经办人').max(30),
      list,
      files: z.array(screenshot).min(1, '请上传至少一张截图').max(5, '截图最多5张'),
    }),
    reply: reply.extend({ registerNo: z.number().int(), objects: count }),
  }),
  dispatchExternalDraw: command({
    noun,
    name: 'dispatch-external-draw',
    summary: '派发外部抽取的任务',
    input: z.object({ drawId, version }),
    reply: reply.extend({ visits: count }),
  }),
  withdrawExternalDraw: command({
    noun,
    name: 'withdraw-external-draw',
    summary: '撤回一次外部抽取的登记，登记号不再使用',
    input: z.object({ drawId, version, text: z.string().trim().min(4, '请至少写4个字').max(500) }),
    reply,
  }),
  listExternalDraws: query({
    noun,
    name: 'list-external-draws',
    summary: '全部外部抽取，含撤回的',
    input: listInput.extend({ year: z.coerce.number().int().optional() }),
    reply: pageOf(externalRow),
  }),
  showExternalDraw: query({
    noun,
    name: 'show-external-draw',
    summary: '一次外部抽取',
    input: z.object({ drawId }),
    reply: externalView,
  }),
  readExternalFile: query({
    noun,
    name: 'read-external-file',
    summary: '下载外部抽取的截图',
    input: z.object({ drawId, hash: z.string().max(64) }),
    reply: z.object({ name: z.string(), mediaType: z.string(), base64: z.string() }),
  }),
};

const problemWords: Readonly<Record<ListProblem['code'], string>> = {
  'subject-unknown': '不在本任务范围的底册中',
  'subject-twice': '重复',
  'inspector-unknown': '不在执法人员名录中，或有重名',
  'inspector-twice': '在同一户重复',
  'team-too-small': '检查组人数不足',
};

function problemText({ code, row, column, written }: ListProblem): string {
  return `第${row}行${column}列「${written}」${problemWords[code]}`;
}

const findingWords = {
  'seat-vacant': '席位空缺',
  'certificate-ended': '执法证在检查期内到期',
  'inspector-left': '已不在岗',
  'conflict-since': '登记有利害关系',
  'subject-not-active': '已不在业',
} as const;

export const externalRefusals = {
  'external-not-allowed': {
    status: 422,
    message: '没有登记：本局规则是在本局抽取，没有写可以在外部平台抽取。请改本局规则，或在这里抽签。',
  },
  'external-not-found': { status: 404, message: '找不到这次外部抽取，可能属于别的单位。' },
  'external-list-empty': { status: 422, message: '没有登记：名单里没有一家。请粘贴抽中的统一社会信用代码。' },
  'external-list-wrong': {
    status: 422,
    message: ({ problems }) =>
      `没有登记：${problems.slice(0, 8).map(problemText).join('；')}${problems.length > 8 ? `；共${problems.length}处` : ''}。请更正名单，或先补底册。`,
  },
  'external-list-unreadable': {
    status: 422,
    message: '没有登记：名单文件没有读出来，可能加密、损坏，或不是Excel、CSV。请另存为.xlsx再传，或直接粘贴。',
  },
  'external-in-future': { status: 422, message: '没有登记：抽取时间还没有到。请照平台上的时间填写。' },
  'external-pool-frozen': {
    status: 409,
    message: ({ drawNo, names }) =>
      `没有登记：${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}家` : ''}在第${drawNo}号抽签已冻结的名单里，登记会使其被抽两次。请先办完第${drawNo}号或作废它。`,
  },
  'external-in-other-state': {
    status: 409,
    message: ({ status }) => `没有办理：这次外部抽取${externalStatusTitles[status]}。请刷新后再看。`,
  },
  'external-withdrawer-is-registrant': {
    status: 403,
    message: ({ name }) => `不能撤回：登记人是${name}本人。请另一位{deputyDirector}撤回。`,
  },
  'external-items-withdrawn': {
    status: 409,
    message: ({ titles }) =>
      `没有派发：「${titles.join('」「')}」现在没有公布，未公布的事项不得检查。请先在抽查事项清单中公布，或撤回登记。`,
  },
  'external-not-dispatchable': {
    status: 422,
    message: ({ findings }) =>
      `没有派发：${findings
        .slice(0, 3)
        .map(
          ({ kind, subject, inspector }) =>
            `${subject}${inspector === null ? '' : `的${inspector}`}${findingWords[kind]}`,
        )
        .join('；')}${findings.length > 3 ? `，共${findings.length}处` : ''}。请先更正底册，或撤回登记。`,
  },
  'task-not-ready': {
    status: 409,
    message: '没有登记：这项任务已经在抽签或已抽取，或修订后的计划不再安排它。请看任务列表和现行计划。',
  },
  'not-the-operator': { status: 403, message: '没有登记：本局规则规定由别的角色办理抽取。请转给该人员。' },
  stale: { status: 409, message: ({ by }) => `没有办理：${by}刚办过一步。请看现在的状态再继续。` },
} satisfies RefusalTable<ExternalRefusal>;
