import type { FileRefusal, PlanId, PlanRowId, ReadingId, ReadingRefusal } from '@mingchou/domain';
import { draftFieldTerms } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const noun = 'reading';
const readingId = idOf<ReadingId>();
const planId = idOf<PlanId>();
const draftKey = z.string().min(1).max(1000);
const fieldKey = z.enum(
  Object.keys(draftFieldTerms) as [keyof typeof draftFieldTerms, ...(keyof typeof draftFieldTerms)[]],
);

const sourceAt = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), index: z.number().int() }),
  z.object({ kind: z.literal('cell'), table: z.number().int(), row: z.number().int(), column: z.number().int() }),
]);

const draftField = z.object({
  key: fieldKey,
  text: z.string(),
  state: z.enum(['read', 'repaired', 'unsure', 'missing', 'blank', 'corrected', 'confirmed']),
  reason: z.string().nullable(),
  sources: z.array(z.object({ place: z.string(), at: sourceAt, text: z.string() })).readonly(),
});

export const draftView = z.object({
  key: draftKey,
  kind: z.enum(['head', 'row', 'item', 'promise']),
  title: z.string(),
  place: z.string(),
  fields: z.array(draftField).readonly(),
});

const readDocumentView = z.object({
  title: z.string().nullable(),
  paragraphs: z.array(z.object({ text: z.string(), level: z.number().int() })).readonly(),
  tables: z
    .array(
      z.object({
        label: z.string(),
        title: z.string(),
        columns: z.array(z.string()).readonly(),
        rows: z.array(z.array(z.string()).readonly()).readonly(),
      }),
    )
    .readonly(),
});

const acceptance = z.object({
  draft: draftKey,
  as: z.enum(['head', 'row', 'item']),
  id: z.string(),
  planId: planId.nullable(),
  at: instant,
  by: z.string(),
});

export const readingView = z.object({
  id: readingId,
  version: z.number().int(),
  fileName: z.string(),
  fileHash: z.string(),
  readAt: instant,
  readBy: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  document: readDocumentView,
  drafts: z.array(draftView).readonly(),
  accepted: z.array(acceptance).readonly(),
  /** Values that still wait for an eye. */
  open: z.number().int(),
  /** Values that a person had to write himself. */
  corrected: z.number().int(),
});
export type ReadingView = z.infer<typeof readingView>;

/** Where accepted rows go: a new plan of a year, or a draft that stands. */
const into = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), year: z.number().int().min(2000).max(2100) }),
  z.strictObject({ kind: z.literal('plan'), planId, version }),
]);

const edit = z.strictObject({ readingId, version });
const saved = z.object({ readingId, version: z.number().int() });

export const readingRoutes = {
  readDocument: command({
    noun,
    name: 'read-document',
    summary: '读入一份计划、方案、制度或清单，拆成任务和事项的草稿；不改动计划和清单',
    input: z.strictObject({
      fileName: z.string().trim().min(1).max(255),
      base64: z.base64().max(20_000_000, '文件太大'),
    }),
    reply: saved,
  }),
  correctValue: command({
    noun,
    name: 'correct-value',
    summary: '改写读入的一处内容，原文不变',
    input: edit.extend({ draft: draftKey, field: fieldKey, text: z.string().max(20_000) }),
    reply: saved,
  }),
  confirmValues: command({
    noun,
    name: 'confirm-values',
    summary: '核对无误：读入的一处或一项的各处照读出的用',
    input: edit.extend({ draft: draftKey, field: fieldKey.nullable() }),
    reply: saved,
  }),
  acceptDrafts: command({
    noun,
    name: 'accept-drafts',
    summary: '把核对过的草稿列入计划草稿和事项清单，事项不公布',
    input: edit.extend({ drafts: z.array(draftKey).min(1, '请至少选一项').max(500), into: into.nullable() }),
    reply: saved.extend({ planId: planId.nullable(), rows: z.number().int(), items: z.number().int() }),
  }),
  listReadings: query({
    noun,
    name: 'list-readings',
    summary: '读入过的文件，新的在前',
    input: listInput,
    reply: pageOf(
      z.object({
        id: readingId,
        fileName: z.string(),
        title: z.string().nullable(),
        readAt: instant,
        readBy: z.string(),
        rows: z.number().int(),
        items: z.number().int(),
        accepted: z.number().int(),
        open: z.number().int(),
      }),
    ),
  }),
  showReading: query({
    noun,
    name: 'show-reading',
    summary: '一份读入的文件：原文、逐项草稿、出处和核对结果',
    input: z.object({ readingId }),
    reply: z.object({
      reading: readingView,
      year: z.number().int().nullable(),
      sectors: z.array(z.string()),
      /** Items that the catalogue has already, by title. */
      listed: z.array(z.string()),
      /** Plans that are drafts, newest year first, and the years that have a plan of any state. */
      plans: z.array(z.object({ planId, version: z.number().int(), year: z.number().int(), title: z.string() })),
      years: z.array(z.number().int()),
      findings: z.array(
        z.object({
          id: z.string(),
          severity: z.enum(['must', 'check', 'wording']),
          verdict: z.string(),
          detail: z.string().nullable(),
          places: z.array(z.object({ place: z.string(), text: z.string() })).readonly(),
        }),
      ),
    }),
  }),
  listRowSources: query({
    noun,
    name: 'list-row-sources',
    summary: '一份计划里读入的任务各自出自哪份文件的哪一处',
    input: z.object({ planId }),
    reply: z.object({
      rows: z.array(
        z.object({
          rowId: idOf<PlanRowId>(),
          readingId,
          fileName: z.string(),
          place: z.string(),
          corrected: z.number().int(),
        }),
      ),
    }),
  }),
} as const;

const list = (names: readonly string[]) => names.map((name) => `「${name}」`).join('、');

/** What a file that is no plan is told; the words for registries would send people to the wrong page. */
export const documentFileRefusals = {
  'file-empty': { status: 422, message: '没有读入：文件是空的。请重新选文件。' },
  'file-too-large': {
    status: 422,
    message: ({ megabytes, most }) => `没有读入：文件有${megabytes}MB，最多${most}MB。请删去图片后再选。`,
  },
  'file-encrypted': { status: 422, message: '没有读入：文件设了密码。请在WPS或Word里取消密码，另存后再选。' },
  'file-is-another-kind': {
    status: 422,
    message: ({ is }) => `没有读入：这个文件其实是${is}。请用WPS或Word打开，另存为.docx后再选。`,
  },
  'file-broken': { status: 422, message: '没有读入：文件损坏，打不开。请用WPS或Word打开，另存为.docx后再选。' },
  'unzips-too-large': {
    status: 422,
    message: ({ megabytes, most }) => `没有读入：解开后至少${megabytes}MB，最多${most}MB。请删去图片后再选。`,
  },
  'zip-too-many-entries': {
    status: 422,
    message: ({ entries, most }) => `没有读入：文件里有${entries}个部件，最多${most}个。请删去图片后再选。`,
  },
  'zip-ratio': {
    status: 422,
    message: ({ ratio, most }) => `没有读入：解开后是原来的${ratio}倍，最多${most}倍，不像正常的文件。请另存后再选。`,
  },
  'csv-broken': { status: 422, message: ({ line }) => `没有读入：第${line}行的引号没有成对。请改好后再选。` },
  'reading-too-slow': {
    status: 422,
    message: ({ seconds }) => `没有读入：读了${seconds}秒还没有读完。请只留计划和附件，另存后再选。`,
  },
  'reading-out-of-memory': { status: 422, message: '没有读入：内容太多，读不下。请只留计划和附件，另存后再选。' },
  'too-many-rows': {
    status: 422,
    message: ({ rows, most }) => `没有读入：表格有${rows}行，最多${most}行，不像计划。名录请到底册导入。`,
  },
} satisfies RefusalTable<FileRefusal>;

export const readingRefusals = {
  'reading-not-found': { status: 404, message: '没有这份读入的文件，可能不是本局的。请回到「读入旧计划」重新选择。' },
  'reading-stale': {
    status: 409,
    message: ({ changedBy }) => `没有保存：${changedBy}在您打开之后核对过这份文件。请看最新的内容后再改。`,
  },
  'reading-empty': {
    status: 422,
    message: '没有读入：文件里没有读出抽查任务，也没有抽查事项。请核对是不是计划、方案、制度或者事项清单。',
  },
  'reading-draft-gone': { status: 404, message: '没有保存：这份文件里没有这一项。请刷新后再看。' },
  'reading-draft-taken': {
    status: 409,
    message: ({ draft }) => `没有改动：「${draft}」已经列入。请到计划或者事项清单里修改。`,
  },
  'reading-value-open': {
    status: 422,
    message: ({ draft, fields }) => `没有列入：「${draft}」的${list(fields)}还没有核对。请核对或者填写后再列入。`,
  },
  'reading-value-unreadable': {
    status: 422,
    message: ({ draft, field, why }) => `没有保存：「${draft}」的「${field}」不合用。${why}。`,
  },
  'reading-plan-unnamed': { status: 422, message: '没有列入：没有选列入哪份计划。请选一份计划草稿或者新建一份。' },
  'reading-year-missing': { status: 422, message: '没有列入：文件的年度还没有填写。请先在「标题与文号」里填写年度。' },
} satisfies RefusalTable<ReadingRefusal>;
