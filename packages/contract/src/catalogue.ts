import type { CatalogueRefusal, InspectionItem, ItemId, ItemSurroundings, RatioFault } from '@mingchou/domain';
import { basisText, judgeBasis, lawStatuses, ratioFault, ratioOf, reviewItem, standingText } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { calendarDate, instant } from './time.ts';

const line = z.string().trim().min(1, '请填写').max(300);
const itemId = idOf<ItemId>();

export const legalBasis = z.strictObject({
  title: line,
  number: z.string().trim().max(200),
  revision: z.string().trim().max(200),
  article: z.string().trim().max(200),
});

const wording = z.string().trim().max(1000).default('');

/** One check point; what the documents do not print may be left out. */
export const checkItem = z.strictObject({
  no: z.number().int().min(1).max(500),
  group: z.string().trim().max(200).default(''),
  text: z.string().trim().min(1).max(1000),
  pass: wording,
  fail: wording,
  evidence: wording,
  measure: wording,
  days: z.number().int().min(0, '整改期限不能小于0').max(365, '整改期限不能超过365日').nullable().default(null),
  hazards: z.array(z.string().trim().min(1).max(40)).max(50).default([]),
});

/** What is no ratio of a list although the grammar can write it; other words than the grammar's are the list's own. */
const ratioFaults: Readonly<Record<RatioFault, string>> = {
  'above-whole': '抽查比例不能超过100%',
  nobody: '抽查比例或者家数不能是0',
  never: '抽查频次不能是0次',
};

const ratioAndFrequency = z
  .string('请填写抽查比例和频次，应为数字，如20')
  .trim()
  .max(200)
  .superRefine((written, context) => {
    const ratio = ratioOf({ ratioAndFrequency: written });
    const fault = ratio === undefined ? undefined : ratioFault(ratio);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: ratioFaults[fault] });
  });

/** The ten columns of the list and 法律责任. */
export const itemContent = z.strictObject({
  dutyItem: line,
  title: line,
  checkItems: z.array(checkItem).max(500),
  subjects: line,
  category: z.enum(['priority', 'ordinary']),
  methods: z.array(line).min(1, '请至少选一种检查方式').max(10),
  ratioAndFrequency,
  department: line,
  tier: z.string().trim().max(60),
  legalBases: z.array(legalBasis).max(30),
  liability: z.string().trim().max(2000),
  sectors: z.array(z.string().max(60)).min(1, '请至少选一个行业类别').max(50),
});

/** What a citation is worth today, for the chip beside it. */
const citedBasis = z.object({
  text: z.string(),
  standing: z.enum(['current', 'unverified', 'not-yet', 'repealed', 'superseded', 'unlisted']),
  /** What to know of it; null while it is simply in force. */
  detail: z.string().nullable(),
});

const itemNote = z.object({ code: z.string(), severity: z.enum(['must', 'check']), text: z.string() });

const itemStatus = z.enum(['draft', 'published', 'withdrawn']);

export const itemView = z.object({
  id: itemId,
  version: z.number().int(),
  no: z.number().int(),
  status: itemStatus,
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  ...itemContent.shape,
  // What an earlier version of the program let pass is still shown.
  ratioAndFrequency: z.string(),
  bases: z.array(citedBasis),
  notes: z.array(itemNote),
  /** 省级清单事项 and the codes of both lists; null while the item is not mapped. */
  mapping: z
    .object({ dutyCode: z.string(), provinceCode: z.string().nullable(), provinceItem: z.string().nullable() })
    .nullable(),
});
export type ItemView = z.infer<typeof itemView>;

export const legalBasisRow = z.object({
  text: z.string(),
  title: z.string(),
  number: z.string(),
  revision: z.string(),
  article: z.string(),
  standing: citedBasis.shape.standing,
  detail: z.string().nullable(),
  items: z.array(z.object({ id: itemId, no: z.number().int(), title: z.string() })),
});

/** One edition in the library, with the items that cite it. */
export const lawRow = z.object({
  title: line,
  number: z.string().trim().max(200),
  revision: z.string().trim().max(200),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  status: z.enum(lawStatuses),
  successor: z.string().trim().max(300).nullable(),
  verified: z.boolean(),
  source: line,
  version: z.number().int(),
  citedBy: z.array(z.object({ id: itemId, no: z.number().int(), title: z.string() })),
});
export type LawRow = z.infer<typeof lawRow>;
const lawContent = lawRow.omit({ version: true, citedBy: true });

export const mappingRow = z.object({
  title: z.string(),
  /** The item of the bureau's list that bears this title; null when none does any more. */
  itemNo: z.number().int().nullable(),
  dutyCode: z.string(),
  dutyItem: z.string(),
  provinceCode: z.string().nullable(),
  provinceItem: z.string().nullable(),
  source: z.string(),
});
export type MappingRow = z.infer<typeof mappingRow>;

export const hazardRow = z.object({
  code: z.string(),
  industry: z.string(),
  text: z.string(),
  standard: z.string(),
  clause: z.string(),
  source: z.string(),
  points: z.array(z.object({ itemId, itemNo: z.number().int(), pointNo: z.number().int() })),
});
export type HazardRow = z.infer<typeof hazardRow>;

const editionHead = z.object({
  no: z.number().int(),
  publishedAt: instant,
  publishedBy: z.string(),
  items: z.number().int(),
  /** 「增加2项，修改1项」; what changed against the edition before. */
  changed: z.string(),
});
export type EditionHead = z.infer<typeof editionHead>;

const listChange = z.union([
  z.object({ kind: z.enum(['added', 'removed']), no: z.number().int(), title: z.string() }),
  z.object({
    kind: z.literal('changed'),
    no: z.number().int(),
    title: z.string(),
    cells: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
  }),
]);

const noun = 'catalogue';
const idAndVersion = z.object({ id: itemId, version: z.number().int() });

export const catalogueRoutes = {
  addItem: command({
    noun,
    name: 'add-item',
    summary: '在抽查事项清单中增加一项',
    input: z.strictObject({ content: itemContent }),
    reply: idAndVersion,
  }),
  updateItem: command({
    noun,
    name: 'update-item',
    summary: '修改一项未公布的抽查事项',
    input: z.strictObject({ id: itemId, version, content: itemContent }),
    reply: idAndVersion,
  }),
  publishItems: command({
    noun,
    name: 'publish-items',
    summary: '公布抽查事项，公布后才能列入计划',
    input: z.strictObject({
      items: z
        .array(z.strictObject({ id: itemId, version }))
        .min(1)
        .max(200),
    }),
    reply: z.object({ published: z.number().int() }),
  }),
  withdrawItem: command({
    noun,
    name: 'withdraw-item',
    summary: '撤下一项已公布的抽查事项',
    input: z.strictObject({ id: itemId, version, reason: line }),
    reply: idAndVersion,
  }),
  listItems: query({
    noun,
    name: 'list-items',
    summary: '抽查事项清单',
    input: listInput.extend({ status: itemStatus.optional(), sector: z.string().max(60).optional() }),
    reply: pageOf(itemView),
  }),
  showItem: query({
    noun,
    name: 'show-item',
    summary: '一项抽查事项的全部内容',
    input: z.object({ id: itemId }),
    reply: itemView,
  }),
  listLegalBases: query({
    noun,
    name: 'list-legal-bases',
    summary: '清单引用的法律依据，以及引用它们的事项',
    input: listInput,
    reply: pageOf(legalBasisRow),
  }),
  recordLaw: command({
    noun,
    name: 'record-law',
    summary: '在法律依据库登记或更正一个版本',
    input: z.strictObject({ version, law: lawContent }),
    reply: z.object({ version: z.number().int() }),
  }),
  listLaws: query({
    noun,
    name: 'list-laws',
    summary: '法律依据库：每个版本的施行和失效日期，以及引用它的事项',
    input: listInput.extend({ status: z.enum(lawStatuses).optional() }),
    reply: pageOf(lawRow),
  }),
  listMappings: query({
    noun,
    name: 'list-mappings',
    summary: '抽查事项与权责清单、省级清单的对应关系',
    input: listInput,
    reply: pageOf(mappingRow),
  }),
  listHazards: query({
    noun,
    name: 'list-hazards',
    summary: '重大事故隐患判定条款，以及引用它们的抽查内容',
    input: listInput,
    reply: pageOf(hazardRow),
  }),
  listEditions: query({
    noun,
    name: 'list-editions',
    summary: '抽查事项清单公布过的各版',
    input: listInput,
    reply: pageOf(editionHead),
  }),
  showEdition: query({
    noun,
    name: 'show-edition',
    summary: '某一版清单的全表，以及与上一版的不同',
    input: z.object({ no: z.coerce.number().int().min(1).optional() }),
    reply: z.object({
      ...editionHead.shape,
      /** The ten cells of each line, then 法律责任. */
      lines: z.array(z.array(z.string())),
      changes: z.array(listChange),
    }),
  }),
} as const;

/** The wire shape of one item. */
export function viewItem(item: InspectionItem, itemVersion: number, around: ItemSurroundings): ItemView {
  const mapping = around.mappings.find(({ title }) => title === item.title);
  return {
    id: item.id,
    version: itemVersion,
    no: item.no,
    status: item.status,
    publishedAt: item.status === 'published' ? item.publishedAt : null,
    publishedBy: item.status === 'published' ? item.publishedBy : null,
    withdrawnReason: item.status === 'withdrawn' ? item.reason : null,
    dutyItem: item.dutyItem,
    title: item.title,
    checkItems: item.checkItems.map((point) => ({ ...point, hazards: [...point.hazards] })),
    subjects: item.subjects,
    category: item.category,
    methods: [...item.methods],
    ratioAndFrequency: item.ratioAndFrequency,
    department: item.department,
    tier: item.tier,
    legalBases: [...item.legalBases],
    liability: item.liability,
    sectors: [...item.sectors],
    bases: item.legalBases.map((basis) => {
      const standing = judgeBasis(around.laws, basis, around.on);
      return { text: basisText(basis), standing: standing.kind, detail: standingText(standing) };
    }),
    notes: [...reviewItem(item, around)],
    mapping:
      mapping === undefined
        ? null
        : {
            dutyCode: mapping.dutyCode,
            provinceCode: mapping.provinceCode,
            provinceItem: mapping.provinceItem,
          },
  };
}

export const catalogueRefusals = {
  'item-not-found': { status: 404, message: '没有这一项抽查事项，可能已被撤下。请回到清单重新选择。' },
  'item-title-taken': {
    status: 409,
    message: (refusal) => `没有保存：清单第${refusal.no}项已是「${refusal.title}」。请改用那一项，或换一个名称。`,
  },
  'item-without-basis': {
    status: 422,
    message: (refusal) => `没有公布：「${refusal.title}」没有检查依据，没有依据的不得检查。请补上依据再公布。`,
  },
  'item-without-check-points': {
    status: 422,
    message: (refusal) => `没有公布：「${refusal.title}」没有抽查内容。请至少写一条再公布。`,
  },
  'item-without-duty': {
    status: 422,
    message: (refusal) =>
      `没有公布：清单对应关系中没有「${refusal.title}」，每一项都要对应权责清单事项。请补入对应关系再公布。`,
  },
  'item-ratio-above-ceiling': {
    status: 422,
    message: (refusal) =>
      `没有公布：「${refusal.title}」是一般检查事项，比例${refusal.share}超过本局上限${refusal.ceiling}。请降低比例或改为重点检查事项。`,
  },
  'law-ends-before-it-begins': { status: 422, message: '没有登记：失效日期早于施行日期。请改正其中一个。' },
  'law-stale': { status: 409, message: '没有登记：这一版本刚被改过。请看过现在的内容再登记。' },
  'edition-not-found': { status: 404, message: '清单还没有公布过这一版。' },
  'item-sector-unknown': {
    status: 422,
    message: (refusal) => `没有保存：本局规则中没有「${refusal.sector}」这一类别。请在本局规则的类别中选择。`,
  },
  'item-already-published': {
    status: 409,
    message: (refusal) => `没有保存：「${refusal.title}」已经公布。请先撤下并写明理由，再修改。`,
  },
  'item-not-published': {
    status: 409,
    message: (refusal) => `没有撤下：「${refusal.title}」还没有公布，直接修改即可。`,
  },
  'item-stale': {
    status: 409,
    message: (refusal) => `没有保存：${refusal.changedBy}刚改过这一项。请对照两份后再保存。`,
  },
} satisfies RefusalTable<CatalogueRefusal>;
