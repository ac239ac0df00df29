import type { DrawId, SubjectId, TaskId } from '@mingchou/domain';
import { overrideKinds, voidReasons } from '@mingchou/domain';
import { z } from 'zod';
import { amendmentRoutes } from './draw-amendment.ts';
import { announcedSource } from './draw-source.ts';
import { drawDesign } from './draw-design.ts';
import { drawDesignerRoutes, overrideReason } from './draw-designer.ts';
import { drawReply, drawRow, drawStatuses, drawView, poolRow, rosterRow } from './draw-view.ts';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const noun = 'draw';
const drawId = idOf<DrawId>();
const witness = z.string().regex(/^W[1-9][0-9]?$/, '见证人编号不对');
const lottery = z.string().regex(/^L[1-9]$/, '彩票编号不对');
const words = z.string().trim().min(4, '请至少写4个字').max(500, '请不要超过500字');
const person = z.string().trim().min(2, '请写姓名').max(30);

const reply = drawReply;
const about = z.object({ drawId, version });

const takenFile = z.object({ name: z.string(), mediaType: z.string(), base64: z.string() });

export const drawRoutes = {
  ...drawDesignerRoutes,
  prepareDraw: command({
    noun,
    name: 'prepare-draw',
    summary: '为一项任务准备抽签：编号、随机数来源、开启时间',
    input: z.object({
      taskId: idOf<TaskId>(),
      openAt: instant,
      witnesses: z
        .array(z.object({ name: person, organisation: z.string().trim().min(2, '请写单位').max(60) }))
        .min(2, '至少要有2名见证人')
        .max(8),
      /** Left out: dice with the digits of the bureau's policy. */
      sources: z.array(announcedSource).max(8).optional(),
      /** Left out: the plan row as it was approved. */
      design: drawDesign.optional(),
      /** Why the design departs from plan or policy; a deputy director decides. */
      overrideReason: overrideReason.optional(),
      /** 封存抽签 and why; left out or null for an open draw. */
      sealing: z.object({ reason: words }).nullable().optional(),
    }),
    reply,
  }),
  issueWitnessLink: command({
    noun,
    name: 'issue-witness-link',
    summary: '给一名见证人发专用链接，旧链接随即失效',
    input: about.extend({ witness }),
    reply: reply.extend({ path: z.string() }),
  }),
  requestExclusionOverride: command({
    noun,
    name: 'request-exclusion-override',
    summary: '申请把一家排除的恢复列入，或把一家可抽的另行排除',
    input: about.extend({
      subjectId: idOf<SubjectId>(),
      kind: z.enum(overrideKinds),
      text: words,
      ground: z.string().trim().max(300).nullish(),
    }),
    reply,
  }),
  approveExclusionOverride: command({
    noun,
    name: 'approve-exclusion-override',
    summary: '批准恢复列入或另行排除',
    input: about.extend({ no: z.number().int().min(1) }),
    reply,
  }),
  declineExclusionOverride: command({
    noun,
    name: 'decline-exclusion-override',
    summary: '不予恢复列入或另行排除',
    input: about.extend({ no: z.number().int().min(1), text: words }),
    reply,
  }),
  listPool: query({
    noun,
    name: 'list-pool',
    summary: '冻结之前：名单此刻会是什么样，排除的排在前面',
    input: listInput.extend({ drawId, excludedOnly: z.enum(['true', 'false']).default('false') }),
    reply: pageOf(poolRow),
  }),
  freezeRoster: command({
    noun,
    name: 'freeze-roster',
    summary: '冻结名单：此刻的对象、执法人员和利害关系',
    input: about,
    reply,
  }),
  publishCommitment: command({
    noun,
    name: 'publish-commitment',
    summary: '公开承诺：名单、规则、人员和回避关系的指纹进入公开日志',
    input: about.extend({ openAt: instant }),
    reply: reply.extend({ commitment: z.string() }),
    reauthenticate: true,
    acknowledgeChained: true,
  }),
  typeDice: command({
    noun,
    name: 'type-dice',
    summary: '把正在键入的骰子数显示在大屏上；不作数，不留记录，录入才算',
    input: z.object({ drawId, digits: z.string().max(200) }),
    reply: z.object({}),
  }),
  recordDice: command({
    noun,
    name: 'record-dice',
    summary: '录入当众投出的骰子数',
    input: about.extend({ digits: z.string().max(200) }),
    reply,
  }),
  confirmDice: command({
    noun,
    name: 'confirm-dice',
    summary: '另一人重新键入骰子数，复核一致',
    input: about.extend({ digits: z.string().max(200) }),
    reply,
  }),
  recordLottery: command({
    noun,
    name: 'record-lottery',
    summary: '照官方公告录入一期彩票的开奖号码',
    input: about.extend({ lottery, numbers: z.string().max(200) }),
    reply,
  }),
  confirmLottery: command({
    noun,
    name: 'confirm-lottery',
    summary: '另一人照官方公告重新键入开奖号码，复核一致',
    input: about.extend({ lottery, numbers: z.string().max(200) }),
    reply,
  }),
  recordDrand: command({
    noun,
    name: 'record-drand',
    summary: '录入承诺的那一轮drand，签名核验相符才收',
    input: about.extend({ round: z.number().int().min(1, '轮次从1起'), signature: z.string().max(400) }),
    reply,
  }),
  runDraw: command({
    noun,
    name: 'run-draw',
    summary: '开签：算出种子、抽中、候补和检查组，一次，不可重抽',
    input: about,
    reply: reply.extend({ seed: z.string() }),
    reauthenticate: true,
    acknowledgeChained: true,
  }),
  requestVoidDraw: command({
    noun,
    name: 'request-void-draw',
    summary: '申请作废本次抽签',
    input: about.extend({ reason: z.enum(voidReasons), text: words }),
    reply,
  }),
  voidDraw: command({
    noun,
    name: 'void-draw',
    summary: '批准作废，承诺和理由仍然公开',
    input: about,
    reply,
    reauthenticate: true,
    acknowledgeChained: true,
  }),
  declineVoidDraw: command({
    noun,
    name: 'decline-void-draw',
    summary: '不予作废',
    input: about.extend({ text: words }),
    reply,
  }),
  dispatchTask: command({
    noun,
    name: 'dispatch-task',
    summary: '派发：按开签结果生成检查并通知检查组',
    input: about,
    reply: reply.extend({ visits: z.number().int() }),
  }),
  ...amendmentRoutes,
  unsealDraw: command({
    noun,
    name: 'unseal-draw',
    summary: '开封：封存抽签的名单、随机数、结果和盐全部公开',
    input: about.extend({ reason: words.nullable().optional() }),
    reply,
    reauthenticate: true,
    acknowledgeChained: true,
  }),
  takeAuditorsFile: command({
    noun,
    name: 'take-auditors-file',
    summary: '审计人员取走审计包或其中一个文件，取走留痕',
    input: z.object({ drawId, name: z.string().max(40), revision: z.number().int().min(1).optional() }),
    reply: takenFile,
    reauthenticate: true,
    // The salts must not be kept a second time for a repeated sending.
    keepReply: false,
  }),
  listDraws: query({
    noun,
    name: 'list-draws',
    summary: '全部抽签，含作废的',
    input: listInput.extend({ status: z.enum(drawStatuses).optional(), year: z.coerce.number().int().optional() }),
    reply: pageOf(drawRow),
  }),
  showDraw: query({ noun, name: 'show-draw', summary: '一次抽签', input: z.object({ drawId }), reply: drawView }),
  listRoster: query({
    noun,
    name: 'list-roster',
    summary: '冻结的名单，排除的排在前面',
    input: listInput.extend({ drawId, excludedOnly: z.enum(['true', 'false']).default('false') }),
    reply: pageOf(rosterRow),
  }),
  readDrawFile: query({
    noun,
    name: 'read-draw-file',
    summary: '下载一次抽签的一个公开文件',
    input: z.object({ drawId, name: z.string().max(40), revision: z.coerce.number().int().min(1).optional() }),
    reply: takenFile,
  }),
  printRecord: query({
    noun,
    name: 'print-record',
    summary: '打印抽取记录（存档件，PDF）；开签前是草稿',
    input: z.object({ drawId }),
    reply: takenFile,
  }),
};
