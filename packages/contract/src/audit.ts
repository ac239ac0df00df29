import { z } from 'zod';
import { listInput, pageOf } from './list.ts';
import { query } from './route.ts';

/** One line of 留痕: who did what to which thing, when; `position` is its place in the chain once it has one. */
export const auditEntryView = z.object({
  entryId: z.uuid(),
  position: z.number().int().nullable(),
  hash: z.string().nullable(),
  noun: z.string(),
  aggregateId: z.uuid(),
  version: z.number().int(),
  eventType: z.string(),
  event: z.unknown(),
  actorId: z.uuid().nullable(),
  actorName: z.string(),
  at: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntryView>;

export const chainReportView = z.object({
  /** How many entries stand in the chain, and the last one's hash. */
  length: z.number().int(),
  head: z.string(),
  waiting: z.number().int(),
  /** The first bad entry; null when every entry is as it was written. */
  fault: z
    .object({ code: z.string(), position: z.number().int().nullable(), entryId: z.string().nullable() })
    .nullable(),
});
export type ChainReportView = z.infer<typeof chainReportView>;

const noun = 'audit';

export const auditRoutes = {
  listHistory: query({
    ...{ noun, name: 'list-history', summary: '一件事项的全部经过' },
    input: z.object({ aggregateId: z.uuid() }),
    reply: z.object({ rows: z.array(auditEntryView) }),
  }),
  listAuditEntries: query({
    ...{ noun, name: 'list-audit-entries', summary: '全局留痕清单' },
    input: listInput.extend({
      noun: z.string().max(40).optional(),
      actorId: z.uuid().optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
    }),
    reply: pageOf(auditEntryView),
  }),
  verifyAuditChain: query({
    ...{ noun, name: 'verify-audit-chain', summary: '从头重算本局的留痕链' },
    input: z.object({}),
    reply: chainReportView,
  }),
};

export const auditRefusals = {};
