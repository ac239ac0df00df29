import type { DrawId, InspectionId, InspectorId } from '@mingchou/domain';
import { recusalOrigins, recusalReasons, substitutionReasons } from '@mingchou/domain';
import { z } from 'zod';
import { drawAct, drawStatuses } from './draw-view.ts';
import { idOf, version } from './id.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'draw';
const drawId = idOf<DrawId>();
const about = z.object({ drawId, version });
const reply = z.object({ drawId, version: z.number().int(), status: z.enum(drawStatuses) });
const words = z.string().trim().min(4, '请至少写4个字').max(500, '请不要超过500字');
const visit = z.string().max(64);
const seat = z.number().int().min(1);
const request = z.number().int().min(1);

/** The file that shows why an object cannot be inspected; 3 MB before base64. */
const evidence = z.object({
  name: z.string().trim().min(1).max(120),
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf'], '请上传照片（JPG、PNG）或PDF'),
  base64: z.base64('文件没有读全，请重新选').min(4, '文件是空的').max(4_200_000, '文件超过3 MB，请压缩后再传'),
});

export const recusalReasonTitles: Readonly<Record<(typeof recusalReasons)[number], string>> = {
  kin: '近亲属关系',
  'past-employment': '曾在该企业任职',
  shareholding: '持有股份或投资',
  interest: '其他利害关系',
  'off-duty': '已不在岗',
  certificate: '执法证到期',
};

export const substitutionReasonTitles: Readonly<Record<(typeof substitutionReasons)[number], string>> = {
  closed: '已关闭注销',
  moved: '已搬离本辖区',
  'not-found': '查无下落',
  suspended: '停业',
  'out-of-scope': '已不属抽查范围',
};

export const recusalOriginTitles: Readonly<Record<(typeof recusalOrigins)[number], string>> = {
  self: '本人申请',
  enterprise: '企业申请',
  office: '依职权提出',
};

/** Reason codes as they stand in amendments.jsonl. */
export function amendmentReasonTitle(code: string): string {
  // A recusal that follows from a substitution carries the verifier's own code.
  if (code === 'conflict') return '与递补的企业有利害关系';
  const titles: Readonly<Record<string, string>> = { ...recusalReasonTitles, ...substitutionReasonTitles };
  return titles[code] ?? code;
}

const named = z.object({ code: z.string(), name: z.string() });
const holder = named.extend({ inspectorId: idOf<InspectorId>() });
const decided = z.object({ approved: z.boolean(), text: z.string(), act: drawAct }).nullable();
const asked = { no: request, text: z.string(), applicant: drawAct, decided };

export const amendmentRequest = z.discriminatedUnion('kind', [
  z.object({
    ...asked,
    kind: z.literal('recusal'),
    visit,
    seat,
    holder,
    origin: z.enum(recusalOrigins),
    reason: z.enum(recusalReasons),
  }),
  z.object({
    ...asked,
    kind: z.literal('substitution'),
    object: named,
    reason: z.enum(substitutionReasons),
    evidence: z.string(),
  }),
]);
export type AmendmentRequestView = z.infer<typeof amendmentRequest>;

const line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('recusal'),
    seq: z.number().int(),
    visit,
    seat,
    left: holder,
    joined: holder.nullable(),
    reasonCode: z.string(),
  }),
  z.object({
    kind: z.literal('substitution'),
    seq: z.number().int(),
    left: named,
    joined: named.nullable(),
    reasonCode: z.string(),
  }),
]);

const office = z.enum(['head', 'deputyDirector']);

/** Why the person on a seat may go. */
export const seatView = z.object({
  seat,
  needs: z.array(z.string()),
  holder: holder.nullable(),
  appointed: z.boolean(),
  certificateUntil: calendarDate.nullable(),
  qualifications: z.array(z.string()),
  /** Visits this person has of this draw, and the most he may have. */
  load: z.number().int(),
  cap: z.number().int(),
});
export type SeatView = z.infer<typeof seatView>;

/** 组队与回避, 递补: who inspects whom now, what was asked and what became of it. */
export const amendmentsView = z.object({
  drawId,
  version: z.number().int(),
  drawNo: z.number().int(),
  year: z.number().int(),
  objects: z.string(),
  status: z.enum(drawStatuses),
  operatorRole: z.string(),
  office,
  until: calendarDate,
  visits: z.array(
    z.object({
      visit: z.string(),
      objects: z.array(named.extend({ inspectionId: idOf<InspectionId>().nullable() })),
      begun: z.object({ by: z.string(), at: instant }).nullable(),
      seats: z.array(seatView),
    }),
  ),
  /** Reserves in their order, with the place that each has taken. */
  reserves: z.array(named.extend({ order: z.number().int(), tookPlaceOf: z.string().nullable() })),
  requests: z.array(amendmentRequest),
  amendments: z.array(z.object({ request, lines: z.array(line), approver: drawAct, office })),
  seatDecisions: z.array(
    z.object({ visit: z.string(), seat, appointed: holder.nullable(), text: z.string(), act: drawAct }),
  ),
  /** Whom the leader may name for a vacant seat. */
  inspectors: z.array(holder),
});
export type AmendmentsView = z.infer<typeof amendmentsView>;

export const amendmentRoutes = {
  requestRecusal: command({
    noun,
    name: 'request-recusal',
    summary: '申请回避：本人为自己，企业的和依职权的由经办人办',
    input: about.extend({
      visit,
      seat,
      origin: z.enum(recusalOrigins),
      reason: z.enum(recusalReasons, '请选一项理由'),
      text: words,
    }),
    reply: reply.extend({ request }),
  }),
  requestSubstitution: command({
    noun,
    name: 'request-substitution',
    summary: '申请递补：抽中的企业不能检查，附证明材料',
    input: about.extend({
      code: z.string().max(22),
      reason: z.enum(substitutionReasons, '请选一项理由'),
      text: words,
      evidence,
    }),
    reply: reply.extend({ request }),
  }),
  approveAmendment: command({
    noun,
    name: 'approve-amendment',
    summary: '批准回避或递补；由谁接替按签序算出，不能另选',
    input: about.extend({ request, text: z.string().trim().max(500, '请不要超过500字').default('') }),
    reply: reply.extend({ lines: z.number().int() }),
    acknowledgeChained: true,
  }),
  declineAmendment: command({
    noun,
    name: 'decline-amendment',
    summary: '不予批准回避或递补，写明理由',
    input: about.extend({ request, text: words }),
    reply,
  }),
  decideSeat: command({
    noun,
    name: 'decide-seat',
    summary: '席位没有人可接替时由领导决定；记为决定，不是抽签',
    input: about.extend({ visit, seat, inspectorId: idOf<InspectorId>().nullable(), text: words }),
    reply,
  }),
  showAmendments: query({
    noun,
    name: 'show-amendments',
    summary: '一次抽签现在的检查组、回避和递补',
    input: z.object({ drawId }),
    reply: amendmentsView,
  }),
};
