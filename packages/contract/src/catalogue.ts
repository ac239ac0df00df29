import type { CatalogueRefusal, InspectionItem, ItemId } from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import type { RefusalTable } from './refusal.ts';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const line = z.string().trim().min(1, '请填写').max(300);
const itemId = idOf<ItemId>();

export const legalBasis = z.strictObject({
  title: line,
  number: z.string().trim().max(200),
  revision: z.string().trim().max(200),
  article: z.string().trim().max(200),
});

/** The ten columns of the list and 法律责任. */
export const itemContent = z.strictObject({
  dutyItem: line,
  title: line,
  checkItems: z.array(
    z.strictObject({ no: z.number().int().min(1).max(500), text: z.string().trim().min(1).max(1000) }),
  ),
  subjects: line,
  category: z.enum(['priority', 'ordinary']),
  methods: z.array(line).min(1, '请至少选一种检查方式').max(10),
  ratioAndFrequency: z.string().trim().max(200),
  department: line,
  tier: z.string().trim().max(60),
  legalBases: z.array(legalBasis).max(30),
  liability: z.string().trim().max(2000),
  sectors: z.array(z.string().max(60)).min(1, '请至少选一个行业类别').max(50),
});

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
});
export type ItemView = z.infer<typeof itemView>;

export const legalBasisRow = z.object({
  text: z.string(),
  title: z.string(),
  number: z.string(),
  revision: z.string(),
  article: z.string(),
  items: z.array(z.object({ id: itemId, no: z.number().int(), title: z.string() })),
});

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
} as const;

/** The wire shape of one item. */
export function viewItem(item: InspectionItem, itemVersion: number): ItemView {
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
    checkItems: [...item.checkItems],
    subjects: item.subjects,
    category: item.category,
    methods: [...item.methods],
    ratioAndFrequency: item.ratioAndFrequency,
    department: item.department,
    tier: item.tier,
    legalBases: [...item.legalBases],
    liability: item.liability,
    sectors: [...item.sectors],
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
