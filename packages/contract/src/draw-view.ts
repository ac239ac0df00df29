import type { DrawId, PersonId, RoundId, SubjectId, TaskId } from '@mingchou/domain';
import {
  exclusionReasons,
  lotteryGameCodes,
  overrideKinds,
  sourceKinds,
  stratifications,
  voidReasons,
} from '@mingchou/domain';
import { z } from 'zod';
import { drawSize } from './draw-design.ts';
import { idOf } from './id.ts';
import { calendarDate, instant } from './time.ts';

export const drawStatuses = [
  'preparing',
  'frozen',
  'committed',
  'collecting',
  'drawn',
  'dispatched',
  'voided',
] as const;

export const drawStatusTitles: Readonly<Record<(typeof drawStatuses)[number], string>> = {
  preparing: '准备',
  frozen: '已冻结',
  committed: '已承诺',
  collecting: '收随机数',
  drawn: '已开签',
  dispatched: '已派发',
  voided: '已作废',
};

export const exclusionTitles: Readonly<Record<(typeof exclusionReasons)[number], string>> = {
  closed: '关闭注销',
  suspended: '停业',
  'drawn-this-round': '本轮已抽过',
  'drawn-this-year': '本年度已抽过',
  'in-open-task': '别的任务抽中未办结',
  'frequency-cap': '本年度检查次数已达上限',
  'frequency-reached': '本年度已达抽查频次',
  'left-out': '经批准另行排除',
};

export const overrideTitles: Readonly<Record<(typeof overrideKinds)[number], string>> = {
  'put-back': '恢复列入',
  'leave-out': '另行排除',
};

export const voidReasonTitles: Readonly<Record<(typeof voidReasons)[number], string>> = {
  'witness-silent': '见证人没有揭示',
  'roster-wrong': '名单有误',
  'dice-disputed': '投掷有争议',
  'equipment-failed': '设备故障',
  other: '其他',
};

/** 数据库复算 — what the second program found about the tickets; the third case is a draw from before it ran. */
export function sqlTicketsWords(found: 'agreed' | 'not-checked' | null): string {
  switch (found) {
    case 'agreed':
      return '相符：数据库用SQL重新计算的签号与结果一致';
    case 'not-checked':
      return '未核：国密套件，数据库没有SM3';
    case null:
      return '未核：这次抽签时还没有这项复算';
  }
}

const count = z.number().int().min(0);
const hex = z.string().regex(/^[0-9a-f]+$/);
/** Who did something, and when. */
export const drawAct = z.object({ personId: idOf<PersonId>(), name: z.string(), at: instant });
export type DrawActView = z.infer<typeof drawAct>;

/** What every command about a draw answers: the version to send next. */
export const drawReply = z.object({ drawId: idOf<DrawId>(), version: z.number().int(), status: z.enum(drawStatuses) });

/** One 恢复列入 or 另行排除 with who asked and who decided. */
export const exclusionOverride = z.object({
  no: z.number().int().min(1),
  kind: z.enum(overrideKinds),
  subjectId: idOf<SubjectId>(),
  code: z.string(),
  name: z.string(),
  was: z.array(z.enum(exclusionReasons)),
  text: z.string(),
  ground: z.string().nullable(),
  applicant: drawAct,
  decision: z.object({ kind: z.enum(['approved', 'declined']), text: z.string().nullable(), act: drawAct }).nullable(),
});
export type ExclusionOverrideView = z.infer<typeof exclusionOverride>;

const level = z.enum(['passed', 'warning', 'failed']);
export const preDrawCheck = z.discriminatedUnion('code', [
  z.object({ code: z.literal('base-equals-plan'), level, planned: count, found: count }),
  z.object({ code: z.literal('size-fits'), level, size: count, reserve: count, eligible: count }),
  z.object({
    code: z.literal('exclusions-have-reasons'),
    level,
    reasons: z.array(z.object({ reason: z.enum(exclusionReasons), count })),
    withoutEvidence: count,
  }),
  z.object({ code: z.literal('entropy-enough'), level, milliBits: count, withoutOne: count, controllers: count }),
  z.object({
    code: z.literal('pool-not-small'),
    level,
    eligible: count,
    least: count,
    stratum: z.string().optional(),
  }),
  z.object({
    code: z.literal('certificates-valid'),
    level,
    inspectors: count,
    earliest: calendarDate.nullable(),
    leftOut: count,
  }),
  z.object({ code: z.literal('qualified-enough'), level, qualified: count, capacity: count, visits: count }),
  z.object({
    code: z.literal('trial-without-vacancy'),
    level,
    rounds: count,
    vacant: count,
    busiest: count,
    likeliestPair: count,
  }),
  z.object({ code: z.literal('conflicts-avoided'), level, conflicts: count }),
  z.object({ code: z.literal('quota-kept'), level, min: count.nullable(), max: count.nullable(), eligible: count }),
  z.object({ code: z.literal('override-approved'), level, approved: count, total: count, by: z.string() }),
]);
export type PreDrawCheckView = z.infer<typeof preDrawCheck>;

export const randomSource = z.object({
  kind: z.enum(sourceKinds),
  /** W1, W2 … of a witness, L1 … of a lottery; empty for dice and drand. */
  id: z.string(),
  name: z.string(),
  organisation: z.string(),
  milliBits: count,
  digits: count.nullable(),
  /** Of a lottery: what is announced, and who types it. */
  lottery: z.object({ game: z.enum(lotteryGameCodes), issue: z.string(), typist: z.string() }).nullable(),
  /** Of drand: which round of which chain, and when it becomes public. */
  drand: z.object({ chain: hex, round: count, emittedAt: instant }).nullable(),
  commitment: hex.nullable(),
  sealedAt: instant.nullable(),
  /** The digits once recorded, the witness's value once revealed. */
  value: z.string().nullable(),
  recordedAt: instant.nullable(),
  recordedBy: z.string().nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
});
export type RandomSourceView = z.infer<typeof randomSource>;

export const drawnObject = z.object({
  kind: z.enum(['selected', 'reserve']),
  order: z.number().int().min(1),
  subjectId: idOf<SubjectId>(),
  code: z.string(),
  name: z.string(),
  sector: z.string(),
  stratum: z.string(),
  ticket: hex,
});
export type DrawnObjectView = z.infer<typeof drawnObject>;

export const drawnTeam = z.object({
  /** Name of the visit: the object's own code, or the batch's, whose objects share the team. */
  visit: z.string(),
  subjectCode: z.string(),
  subjectName: z.string(),
  seats: z.array(
    z.object({
      seat: z.number().int(),
      inspector: z.object({ code: z.string(), name: z.string(), qualifications: z.array(z.string()) }).nullable(),
    }),
  ),
});
export type DrawnTeamView = z.infer<typeof drawnTeam>;

export const drawFile = z.object({
  name: z.string(),
  hash: hex,
  size: count,
  audience: z.enum(['public', 'auditors']),
  /** How many times it was made; every earlier one can still be read. */
  revision: z.number().int().min(1),
});

export const drawHistoryEntry = z.object({
  at: instant,
  type: z.string(),
  by: z.string(),
  /** Facts of the event that the sentence needs: a witness's name, a reason. */
  detail: z.string().nullable(),
});
export type DrawHistoryEntry = z.infer<typeof drawHistoryEntry>;

export const drawStratum = z.object({
  code: z.string(),
  name: z.string(),
  size: drawSize,
  batches: z.number().int().nullable(),
  seats: z.array(z.object({ needs: z.array(z.string()) })),
  /** Null until the roster is frozen. */
  figures: z.object({ pool: count, eligible: count, size: count, reserve: count }).nullable(),
  /** 全部检查，抽的是次序: everyone who can be drawn is; nobody was 抽中. */
  full: z.boolean(),
});
export type DrawStratumView = z.infer<typeof drawStratum>;

/** 封存抽签 as the desk shows it. */
export const sealingView = z.object({
  reason: z.string(),
  /** This reader does not see what the seal closes. */
  closed: z.boolean(),
  unsealed: z.object({ act: drawAct, early: z.string().nullable() }).nullable(),
  visits: z.object({ all: count, open: count, lastEndedOn: calendarDate.nullable() }),
  /** The last day for the unsealing by the bureau's rule; null while visits are open. */
  unsealBy: calendarDate.nullable(),
  overdue: z.boolean(),
});
export type SealingView = z.infer<typeof sealingView>;

/** Everything the 抽签工作台 shows of one draw but the roster, which is paged. */
export const drawView = z.object({
  id: idOf<DrawId>(),
  version: z.number().int(),
  /** Business time of the answer: waiting times are counted from it. */
  now: instant,
  taskId: idOf<TaskId>(),
  status: z.enum(drawStatuses),
  /** For a void draw the state in which it was voided, else the status itself. */
  reached: z.enum(drawStatuses),
  drawNo: z.number().int(),
  suite: z.enum(['sha256', 'sm3']),
  year: z.number().int(),
  planRowNo: z.number().int(),
  taskName: z.string(),
  objects: z.string(),
  scope: z.string(),
  approvedBase: count,
  approvedCount: count,
  stratifiedBy: z.enum(stratifications),
  strata: z.array(drawStratum),
  /** The filter in words: 定向：类别为…的抽查对象. */
  filterWords: z.string(),
  quota: z.array(z.object({ min: drawSize.nullable(), max: drawSize.nullable() })),
  override: z.object({ reason: z.string(), requested: drawAct, approved: drawAct.nullable() }).nullable(),
  from: calendarDate,
  to: calendarDate,
  operatorRole: z.string(),
  round: z.object({ id: idOf<RoundId>(), name: z.string() }).nullable(),
  overrides: z.array(exclusionOverride),
  openAt: instant,
  /** Null in an open draw. */
  sealing: sealingView.nullable(),
  prepared: drawAct,
  sources: z.array(randomSource),
  figures: z
    .object({
      pool: count,
      eligible: count,
      excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count })),
      inspectors: count,
      conflicts: count,
      /** 抽取 and 候补 over all strata. */
      size: count,
      reserve: count,
    })
    .nullable(),
  checks: z.array(preDrawCheck),
  frozen: drawAct.nullable(),
  commitment: z.object({ c: hex, logIndex: count, act: drawAct }).nullable(),
  drawn: drawAct.nullable(),
  /** Seed and key are empty to whom the seal closes them; h stands in the public log. */
  result: z
    .object({
      seed: z.string(),
      sampleKey: z.string(),
      hash: hex,
      selected: count,
      reserves: count,
      vacantSeats: count,
      /** Whether PostgreSQL came to the same tickets by plain SQL; null in draws of before. */
      sqlTickets: z.enum(['agreed', 'not-checked']).nullable(),
    })
    .nullable(),
  objectsDrawn: z.array(drawnObject),
  teams: z.array(drawnTeam),
  dispatched: drawAct.nullable(),
  voidRequest: z.object({ reason: z.enum(voidReasons), text: z.string(), applicant: drawAct }).nullable(),
  voided: z.object({ reason: z.enum(voidReasons), text: z.string(), applicant: drawAct, approver: drawAct }).nullable(),
  files: z.array(drawFile),
  history: z.array(drawHistoryEntry),
  /** Address of the public page that the QR leads to. */
  publicAddress: z.string(),
});
export type DrawView = z.infer<typeof drawView>;

export const drawRow = z.object({
  id: idOf<DrawId>(),
  version: z.number().int(),
  taskId: idOf<TaskId>(),
  drawNo: z.number().int(),
  year: z.number().int(),
  objects: z.string(),
  taskName: z.string(),
  status: z.enum(drawStatuses),
  openAt: instant,
  approvedCount: count,
  /** How many are drawn, once the roster is frozen. */
  size: count.nullable(),
  pool: count.nullable(),
  eligible: count.nullable(),
  commitment: hex.nullable(),
  drawnAt: instant.nullable(),
  voidReason: z.string().nullable(),
  /** Changes after the draw, and applications for one that nobody has decided on. */
  recusals: count,
  substitutions: count,
  requestsWaiting: count,
  /** Applications about single objects that wait for the leader. */
  overridesWaiting: count,
  /** A design that departs from plan or rules waits for the leader; so does the application to void the draw. */
  designWaiting: z.boolean(),
  voidWaiting: z.boolean(),
  /** Seats that nobody could take by lot and that the leader has not decided on. */
  seatsWaiting: count,
  /** Whose gates these are, by the bureau's rule. */
  operatorRole: z.string(),
  /** 封存着; null in an open draw and after the unsealing. */
  sealed: z.object({ openVisits: count, unsealBy: calendarDate.nullable(), overdue: z.boolean() }).nullable(),
});
export type DrawRow = z.infer<typeof drawRow>;

export const rosterRow = z.object({
  /** Place in pool.csv, from 1. */
  position: z.number().int().min(1),
  code: z.string(),
  name: z.string(),
  sector: z.string(),
  stratum: z.string(),
  exclusion: z.object({ reason: z.enum(exclusionReasons), evidence: z.string().nullable() }).nullable(),
  /** Approved against the rules: why, and by whom. */
  override: exclusionOverride.nullable(),
});
export type RosterRow = z.infer<typeof rosterRow>;

/** An object as it would stand in the pool if it were frozen now. */
export const poolRow = rosterRow.extend({ subjectId: idOf<SubjectId>() });
export type PoolRow = z.infer<typeof poolRow>;
