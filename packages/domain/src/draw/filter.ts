import type { SectionId } from '../id.ts';

/** 信用风险分类 as a draw sees it: an object that nobody has graded is 未评级, not left out. */
export const drawGrades = ['A', 'B', 'C', 'D', 'unrated'] as const;
export type DrawGrade = (typeof drawGrades)[number];
export const drawGradeTitles: Readonly<Record<DrawGrade, string>> = {
  A: 'A级',
  B: 'B级',
  C: 'C级',
  D: 'D级',
  unrated: '未评级',
};

export const filterFields = ['name', 'address'] as const;
export type FilterField = (typeof filterFields)[number];
export const filterFieldTitles: Readonly<Record<FilterField, string>> = { name: '名称', address: '地址' };

/** 文字条件: the name or the address holds these words, or does not. */
export interface TextCondition {
  readonly field: FilterField;
  readonly holds: boolean;
  readonly words: string;
}

/** 抽取条件 — which objects of the registry stand in the pool; stored with the draw (ZZ-10). An empty list sets no condition. */
export interface DrawFilter {
  /** 定向 names conditions beside the plan row's own; 不定向 names none. */
  readonly selection: 'targeted' | 'nonTargeted';
  readonly sectors: readonly string[];
  readonly level: 'all' | 'priority' | 'ordinary';
  readonly grades: readonly DrawGrade[];
  /** GB/T 2260 codes. */
  readonly regions: readonly string[];
  readonly sections: readonly SectionId[];
  readonly words: readonly TextCondition[];
}

/** What the conditions ask of an object. */
export interface FilterFacts {
  readonly name: string;
  readonly address: string;
  readonly sector: string;
  readonly priority: 'priority' | 'ordinary';
  readonly grade: DrawGrade;
  readonly region: string | null;
  readonly sectionId: SectionId | null;
}

/** Whether an object meets every condition. */
export function meetsFilter(filter: DrawFilter, facts: FilterFacts): boolean {
  return (
    among(filter.sectors, facts.sector) &&
    (filter.level === 'all' || filter.level === facts.priority) &&
    among(filter.grades, facts.grade) &&
    among(filter.regions, facts.region) &&
    among(filter.sections, facts.sectionId) &&
    filter.words.every(({ field, holds, words }) => facts[field].includes(words) === holds)
  );
}

function among<T>(wanted: readonly T[], found: T | null): boolean {
  return wanted.length === 0 || (found !== null && wanted.includes(found));
}

/** Whether anything is asked beyond sectors and level, which the approved plan row sets itself. */
export function hasOwnConditions({ grades, regions, sections, words }: DrawFilter): boolean {
  return grades.length + regions.length + sections.length + words.length > 0;
}

/** Names for the codes in a filter. */
export interface FilterNames {
  /** What the bureau calls those it checks. */
  readonly subject: string;
  readonly sector: (code: string) => string;
  readonly section: (id: SectionId) => string;
}

const levelTitles = { all: '', priority: '重点', ordinary: '一般' } as const;

/** 定向：类别为危化经营，重点，B级、C级，名称含「加油站」的抽查对象 */
export function filterSentence(filter: DrawFilter, names: FilterNames): string {
  const parts = [
    filter.sectors.length === 0 ? '' : `类别为${filter.sectors.map(names.sector).join('、')}`,
    levelTitles[filter.level],
    filter.grades.map((grade) => drawGradeTitles[grade]).join('、'),
    filter.regions.length === 0 ? '' : `行政区划${filter.regions.join('、')}`,
    filter.sections.length === 0 ? '' : `归${filter.sections.map(names.section).join('、')}管`,
    ...filter.words.map(({ field, holds, words }) => `${filterFieldTitles[field]}${holds ? '含' : '不含'}「${words}」`),
  ].filter((part) => part !== '');
  const selection = filter.selection === 'targeted' ? '定向' : '不定向';
  return parts.length === 0
    ? `${selection}：全部${names.subject}`
    : `${selection}：${parts.join('，')}的${names.subject}`;
}
