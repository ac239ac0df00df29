import type { DrawId, PersonId, RoundId, RoundRefusal, SubjectId } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const noun = 'round';
const roundId = idOf<RoundId>();
const count = z.number().int().min(0);
const act = z.object({ personId: idOf<PersonId>(), name: z.string(), at: instant });

export const roundStatuses = ['open', 'closed'] as const;
export const roundStatusTitles: Readonly<Record<(typeof roundStatuses)[number], string>> = {
  open: '进行中',
  closed: '已结束',
};

export const roundRow = z.object({
  id: roundId,
  version: z.number().int(),
  name: z.string(),
  status: z.enum(roundStatuses),
  /** Codes of the sectors; none: the whole bureau. */
  sectors: z.array(z.string()),
  startsOn: calendarDate,
  endsOn: calendarDate,
  closedOn: calendarDate.nullable(),
  opened: act,
  closed: act.nullable(),
  /** Objects drawn in it so far, each once; of an ended round as they stood at its end. */
  drawn: count,
  /** Objects of its sectors in the registry, now or at its end. */
  base: count,
});
export type RoundRow = z.infer<typeof roundRow>;

/** One row behind 「已抽」. */
export const drawnOfRound = z.object({
  subjectId: idOf<SubjectId>(),
  code: z.string(),
  name: z.string(),
  sector: z.string(),
  drawId: idOf<DrawId>(),
  kind: z.enum(['committed', 'external']),
  /** 抽签 number of a draw here, register number of an external one. */
  no: z.number().int().min(1),
  taskName: z.string(),
  drawnOn: calendarDate,
});
export type DrawnOfRound = z.infer<typeof drawnOfRound>;

const reply = z.object({ roundId, version: z.number().int() });

export const roundRoutes = {
  openRound: command({
    noun,
    name: 'open-round',
    summary: '开始一个轮次：名称、起止、范围',
    input: z.object({
      name: z.string().trim().min(2, '请写名称').max(40, '请不要超过40字'),
      startsOn: calendarDate,
      endsOn: calendarDate,
      /** None: the whole bureau. */
      sectors: z.array(z.string().max(40)).max(40).default([]),
    }),
    reply,
  }),
  closeRound: command({
    noun,
    name: 'close-round',
    summary: '结束一个轮次：此后可以开始下一轮',
    input: z.object({ roundId, version }),
    reply,
  }),
  listRounds: query({
    noun,
    name: 'list-rounds',
    summary: '全部轮次，含已结束的',
    input: listInput.extend({ status: z.enum(roundStatuses).optional() }),
    reply: pageOf(roundRow),
  }),
  listDrawnOfRound: query({
    noun,
    name: 'list-drawn-of-round',
    summary: '一个轮次里抽过的对象，各在哪次抽签',
    input: listInput.extend({ roundId }),
    reply: pageOf(drawnOfRound),
  }),
};

export const roundRefusals = {
  'round-not-found': { status: 404, message: '找不到这个轮次，可能属于别的单位。' },
  'round-name-taken': { status: 409, message: ({ name }) => `轮次没有开始：已有「${name}」。请换一个名称。` },
  'round-ends-before-start': { status: 422, message: '轮次没有开始：结束日期早于开始日期。请改日期。' },
  'sector-not-known': {
    status: 422,
    message: ({ sector }) => `轮次没有开始：本局规则里没有行业类别「${sector}」。请从列出的类别中选。`,
  },
  'round-still-open': {
    status: 409,
    message: ({ name }) => `轮次没有开始：「${name}」还没有结束，范围与它重叠。请先结束它，或改范围。`,
  },
  'round-overlaps-earlier': {
    status: 422,
    message: ({ name, closedOn }) => `轮次没有开始：「${name}」${closedOn}才结束。请把开始日期改到那天或以后。`,
  },
  'round-already-closed': { status: 409, message: ({ by }) => `没有再结束：${by}已经结束了这个轮次。` },
  'round-has-open-draws': {
    status: 409,
    message: ({ draws }) => `轮次没有结束：第${draws.join('、')}号抽签属于它，还没有开签或解封。请先办完或作废。`,
  },
  stale: { status: 409, message: ({ by }) => `没有办理：${by}刚改过这个轮次。请看现在的状态再继续。` },
} satisfies RefusalTable<RoundRefusal>;
