import type { ItemId } from '../id.ts';
import type { Instant } from '../time.ts';

/** 检查依据: law, revision and article. */
export interface LegalBasis {
  readonly title: string;
  readonly number: string;
  readonly revision: string;
  readonly article: string;
}

/** 抽查内容, one numbered point of the checklist, and what the inspector needs on the spot. */
export interface CheckItem {
  readonly no: number;
  /** The heading that this point shares with its neighbours; '' where the list has no groups. */
  readonly group: string;
  readonly text: string;
  /** 符合时的记录用语; ____ marks what is to be filled in. */
  readonly pass: string;
  /** 不符合时的记录用语. */
  readonly fail: string;
  /** 取证提示. */
  readonly evidence: string;
  /** 处理措施. */
  readonly measure: string;
  /** 整改期限, calendar days; 0: at once; null: to be set on the spot. */
  readonly days: number | null;
  /** 重大事故隐患, by their numbers in the bureau's table. */
  readonly hazards: readonly string[];
}

/** A check point without wording, as the documents print them. */
export const blankPoint: Omit<CheckItem, 'no' | 'text'> = {
  ...{ group: '', pass: '', fail: '', evidence: '', measure: '', days: null },
  hazards: [],
};

/** 「7日内」, 「立即」; '' where the period is set on the spot. */
export function periodText(days: number | null): string {
  if (days === null) return '';
  return days === 0 ? '立即' : `${days}日内`;
}

/** 抽查事项 — the ten columns of the list (LZ-15) and 法律责任 (GX-20); 序号 is `no`. */
export interface ItemContent {
  /** 权责清单事项. */
  readonly dutyItem: string;
  /** 抽查事项. */
  readonly title: string;
  /** 抽查内容, in order. */
  readonly checkItems: readonly CheckItem[];
  /** 检查对象. */
  readonly subjects: string;
  /** 事项类别: 重点 or 一般检查事项. */
  readonly category: 'priority' | 'ordinary';
  /** 检查方式. */
  readonly methods: readonly string[];
  /** 抽查比例及频次, in the words of the list. */
  readonly ratioAndFrequency: string;
  /** 检查部门. */
  readonly department: string;
  /** 实施层级. */
  readonly tier: string;
  /** 检查依据. */
  readonly legalBases: readonly LegalBasis[];
  /** 法律责任. */
  readonly liability: string;
  /** The sectors of the policy whose subjects the item concerns. */
  readonly sectors: readonly string[];
}

interface Listed extends ItemContent {
  readonly id: ItemId;
  readonly no: number;
}

export type InspectionItem =
  | (Listed & { readonly status: 'draft' })
  | (Listed & { readonly status: 'published'; readonly publishedAt: Instant; readonly publishedBy: string })
  | (Listed & { readonly status: 'withdrawn'; readonly withdrawnAt: Instant; readonly reason: string });

export type ItemStatus = InspectionItem['status'];

export const itemStatusTerms: Readonly<Record<ItemStatus, string>> = {
  draft: '未公布',
  published: '已公布',
  withdrawn: '已撤下',
};
export const categoryTerms: Readonly<Record<ItemContent['category'], string>> = {
  priority: '重点检查事项',
  ordinary: '一般检查事项',
};

/** 《安全生产法》（2021年第三次修正）第六十五条 → its parts, the reverse of `basisText`; without 《》 the whole line is the title. */
export function basisFrom(line: string): LegalBasis {
  const match = /^[《〈](.+?)[》〉]((?:[（(][^（）()]*[）)])*)(.*)$/.exec(line.trim());
  if (match === null) return { title: line.trim(), number: '', revision: '', article: '' };
  const [, title = '', brackets = '', article = ''] = match;
  return { title, ...editionFrom(brackets), article: article.trim().replace(/。$/, '') };
}

/** （国家安全监管总局令第20号，2015年5月26日修正）→ number and revision; brackets that name no edition say nothing. */
function editionFrom(brackets: string): Pick<LegalBasis, 'number' | 'revision'> {
  const inside = [...brackets.matchAll(/[（(]([^（）()]*)[）)]/g)].map(([, text = '']) => text).join('，');
  if (!/\d|[令号版修]/.test(inside)) return { number: '', revision: '' };
  const [, number = '', revision = ''] = /^(.*?(?:第?\d+号))[，,]?(.*)$/.exec(inside) ?? ['', '', inside];
  return { number, revision };
}

/** 《安全生产法》（2021年第三次修正）第六十五条 — as the column 检查依据 writes it. */
export function basisText(basis: LegalBasis): string {
  const edition = [basis.number, basis.revision].filter((part) => part !== '').join('，');
  return `《${basis.title}》${edition === '' ? '' : `（${edition}）`}${basis.article}`;
}

/** Points that stand next to each other under one heading; '' is the heading of those that have none. */
export function groupsOf<Point extends { readonly group: string }>(
  points: readonly Point[],
): readonly { readonly group: string; readonly points: readonly Point[] }[] {
  const starts = points.flatMap((point, at) => (at === 0 || points[at - 1]?.group !== point.group ? [at] : []));
  return starts.map((from, at) => ({
    group: points[from]?.group ?? '',
    points: points.slice(from, starts[at + 1] ?? points.length),
  }));
}
