import type { DayGroup, DayItem } from './content.ts';
import { daySideTerms } from './content.ts';
import type { BudgetContent } from './content.ts';
import { type BudgetFacts, type BudgetFinding, type BudgetPlace, budgetFinding } from './finding.ts';
import { itemsOfKind, kindOf, other } from './reckon.ts';

type Place = 0 | 1;
const places: readonly Place[] = [0, 1];
const cell = (place: Place): BudgetPlace => `group-${place}`;

/** The totals of the two lists (LS-13). */
export function checkSums(facts: BudgetFacts): readonly BudgetFinding[] {
  return places.flatMap((place) => total(facts, place) ?? []);
}

/** The headings of the two lists and the kinds that stand in them (LS-13, N-12). */
export function checkKinds(facts: BudgetFacts): readonly BudgetFinding[] {
  return [
    headings(facts),
    ...places.map((place) => missing(facts, place)),
    ...places.flatMap((place) => items(facts, place)),
    ...twice(facts),
  ].flatMap((each) => each ?? []);
}

function total({ content, reckoning }: BudgetFacts, place: Place): BudgetFinding | undefined {
  const group = content.groups[place];
  const { sum } = reckoning.groups[place];
  if (group.total === null || group.total === sum) return undefined;
  const difference = sum - group.total;
  return budgetFinding({
    id: `sum:${place}`,
    severity: 'must',
    verdict: `${group.place}合计${difference > 0 ? '少' : '多'}${Math.abs(difference)}日：写${group.total}，应为${sum}`,
    detail: `${group.items.map(({ days }) => days).join('＋')}＝${sum}`,
    places: [cell(place)],
    remedies: [{ key: 'use-sum', text: `改用${sum}`, content: withGroup(content, place, { ...group, total: sum }) }],
  });
}

function headings({ content, reckoning, rules }: BudgetFacts): BudgetFinding | undefined {
  if (!reckoning.swapped) return undefined;
  const [first, second] = content.groups;
  const examples = (group: DayGroup) =>
    group.items
      .slice(0, 2)
      .map(({ name }) => kindOf(name, rules.kinds)?.label ?? name)
      .join('、');
  const says = (group: DayGroup) =>
    `${examples(group)}属于「${daySideTerms[other(group.heading)].replace('工作日', '')}」`;
  return budgetFinding({
    id: 'headings',
    severity: 'must',
    verdict: `${first.place}${second.place}的标题互换了`,
    detail: `${says(first)}；${says(second)}。`,
    places: ['group-0', 'group-1'],
    remedies: [
      {
        key: 'swap',
        text: '对调两个标题',
        content: {
          ...content,
          groups: [
            { ...first, heading: second.heading },
            { ...second, heading: first.heading },
          ],
        },
      },
    ],
  });
}

function missing({ content, reckoning }: BudgetFacts, place: Place): BudgetFinding | undefined {
  const group = content.groups[place];
  const kinds = reckoning.groups[place].missing;
  if (kinds.length === 0 || group.items.length === 0) return undefined;
  const added = kinds.map(({ label }): DayItem => ({ name: label, days: 0 }));
  return budgetFinding({
    id: `missing:${place}`,
    severity: 'check',
    verdict: `${group.place}少列${kinds.length}项`,
    detail: `没有列${kinds.map(({ label }) => label).join('、')}，按0日计。`,
    places: [cell(place)],
    remedies: [
      {
        key: 'write-zero',
        text: '写明0日',
        content: withGroup(content, place, { ...group, items: [...group.items, ...added] }),
      },
    ],
  });
}

/** A line that stands in the wrong list, or that no kind answers to. */
function items({ content, reckoning, rules }: BudgetFacts, place: Place): readonly BudgetFinding[] {
  const group = content.groups[place];
  const { side } = reckoning.groups[place];
  return group.items.flatMap((item) => {
    const kind = kindOf(item.name, rules.kinds);
    if (kind?.side === side) return [];
    if (kind === undefined) {
      return budgetFinding({
        id: `unknown:${item.name}`,
        severity: 'check',
        verdict: `「${item.name}」不在规定的项目里`,
        detail: `${group.place}只列${daySideTerms[side]}的规定项目。请改用规定的名称，或写明保留的理由。`,
        places: [cell(place)],
      });
    }
    return budgetFinding({
      id: `misplaced:${item.name}`,
      severity: 'check',
      verdict: `「${item.name}」应列入${daySideTerms[kind.side]}`,
      detail: `它现在列在${group.place}${daySideTerms[side]}，${item.days}日。`,
      places: ['group-0', 'group-1'],
      remedies: [{ key: 'move', text: '移到另一组', content: moved(content, place, item) }],
    });
  });
}

/** Moves the line; totals that were written stay as written and are found afterwards. */
function moved(content: BudgetContent, from: Place, item: DayItem): BudgetContent {
  const to: Place = from === 0 ? 1 : 0;
  const [source, target] = [content.groups[from], content.groups[to]];
  const left = withGroup(content, from, { ...source, items: source.items.filter((each) => each !== item) });
  return withGroup(left, to, { ...target, items: [...target.items, item] });
}

function twice({ content, rules }: BudgetFacts): readonly BudgetFinding[] {
  return rules.kinds.flatMap((kind) => {
    const lines = itemsOfKind(content, kind, rules.kinds);
    if (lines.length < 2) return [];
    return budgetFinding({
      id: `twice:${kind.label}`,
      severity: 'check',
      verdict: `「${kind.label}」列了${lines.length}次`,
      detail: `${lines.map(({ name, days }) => `${name}${days}日`).join('；')}。请核对是否重复计算。`,
      places: ['group-0', 'group-1'],
    });
  });
}

function withGroup(content: BudgetContent, place: Place, group: DayGroup): BudgetContent {
  const [first, second] = content.groups;
  return { ...content, groups: place === 0 ? [group, second] : [first, group] };
}
