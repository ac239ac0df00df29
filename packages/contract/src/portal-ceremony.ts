import { z } from 'zod';
import { portalDrawStatuses } from './portal.ts';

/**
 * The ceremony as the room and every phone in it see it: facts only, public the moment they are saved. Whatever is not
 * named here cannot reach a screen; what may be named when is decided in one place (server/src/modules/draw/ceremony.ts).
 */
const count = z.number().int().min(0);
const instant = z.iso.datetime();
const hex = z.string().regex(/^[0-9a-f]*$/);

/** One random input: announced, then (dice and lottery) typed, then confirmed by another person, or revealed. */
export const ceremonySource = z.object({
  kind: z.enum(['dice', 'lottery', 'witness', 'drand']),
  /** 十面骰子20位, 张见, 双色球第2022036期, drand quicknet第1000轮. */
  name: z.string(),
  /** A witness's organisation, or what people should know about the source; may be empty. */
  about: z.string(),
  /** How many digits the dice give. */
  digits: count.nullable(),
  /** A witness's hash, fixed before the commitment. */
  sealed: hex.nullable(),
  value: z.string().nullable(),
  /** Whether the value is still being typed: shown digit by digit, and nothing yet. */
  typing: z.boolean().default(false),
  /** Whether the value counts: revealed, verified, or typed by one and confirmed by another. */
  stands: z.boolean(),
  /** When a drand round appears. */
  due: instant.nullable(),
  typedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  /** When the value came to stand. */
  at: instant.nullable(),
  /** What was typed before and typed again, first to last: a correction stays visible. */
  replaced: z.array(z.string()),
});
export type CeremonySource = z.infer<typeof ceremonySource>;

/** 一根签: one object with the first eight digits of its ticket. */
export const ceremonyLot = z.object({
  name: z.string(),
  /** Place in the roster among the eligible of its stratum, from 1: where the lot stands before the lots are sorted. */
  position: z.number().int().min(1),
  ticket: z.string().regex(/^[0-9a-f]{8}$/),
  outcome: z.enum(['selected', 'reserve', 'passed', 'not-selected']),
});
export type CeremonyLot = z.infer<typeof ceremonyLot>;

export const ceremonyStratum = z.object({
  code: z.string(),
  name: z.string(),
  eligible: count,
  /** How many are drawn; before 开签 the number announced. */
  size: count,
  reserves: count,
  /** In ticket order: all when they are few, else drawn, reserves and those beside the cut-off. */
  lots: z.array(ceremonyLot),
  /** Places of the other lots on a line from 0000 to ffff, in thousandths, each once. */
  rest: z.array(count),
  /** Quota or weights: then a shorter lot may give way, and the line of the last drawn decides nothing. */
  plain: z.boolean(),
});
export type CeremonyStratum = z.infer<typeof ceremonyStratum>;

export const portalCeremony = z.object({
  drawNo: z.number().int().min(1),
  year: z.number().int(),
  objects: z.string(),
  /** Version of the draw: rises with every act, and names the event of the stream. */
  version: z.number().int(),
  status: z.enum(portalDrawStatuses),
  operator: z.string(),
  frozenAt: instant,
  commitment: z.object({ hash: hex, at: instant, logIndex: count }),
  openAt: instant,
  sources: z.array(ceremonySource),
  strata: z.array(ceremonyStratum),
  /** 封存抽签: neither numbers nor lots are here, and `drawn` waits for the unsealing; left out in an open draw. */
  sealed: z.object({ drawnAt: instant.nullable() }).nullable().optional(),
  drawn: z.object({ at: instant, by: z.string(), seed: hex }).nullable(),
  /** 中断: someone has asked to void the draw, and nobody has decided yet. */
  interrupted: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  voided: z
    .object({ at: instant, reason: z.string(), applicant: z.string(), approver: z.string(), resultKnown: z.boolean() })
    .nullable(),
});
export type PortalCeremony = z.infer<typeof portalCeremony>;

/** What the stream sends, and what a page without the stream asks for: the bureau's time, and the whole view. */
export interface CeremonyNews {
  readonly now: string;
  readonly view: PortalCeremony;
}
