import { nationalDefaults } from '@mingchou/domain';
import { z } from 'zod';
import { policyValueSchemas } from './policy.ts';

/**
 * What the public may see. Every view is a redacted snapshot: the portal reads these rows and nothing else,
 * so whatever is not named here cannot leak. Dates are business dates, instants are UTC.
 */
const date = z.iso.date();
const instant = z.iso.datetime();
const hex = z.string().regex(/^[0-9a-f]*$/);

/** Part of a public address: `/b/<bureau>/…`. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** Where a rule stands: the words of the chip 「依据：…」. */
export const clause = z.object({ source: z.string(), place: z.string() });
export type ClauseView = z.infer<typeof clause>;

export const portalBureau = z.object({
  slug,
  name: z.string(),
  /** 本局用语; a snapshot from before they were shown speaks the national words. */
  terms: policyValueSchemas.terms.default({ ...nationalDefaults.terms.value }),
  /** Who takes complaints about an inspection, and where. */
  supervisor: z.string(),
  correctionContact: z.string(),
  guide: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()), clause: clause.nullable() })),
});
export type PortalBureau = z.infer<typeof portalBureau>;

/** One row of 计划公告; columns of the documents' own table with the sum behind the number. */
export const portalPlanRow = z.object({
  no: z.number().int().min(1),
  taskName: z.string(),
  selection: z.enum(['targeted', 'nonTargeted']),
  item: z.string(),
  /** Short name of the objects, used as the title of the draw: 危险化学品生产经营企业. */
  objects: z.string(),
  scope: z.string(),
  ratio: z.string(),
  base: z.number().int().min(0).nullable(),
  /** The approved number of households; it governs the draw. */
  count: z.number().int().min(0),
  /** 41×20%＝8.2，进一，9家 */
  sum: z.string(),
  from: date,
  to: date,
  department: z.string(),
});
export type PortalPlanRow = z.infer<typeof portalPlanRow>;

const portalPlanBody = z.object({
  title: z.string(),
  documentNo: z.string().nullable(),
  issuedOn: date.nullable(),
  publishedAt: instant,
  /** Who else approved it, and where it is filed; views of earlier releases have neither. */
  government: z.object({ by: z.string(), on: date, documentNo: z.string() }).nullish(),
  filing: z.object({ with: z.string(), on: date, receiptNo: z.string().nullable() }).nullish(),
  rows: z.array(portalPlanRow),
});

/** The year's plan (no. 0) or an amendment of it, each with the day from which it counts. */
const portalPlanVersion = portalPlanBody.extend({
  no: z.number().int().min(0),
  from: date,
  reason: z.string().nullable(),
  /** Against the version before: one sentence a task. */
  changes: z.array(z.string()),
});
export type PortalPlanVersion = z.infer<typeof portalPlanVersion>;

/** The year's plan. What stands beside `versions` is the first of them; `portalPlanOn` tells which one counts on a day. */
export const portalPlan = portalPlanBody.extend({
  year: z.number().int(),
  /** Left out in views of earlier releases. */
  versions: z.array(portalPlanVersion).optional(),
});
export type PortalPlan = z.infer<typeof portalPlan>;

/** The version that counts on a day: an amendment replaces the one before on its own day, not when it was published. */
export function portalVersionOn({ versions = [] }: PortalPlan, day: string): PortalPlanVersion | undefined {
  return versions.filter(({ no, from }) => no === 0 || from <= day).toSorted((a, b) => b.no - a.no)[0];
}

/** The plan with the table that counts on a day. */
export function portalPlanOn(plan: PortalPlan, day: string): PortalPlan {
  const version = portalVersionOn(plan, day);
  if (version === undefined) return plan;
  const { no: _no, from: _from, reason: _reason, changes: _changes, ...body } = version;
  return { ...plan, ...body };
}

export const portalDrawStatuses = ['frozen', 'committed', 'collecting', 'drawn', 'dispatched', 'voided'] as const;

/** A random input: announced before (`value` null), then revealed. */
export const portalSource = z.object({
  kind: z.enum(['dice', 'lottery', 'witness', 'drand']),
  /** Who controls it, in words: 「见证人张见（县纪委监委派驻组）」, 「当众投骰子」. */
  label: z.string(),
  /** A witness's hash, published with the commitment. */
  sealed: hex.nullable(),
  value: z.string().nullable(),
  recordedAt: instant.nullable(),
  recordedBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
});
export type PortalSource = z.infer<typeof portalSource>;

export const portalDrawObject = z.object({
  kind: z.enum(['selected', 'reserve']),
  /** Place within its kind, from 1, in the order of selected.csv. */
  order: z.number().int().min(1),
  /** Already redacted: a natural person is written 李*. */
  name: z.string(),
  code: z.string(),
  stratum: z.string(),
  ticket: hex,
});
export type PortalDrawObject = z.infer<typeof portalDrawObject>;

const publicFile = z.object({ file: z.string(), bytes: z.number().int(), sha256: hex });

export const portalDraw = z.object({
  id: z.uuid(),
  drawNo: z.number().int().min(1),
  year: z.number().int(),
  planRowNo: z.number().int().nullable(),
  taskName: z.string(),
  /** What is drawn, for the title: 危险化学品生产经营企业. */
  objects: z.string(),
  status: z.enum(portalDrawStatuses),
  suite: z.enum(['sha256', 'sm3']),
  counts: z.object({
    pool: z.number().int(),
    excluded: z.number().int(),
    eligible: z.number().int(),
    selected: z.number().int(),
    reserves: z.number().int(),
  }),
  strata: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      eligible: z.number().int(),
      size: z.number().int(),
      /** 全部检查: the draw settled the order only. Left out in snapshots of before there were strata. */
      full: z.boolean().optional(),
      batches: z.number().int().nullable().optional(),
    }),
  ),
  exclusions: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  /** The round it belongs to; absent where the bureau keeps none. */
  round: z.string().nullable().optional(),
  /** What a leader approved against the rules of exclusion, before the freeze. */
  overrides: z
    .array(
      z.object({
        /** 恢复列入 or 另行排除. */
        kind: z.string(),
        /** The reasons set aside; empty when an eligible object was left out. */
        was: z.string(),
        text: z.string(),
        ground: z.string().nullable(),
        approver: z.string(),
      }),
    )
    .optional(),
  frozen: z.object({ at: instant, by: z.string() }),
  commitment: z
    .object({
      hash: hex,
      at: instant,
      by: z.string(),
      approvedBy: z.string().nullable(),
      openAt: instant,
      /** Index in the bureau's public log, from 0, once it stands there; people are told the place, from 1. */
      logIndex: z.number().int().nullable(),
    })
    .nullable(),
  sources: z.array(portalSource),
  drawn: z
    .object({
      at: instant,
      by: z.string(),
      seed: hex,
      sampleKey: hex,
      /** H of the result. */ resultHash: hex.optional(),
      /** Nobody ran it: it was void with all numbers in, and published because anyone can compute it (mc-draw/1 §8). */
      computedAtVoid: z.boolean().optional(),
    })
    .nullable(),
  dispatchedAt: instant.nullable(),
  objectsDrawn: z.array(portalDrawObject),
  /** Seats of the teams that stayed vacant. */
  vacantSeats: z.number().int(),
  /** 封存抽签; left out in an open draw. Until `unsealedAt` nothing else here says more than commit.json and the log. */
  sealing: z
    .object({
      /** When the result was fixed and its salted hash logged; null before. */
      drawnAt: instant.nullable(),
      resultHash: hex.nullable(),
      unsealedAt: instant.nullable(),
      unsealedBy: z.string().nullable(),
      /** Why it was sealed, and why it was unsealed before the last visit; public with the unsealing. */
      reason: z.string().nullable(),
      early: z.string().nullable(),
      /** The 16 bytes before the result files under the logged hash (mc-draw/1 §4). */
      salt: hex.nullable(),
    })
    .nullable()
    .optional(),
  /** Changes after the draw, one for each line of amendments.jsonl; `decision` is a leader's on a vacant seat, no lot. */
  amendments: z.array(
    z.object({
      kind: z.enum(['recusal', 'substitution', 'decision']),
      at: instant,
      text: z.string(),
      approver: z.string(),
      /** Line of amendments.jsonl; null for a decision, which has none. */
      seq: z.number().int().nullable().optional(),
      /** Whether somebody took the place. */
      filled: z.boolean().optional(),
      /** H of the line, as the public log's entry holds it. */
      hash: hex.nullable().optional(),
      /** The line itself where it names no inspector. */
      line: z.string().nullable().optional(),
    }),
  ),
  /** Seats of all teams, the base of the rate of recusals. */
  seats: z.number().int().optional(),
  /** Drawn against eligible by sector, and how many visits each inspector got, without a name; once there is a result. */
  spread: z
    .object({
      sectors: z.array(
        z.object({ name: z.string(), stratum: z.string(), eligible: z.number().int(), selected: z.number().int() }),
      ),
      /** Visits of each inspector of the roster, most first. */
      visits: z.array(z.number().int()),
    })
    .nullable()
    .optional(),
  /** C of the void draw that this one replaces. */
  replaces: hex.nullable().optional(),
  /** Who had announced a number and did not give it, in a draw that was voided before its result. */
  silent: z.array(z.string()).optional(),
  voided: z.object({ at: instant, reason: z.string(), approver: z.string() }).nullable(),
  /** Name of the public bundle among the bureau's public files; null before there is one. */
  bundle: publicFile.nullable(),
  /** Roster, rules and commitment, public before anything random exists; it holds no result and cannot be recomputed. */
  frozenFiles: publicFile.nullable().optional(),
  /** Bundles as they stood before each amendment, oldest first; they stay where they were. */
  earlierBundles: z.array(publicFile).optional(),
  /** The result entry of the public log with its proof and, after a sealed draw, the salt. */
  resultEntry: publicFile.nullable().optional(),
});
export type PortalDraw = z.infer<typeof portalDraw>;

/**
 * A number that was given to a draw. It is public from the preparation on, without a word on what is drawn, so that a
 * draw given up before its commitment leaves no gap that nobody can explain.
 */
export const portalAttempt = z.object({
  drawNo: z.number().int().min(1),
  year: z.number().int(),
  preparedAt: instant,
  voided: z.object({ at: instant, reason: z.string(), approver: z.string() }).nullable(),
});
export type PortalAttempt = z.infer<typeof portalAttempt>;

/** 外部抽取: a draw made on another platform, told as it was registered; nobody can recompute it. */
export const portalExternal = z.object({
  id: z.uuid(),
  /** 登记号, apart from the numbers of draws made here. */
  registerNo: z.number().int().min(1),
  year: z.number().int(),
  planRowNo: z.number().int(),
  taskName: z.string(),
  objects: z.string(),
  status: z.enum(['registered', 'dispatched', 'withdrawn']),
  platform: z.string(),
  platformNo: z.string().nullable(),
  drawnAt: instant,
  operator: z.string(),
  registered: z.object({ at: instant, by: z.string() }),
  round: z.string().nullable(),
  approvedCount: z.number().int(),
  objectsDrawn: z.array(z.object({ order: z.number().int(), code: z.string(), name: z.string() })),
  /** SHA-256 of the screenshots; the pictures themselves may show personal data. */
  files: z.array(z.object({ hash: hex, size: z.number().int() })),
  withdrawn: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type PortalExternal = z.infer<typeof portalExternal>;

/** The day by which a result must be public, and the rule that says so. */
export const publicDeadline = z.object({
  /** The day of the start event; the next day is day 1. */
  event: date,
  /** 检查结束, 检查结果产生 … in the rule's own words. */
  startEvent: z.string(),
  length: z.object({ n: z.number().int().min(1), unit: z.enum(['workday', 'calendar']) }),
  /** 最晚: the day itself is included. */
  last: date,
  clause,
  /** Beyond the last published calendar: reckoned by weekends for the time being. */
  provisional: z.boolean(),
});
export type PublicDeadline = z.infer<typeof publicDeadline>;

/** Where the page's day stands against a last day, in working days; reckoned when the page is asked for. */
export const publicRemaining = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('left'), workdays: z.number().int() }),
  z.object({ kind: z.literal('today') }),
  z.object({ kind: z.literal('overdue'), workdays: z.number().int() }),
]);
export type PublicRemaining = z.infer<typeof publicRemaining>;

export const progressSteps = ['awaiting-dispatch', 'awaiting', 'begun', 'ended', 'disclosed', 'not-inspected'] as const;

/** How far one drawn object has come; kept beside the draw so that late ones stay visible. */
export const portalProgress = z.object({
  drawNo: z.number().int(),
  /** Set for an external draw, of which no progress is published. */
  drawKind: z.literal('external').optional(),
  code: z.string(),
  name: z.string(),
  step: z.enum(progressSteps),
  endedOn: date.nullable(),
  deadline: publicDeadline.nullable(),
  disclosedOn: date.nullable(),
  /** Why it is not public yet, or why it was not inspected. */
  note: z.string().nullable(),
});
export type PortalProgress = z.infer<typeof portalProgress>;

/** One row of 结果公告. */
export const portalResult = z.object({
  id: z.uuid(),
  drawNo: z.number().int(),
  /** Set when `drawNo` is the register number of an external draw. */
  drawKind: z.literal('external').optional(),
  drawYear: z.number().int(),
  order: z.number().int(),
  planName: z.string(),
  taskName: z.string(),
  /** Null when the plan itself is not on the portal. */
  selection: z.enum(['targeted', 'nonTargeted']).nullable(),
  authority: z.string(),
  name: z.string(),
  code: z.string(),
  completedOn: date,
  category: z.object({ code: z.string(), name: z.string() }),
  /** Public text of what was found, after redaction; empty when nothing was found. */
  findings: z.string(),
  inspectors: z.array(z.object({ name: z.string(), certificateNo: z.string().nullable() })),
  deadline: publicDeadline,
  disclosedAt: instant,
  disclosedOn: date,
  /** Working (or calendar) days used from the start event to disclosure; day after the event is day 1. */
  daysUsed: z.number().int(),
  late: z.boolean(),
});
export type PortalResult = z.infer<typeof portalResult>;

/** 抽查事项清单: what may be inspected, and on which ground; anything else may not. */
export const portalItemList = z.object({
  year: z.number().int(),
  publishedAt: instant,
  items: z.array(
    z.object({
      no: z.number().int(),
      category: z.string(),
      name: z.string(),
      importance: z.enum(['priority', 'ordinary']).nullable(),
      objects: z.string(),
      method: z.string(),
      frequency: z.string(),
      bases: z.array(z.string()),
      checkItems: z.array(z.string()),
      // Lists of an earlier version of the program do not have these.
      dutyItem: z.string().optional(),
      department: z.string().optional(),
      liability: z.string().optional(),
    }),
  ),
});
export type PortalItemList = z.infer<typeof portalItemList>;

/** One line of `/open-data/draws.json`. */
export const openDataDraw = z.object({
  id: z.uuid(),
  bureau: slug,
  drawNo: z.number().int(),
  status: z.enum(portalDrawStatuses),
  commitment: hex.nullable(),
  bundle: z.string().nullable(),
});
export type OpenDataDraw = z.infer<typeof openDataDraw>;
