import type { ItemId } from '../id.ts';

/** One point of the list as it stood when the task was dispatched; the catalogue's words mean the same there. */
export interface CheckPoint {
  readonly no: number;
  /** The heading under which the list puts the point; '' where it has none. */
  readonly group: string;
  readonly text: string;
  /** 符合时的记录用语. */
  readonly pass: string;
  /** 不符合时的记录用语; ____ marks what is to be filled in on the spot. */
  readonly fail: string;
  readonly evidence: string;
  readonly measure: string;
  /** 整改期限, calendar days; 0: at once; null: to be set on the spot. */
  readonly days: number | null;
  readonly hazards: readonly string[];
}

/** 现场检查表 — the items of the plan row with their points. Frozen by the dispatch: a later edition changes no visit. */
export interface Checklist {
  /** The edition of the published list that was in force; null where nothing was published under a number. */
  readonly edition: number | null;
  readonly items: readonly {
    readonly itemId: ItemId;
    readonly title: string;
    /** 检查部门: in a joint task each department goes through its own items. */
    readonly department: string;
    readonly points: readonly CheckPoint[];
  }[];
}

export const emptyChecklist: Checklist = { edition: null, items: [] };

/** 符合 · 不符合 · 不涉及 · 未查, the four answers of the drawing of the field application. */
export const pointMarks = ['pass', 'fail', 'not-applicable', 'unchecked'] as const;
export type PointMark = (typeof pointMarks)[number];
export const pointMarkTerms: Readonly<Record<PointMark, string>> = {
  pass: '符合',
  fail: '不符合',
  'not-applicable': '不涉及',
  unchecked: '未查',
};

/** 逐条结果. `text`: the words of the record, standard unless the inspector wrote others; '' where there is nothing to say. */
export interface PointResult {
  readonly itemId: ItemId;
  readonly no: number;
  readonly mark: PointMark;
  readonly text: string;
}

/** What the team marked on the list, and why it left points 未查: 停业, 无法联系, 不配合. */
export interface MarkedList {
  readonly points: readonly PointResult[];
  readonly uncheckedReason: string;
}

/** The words that the list itself has for a mark. */
export function standardWording(point: CheckPoint, mark: PointMark): string {
  return mark === 'pass' || mark === 'fail' ? point[mark] : '';
}
