import type { PlanDocument } from '../document/document.ts';
import type { Draft, ReadingFacts } from './draft.ts';
import { readHead } from './read-head.ts';
import { readItems } from './read-items.ts';
import { readPromises } from './read-promises.ts';
import { rowsOfProse } from './read-prose.ts';
import { isItemList, isPlanLine, linesOf, rowOfLine } from './read-rows.ts';

/**
 * Everything a plan, scheme or standing rule gives to the platform: its head, the rows of the plan's table, the items of
 * the catalogue and what its text promises, each value with its place and how sure it is. Nothing of it is adopted here.
 */
export function draftsOf(document: PlanDocument, facts: ReadingFacts): readonly Draft[] {
  const head = readHead(document, facts);
  const all = linesOf(document);
  const lines = all.filter(isPlanLine);
  const lists = all.filter(isItemList);
  const rows =
    lines.length > 0
      ? lines.map((line) => rowOfLine(line, document, lists, facts, head))
      : rowsOfProse(document, facts, head);
  const items = readItems(document, all, facts, rows);
  return numbered([head, ...rows, ...items, ...readPromises(document)]);
}

/** Two drafts of one key are told apart by a number, in the order of the document. */
function numbered(drafts: readonly Draft[]): readonly Draft[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const times = (seen.get(draft.key) ?? 0) + 1;
    seen.set(draft.key, times);
    return times === 1 ? draft : { ...draft, key: `${draft.key}#${times}` };
  });
}
