import type { ItemId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Checklist, CheckPoint, MarkedList, PointResult } from './checklist.ts';
import { standardWording } from './checklist.ts';
import type { InspectionRefusal } from './event.ts';
import type { OutcomeCategory } from './state.ts';

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

/** 发现的问题 — the failed points in the list's own order and words, then what was found besides; numbered when several. */
export function findingsOf(results: readonly PointResult[], others: string): string {
  const lines = [...results.filter(({ mark }) => mark === 'fail').map(({ text }) => text), others.trim()];
  const told = lines.filter((line) => line !== '');
  return told.length < 2 ? (told[0] ?? '') : told.map((line, at) => `${at + 1}．${line}`).join('\n');
}
