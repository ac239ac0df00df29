import type { DaySide } from '../policy/index.ts';
import type { Repeat } from './repeat.ts';

/** 编制类别 with its head count: 行政编制3人. */
export interface PostCount {
  readonly kind: string;
  readonly count: number;
}

/** One line of a list of days, by the words of whoever wrote it; its kind is recognised by them. */
export interface DayItem {
  readonly name: string;
  readonly days: number;
}

/** One of the two lists, as its paper has it: the place, the heading, the lines and the total written above or below them. */
export interface DayGroup {
  /** Where it stands in the document: （三）. */
  readonly place: string;
  readonly heading: DaySide;
  readonly items: readonly DayItem[];
  readonly total: number | null;
}

export type UnitClassKey = 'priority' | 'ordinary';

/** 重点检查 or 一般检查, with its part of the days of supervision. */
export interface UnitClass {
  readonly key: UnitClassKey;
  readonly units: number | null;
  /** What the class is made of, in words. */
  readonly parts: string;
  /** Person-days. */
  readonly days: number | null;
  /** 占比 as written, in hundredths of a percent: 6896 is 68.96 %. */
  readonly share: number | null;
}

/**
 * 工作日测算 as somebody wrote it (LS-09 to LS-13). Every figure stands as typed and is never replaced by the sum: `null`
 * is a figure that the paper does not give. What it should be stands in `Reckoning`.
 */
export interface BudgetContent {
  readonly title: string;
  /** The number of the document the figures were read from. */
  readonly source: string | null;
  readonly people: readonly PostCount[];
  /** 行政执法人员数量. */
  readonly enforcers: number | null;
  /** 在册人员, of which the enforcers are to be a share. */
  readonly onRoster: number | null;
  /** 法定工作日 of one person. */
  readonly legalWorkdays: number | null;
  readonly totalDays: number | null;
  readonly groups: readonly [DayGroup, DayGroup];
  readonly supervisionDays: number | null;
  readonly classes: readonly [UnitClass, UnitClass];
  /** 预计复查次数, by the record of the year before. */
  readonly reinspections: number | null;
  /** Figures that the paper gives in further places; left out where it has none. */
  readonly repeats?: readonly Repeat[] | undefined;
}

export const daySideTerms: Readonly<Record<DaySide, string>> = {
  otherEnforcement: '其他执法工作日',
  nonEnforcement: '非执法工作日',
};

export const unitClassTerms: Readonly<Record<UnitClassKey, string>> = { priority: '重点检查', ordinary: '一般检查' };

/** A budget with nothing written yet, both lists with every kind that policy names, at no days. */
export function emptyContent(
  year: number,
  kinds: readonly { readonly side: DaySide; readonly label: string }[],
): BudgetContent {
  const group = (place: string, heading: DaySide): DayGroup => ({
    place,
    heading,
    total: null,
    items: kinds.filter((kind) => kind.side === heading).map(({ label }) => ({ name: label, days: 0 })),
  });
  const unitClass = (key: UnitClassKey): UnitClass => ({ key, units: null, parts: '', days: null, share: null });
  return {
    title: `${year}年度监督检查计划`,
    source: null,
    people: [],
    enforcers: null,
    onRoster: null,
    legalWorkdays: null,
    totalDays: null,
    groups: [group('（三）', 'nonEnforcement'), group('（四）', 'otherEnforcement')],
    supervisionDays: null,
    classes: [unitClass('priority'), unitClass('ordinary')],
    reinspections: null,
  };
}
