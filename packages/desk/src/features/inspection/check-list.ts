import type { ChecklistView, InspectionView, PointResultView } from '@mingchou/contract';
import { groupsOf, type PointMark, pointMarks, standardWording } from '@mingchou/domain';
import type { Values } from '../../form/form-state.ts';

export type ListPoint = ChecklistView['items'][number]['points'][number];
type ItemId = ChecklistView['items'][number]['itemId'];

/** A heading of the list with its points: the item where several are inspected together, then the item's own groups. */
export interface ListPart {
  readonly itemId: ItemId;
  /** Set on the first part of an item. */
  readonly item: string | null;
  readonly group: string;
  readonly points: readonly ListPoint[];
}

export function partsOf({ items }: ChecklistView): readonly ListPart[] {
  return items.flatMap(({ itemId, title, department, points }) =>
    groupsOf(points).map(({ group, points: grouped }, at) => ({
      ...{ itemId, group, points: grouped },
      item: at === 0 ? `${title}（${department}）` : null,
    })),
  );
}

export const markKey = (itemId: string, no: number): string => `mark:${itemId}:${no}`;
export const textKey = (itemId: string, no: number): string => `text:${itemId}:${no}`;

/** What stands in the form at first: nothing, or what was recorded before it was returned. */
export function marksOf(outcome: InspectionView['outcome']): Values {
  return Object.fromEntries(
    (outcome?.points ?? []).flatMap(({ itemId, no, mark, text }) => [
      [markKey(itemId, no), mark],
      [textKey(itemId, no), text],
    ]),
  );
}

/** The typed marks as the command takes them; what is not marked yet is left out, and the server names it. */
export function pointsFrom({ items }: ChecklistView, values: Values): readonly PointResultView[] {
  return items.flatMap(({ itemId, points }) =>
    points.flatMap((point) => {
      const mark = markIn(values, itemId, point.no);
      if (mark === undefined) return [];
      return [{ itemId, no: point.no, mark, text: asksWords(point, mark) ? wordsIn(values, itemId, point, mark) : '' }];
    }),
  );
}

export function markIn(values: Values, itemId: string, no: number): PointMark | undefined {
  return pointMarks.find((mark) => mark === values[markKey(itemId, no)]);
}

/** What is typed, or the standard wording that stands ready. */
export function wordsIn(values: Values, itemId: string, point: ListPoint, mark: PointMark): string {
  const typed = values[textKey(itemId, point.no)];
  return typeof typed === 'string' ? typed : standardWording(point, mark);
}

/** 不符合 is always written out; 符合 only where its wording has a blank. */
export function asksWords(point: ListPoint, mark: PointMark): boolean {
  return mark === 'fail' || standardWording(point, mark).includes('____');
}

/** 符合5　不符合1　不涉及1　未查0, and what is still open. */
export function countsOf({ items }: ChecklistView, values: Values) {
  const marks = items.flatMap(({ itemId, points }) => points.map(({ no }) => markIn(values, itemId, no)));
  return {
    all: marks.length,
    left: marks.filter((mark) => mark === undefined).length,
    of: (mark: PointMark) => marks.filter((each) => each === mark).length,
  };
}
