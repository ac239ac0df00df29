import type { Rounding } from '../../policy/index.ts';

/** Where a value stands in the document that was read: a paragraph, or a cell of one of its tables, counted from 0. */
export type SourceAt =
  | { readonly kind: 'paragraph'; readonly index: number }
  | { readonly kind: 'cell'; readonly table: number; readonly row: number; readonly column: number };

/** 出处: the place in words, the place to light, and what stands there. */
export interface Source {
  readonly place: string;
  readonly at: SourceAt;
  readonly text: string;
}

/**
 * How sure a value is. `read`: as it stands. `repaired`: moved from another cell. `unsure`: the reader chose or supposed.
 * `missing`: needed, and the document does not say. `blank`: not said and not needed. `corrected`, `confirmed`: a person
 * has written another value, or let this one stand.
 */
export type ValueState = 'read' | 'repaired' | 'unsure' | 'missing' | 'blank' | 'corrected' | 'confirmed';

export const valueStateTerms: Readonly<Record<ValueState, string>> = {
  read: '照录',
  repaired: '错栏已移正',
  unsure: '请核对',
  missing: '文件没有写',
  blank: '可不填',
  corrected: '已改',
  confirmed: '已核对',
};

/** What a draft's value is called; one word for plan rows, items, the head and promises alike. */
export const draftFieldTerms = {
  title: '标题',
  year: '年度',
  documentNo: '文号',
  issuedOn: '印发日期',
  addressees: '主送',
  upstream: '依据的上级文件',
  publicity: '公开属性',
  name: '抽查任务名称',
  selection: '抽查类型',
  items: '抽查事项',
  scope: '抽查对象范围',
  sectors: '行业类别',
  level: '重点或一般',
  ratio: '抽查比例及频次',
  window: '抽查时间',
  initiator: '发起部门',
  partners: '配合部门',
  field: '抽查领域',
  section: '责任科室',
  bodies: '检查主体',
  dutyItem: '权责清单事项',
  itemTitle: '抽查事项',
  contents: '抽查内容',
  subjects: '检查对象',
  category: '事项类别',
  methods: '检查方式',
  department: '检查部门',
  tier: '实施层级',
  bases: '检查依据',
  promise: '文件的要求',
} as const;
export type DraftFieldKey = keyof typeof draftFieldTerms;

export interface DraftField {
  readonly key: DraftFieldKey;
  readonly text: string;
  readonly state: ValueState;
  /** Why the value is what it is, where it is not simply read; null otherwise. */
  readonly reason: string | null;
  readonly sources: readonly Source[];
}

/** What a draft becomes: the plan's head, a row of its table, an item of the catalogue; a promise is shown only. */
export type DraftKind = 'head' | 'row' | 'item' | 'promise';

export interface Draft {
  /** The same again for the same document, whatever the order of its columns. */
  readonly key: string;
  readonly kind: DraftKind;
  /** What the draft is called in a list. */
  readonly title: string;
  readonly place: string;
  readonly fields: readonly DraftField[];
}

/** What the reader must know of the bureau whose document it is. */
export interface ReadingFacts {
  readonly bureau: string;
  readonly sectors: readonly { readonly code: string; readonly label: string }[];
  readonly rounding: Rounding;
}

/** Whether a person must look at the value before it may be used. */
export function needsEye({ state }: DraftField): boolean {
  return state === 'repaired' || state === 'unsure' || state === 'missing';
}

/** 需要人工核对 N 处. */
export function openFields(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + draft.fields.filter(needsEye).length, 0);
}

export function fieldOf(draft: Draft, key: DraftFieldKey): DraftField | undefined {
  return draft.fields.find((field) => field.key === key);
}

/** One value of a draft being made. */
export type Value = Omit<DraftField, 'key'>;

export function read(text: string, sources: readonly Source[], reason: string | null = null): Value {
  return { text, state: text === '' ? 'blank' : 'read', reason, sources };
}

export function unsure(text: string, reason: string, sources: readonly Source[] = []): Value {
  return { text, state: 'unsure', reason, sources };
}

export function missing(reason: string, sources: readonly Source[] = []): Value {
  return { text: '', state: 'missing', reason, sources };
}

export const blank: Value = { text: '', state: 'blank', reason: null, sources: [] };

export function fieldsOf(values: Partial<Readonly<Record<DraftFieldKey, Value>>>): readonly DraftField[] {
  return (Object.entries(values) as [DraftFieldKey, Value][]).map(([key, value]) => ({ key, ...value }));
}
