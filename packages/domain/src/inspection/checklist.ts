import type { ItemId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { InspectionRefusal } from './event.ts';
import type { OutcomeCategory } from './state.ts';

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

const blank = '____';

/**
 * 逐条记录 — every point of the list is marked once, with the standard wording where the inspector wrote none, and no
 * blank of it left open; what was not looked at has its reason.
 */
export function markList(
  checklist: Checklist,
  { points: marked, uncheckedReason }: MarkedList,
  category: OutcomeCategory,
): Result<readonly PointResult[], InspectionRefusal> {
  const asked = checklist.items.flatMap(({ itemId, points }) => points.map((point) => ({ itemId, point })));
  const stranger = marked.find((result, at) => !isOf(asked, result) || marked.findIndex(same(result)) !== at);
  if (stranger !== undefined) return refuse({ code: 'point-not-on-the-list', no: stranger.no });
  const results: PointResult[] = [];
  for (const { itemId, point } of asked) {
    const found = marked.find(same({ itemId, no: point.no }));
    if (found === undefined) return refuse({ code: 'points-unmarked', ...missing(asked.length, marked.length, point) });
    const text = found.text.trim() === '' ? standardWording(point, found.mark) : found.text.trim();
    if (text.includes(blank)) return refuse({ code: 'point-blank-left', no: point.no, text: point.text });
    if (found.mark === 'fail' && text === '') return refuse({ code: 'point-unworded', no: point.no, text: point.text });
    results.push({ itemId, no: point.no, mark: found.mark, text });
  }
  const unchecked = results.filter(({ mark }) => mark === 'unchecked').length;
  if (unchecked > 0 && uncheckedReason.trim() === '') return refuse({ code: 'unchecked-without-reason', unchecked });
  const failed = results.filter(({ mark }) => mark === 'fail').length;
  if (failed > 0 && !category.finding) return refuse({ code: 'failed-points', failed, category: category.label });
  return ok(results);
}

const missing = (all: number, marked: number, { no, text }: CheckPoint) => ({ left: all - marked, no, text });

const same =
  ({ itemId, no }: Pick<PointResult, 'itemId' | 'no'>) =>
  (other: Pick<PointResult, 'itemId' | 'no'>): boolean =>
    other.itemId === itemId && other.no === no;

function isOf(asked: readonly { readonly itemId: ItemId; readonly point: CheckPoint }[], result: PointResult): boolean {
  return asked.some(({ itemId, point }) => itemId === result.itemId && point.no === result.no);
}

/** The words that the list itself has for a mark. */
export function standardWording(point: CheckPoint, mark: PointMark): string {
  return mark === 'pass' || mark === 'fail' ? point[mark] : '';
}

/** 发现的问题 — the failed points in the list's own order and words, then what was found besides; numbered when several. */
export function findingsOf(results: readonly PointResult[], others: string): string {
  const lines = [...results.filter(({ mark }) => mark === 'fail').map(({ text }) => text), others.trim()];
  const told = lines.filter((line) => line !== '');
  return told.length < 2 ? (told[0] ?? '') : told.map((line, at) => `${at + 1}．${line}`).join('\n');
}
