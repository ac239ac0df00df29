import type { SectionId, SubjectId } from '../id.ts';
import type { CalendarDate } from '../time.ts';
import type { SubjectParticulars } from './particulars.ts';
import type { SubjectCode } from './subject-code.ts';

/** 重点 / 一般. */
export const subjectPriorities = ['priority', 'ordinary'] as const;
export type SubjectPriority = (typeof subjectPriorities)[number];
export const priorityTitles: Readonly<Record<SubjectPriority, string>> = { priority: '重点', ordinary: '一般' };

/** 信用风险分类, monthly from the market regulator (N-22). */
export const creditGrades = ['A', 'B', 'C', 'D'] as const;
export type CreditGrade = (typeof creditGrades)[number];

/** 安全生产标准化等级. */
export const standardisationLevels = ['first', 'second', 'third', 'none'] as const;
export type StandardisationLevel = (typeof standardisationLevels)[number];
export const standardisationTitles: Readonly<Record<StandardisationLevel, string>> = {
  first: '一级',
  second: '二级',
  third: '三级',
  none: '未达标',
};

export const subjectStatuses = ['in-business', 'suspended', 'closed', 'moved'] as const;
export type SubjectStatusKind = (typeof subjectStatuses)[number];
export const statusTitles: Readonly<Record<SubjectStatusKind, string>> = {
  'in-business': '在业',
  suspended: '停产停业',
  closed: '关闭注销',
  moved: '迁出',
};

/** 状态: since when and why, except for what has always been in business. */
export type SubjectStatus =
  | { readonly kind: 'in-business'; readonly since: CalendarDate | null; readonly reason: string | null }
  | { readonly kind: 'suspended' | 'closed' | 'moved'; readonly since: CalendarDate; readonly reason: string };

/** Personal data of the person the bureau calls: masked by default, each reveal is logged. */
export interface SubjectContact {
  readonly name: string | null;
  readonly phone: string | null;
}

/** What an officer writes about a 抽查对象. */
export interface SubjectRecord extends SubjectParticulars {
  readonly code: SubjectCode;
  readonly name: string;
  readonly address: string;
  /** GB/T 2260 county code, six digits; null where the district has none of its own. An abolished code may stand. */
  readonly region: string | null;
  /** A sector code of the bureau's policy. Exactly one, so that the 底数 adds up (ZZ-04). */
  readonly sector: string;
  readonly priority: SubjectPriority;
  readonly creditGrade: CreditGrade | null;
  readonly standardisation: StandardisationLevel | null;
  /** 责任股室: the section whose part of the registry this is (GX-07). */
  readonly sectionId: SectionId | null;
  readonly contact: SubjectContact;
}

/** 抽查对象 — one row of the 名录库. */
export interface Subject extends SubjectRecord {
  readonly id: SubjectId;
  readonly status: SubjectStatus;
  readonly version: number;
}

/** Whether the object counts in the 底数: what is closed or has moved away has left the 名录库; a pause has not. */
export function standsInBase(status: SubjectStatusKind): boolean {
  return status === 'in-business' || status === 'suspended';
}
