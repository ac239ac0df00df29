import type { CalendarDate } from '../time.ts';

/** 对象类型 (N-07: a directory may hold enterprises, the self-employed, products, projects). */
export const subjectKinds = ['enterprise', 'individual', 'mine', 'project', 'product'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
export const subjectKindTitles: Readonly<Record<SubjectKind, string>> = {
  enterprise: '企业',
  individual: '个体经营者',
  mine: '矿山',
  project: '工程项目',
  product: '产品',
};

/** Why an object is 重点. The last three are the grounds of 山东省安全生产条例第四十三条 that arise from what happened (N-05). */
export const priorityGrounds = [
  'high-risk',
  'crowded',
  'living-in',
  'listed',
  'accident',
  'penalties',
  'complaint',
] as const;
export type PriorityGround = (typeof priorityGrounds)[number];
export const groundTitles: Readonly<Record<PriorityGround, string>> = {
  'high-risk': '高危行业',
  crowded: '人员密集场所',
  'living-in': '生产与居住同一建筑',
  listed: '上级或本局列为重点',
  accident: '发生生产安全事故',
  penalties: '一年内两次以上行政处罚',
  complaint: '投诉举报经查实',
};

/** A place on the map, degrees of CGCS2000, six decimals (about a decimetre). */
export interface Location {
  readonly longitude: number;
  readonly latitude: number;
}

/** What is registered about an object beside its name, code and place in the base. */
export interface SubjectParticulars {
  readonly kind: SubjectKind;
  /** 曾用名, the latest first. */
  readonly formerNames: readonly string[];
  readonly location: Location | null;
  /** GB/T 4754, such as C2614; null where it is not known. */
  readonly industry: string | null;
  readonly grounds: readonly PriorityGround[];
  /** Who gave the credit grade and on which day (N-22: monthly, from the market regulator). */
  readonly gradeSource: string | null;
  readonly gradeOn: CalendarDate | null;
}

/** An object of which only the name, the code and the place in the base are known. */
export const unparticular: SubjectParticulars = {
  kind: 'enterprise',
  formerNames: [],
  location: null,
  industry: null,
  grounds: [],
  gradeSource: null,
  gradeOn: null,
};

export type ParticularsRefusal =
  | { readonly code: 'location-outside' }
  | { readonly code: 'industry-form'; readonly written: string }
  | { readonly code: 'ground-missing' }
  | { readonly code: 'ground-of-ordinary' }
  | { readonly code: 'grade-undated' }
  | { readonly code: 'grade-date-in-future'; readonly today: CalendarDate }
  | { readonly code: 'former-name-not-drawable' };

// The land and waters of China with a margin: a point outside is a slip of the keyboard (swapped or cut figures).
const bounds = { west: 73, east: 136, south: 3, north: 54 };

const industryForm = /^[A-T](\d{2}|\d{3}|\d{4})?$/;

/** `113.012345,36.054321`, longitude first, as map pages copy it; a full-width comma or a space is read as well. */
export function parseLocation(written: string): Location | undefined {
  const found = /^\s*(\d{1,3}(?:\.\d+)?)\s*[,，、\s]\s*(\d{1,3}(?:\.\d+)?)\s*$/.exec(written.normalize('NFKC'));
  if (found === null) return undefined;
  const [longitude, latitude] = [Number(found[1]), Number(found[2])];
  const point = { longitude: roundDegrees(longitude), latitude: roundDegrees(latitude) };
  return insideChina(point) ? point : undefined;
}

export function writeLocation({ longitude, latitude }: Location): string {
  return `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

function insideChina({ longitude, latitude }: Location): boolean {
  const { west, east, south, north } = bounds;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/**
 * What is wrong with the particulars of an object that is 重点 or 一般 with a credit grade or none. A 重点 object
 * says why it is one, because the key share of a draw rests on it (GX-13).
 */
export function wrongParticulars(
  given: SubjectParticulars,
  about: { readonly priority: 'priority' | 'ordinary'; readonly creditGrade: string | null },
  today: CalendarDate,
): ParticularsRefusal | undefined {
  const { location, industry, grounds, gradeOn, formerNames } = given;
  if (location !== null && !insideChina(location)) return { code: 'location-outside' };
  if (industry !== null && !industryForm.test(industry)) return { code: 'industry-form', written: industry };
  if (about.priority === 'priority' && grounds.length === 0) return { code: 'ground-missing' };
  if (about.priority === 'ordinary' && grounds.length > 0) return { code: 'ground-of-ordinary' };
  if (gradeOn !== null && gradeOn > today) return { code: 'grade-date-in-future', today };
  if (about.creditGrade !== null && given.gradeSource !== null && gradeOn === null) return { code: 'grade-undated' };
  if (formerNames.some((name) => name.trim() === '' || /[,"\p{Cc}]/u.test(name))) {
    return { code: 'former-name-not-drawable' };
  }
  return undefined;
}

/** A new name keeps the old one as 曾用名, unless the old one was only mistyped and never on a licence. */
export function formerNamesAfter(
  before: { readonly name: string; readonly formerNames: readonly string[] },
  name: string,
): readonly string[] {
  const kept = before.formerNames.filter((former) => former !== name);
  return name === before.name || kept.includes(before.name) ? kept : [before.name, ...kept];
}
