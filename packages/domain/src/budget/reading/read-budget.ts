import type { BudgetContent, DayGroup, UnitClass, UnitClassKey } from '../content.ts';
import { daySideTerms } from '../content.ts';
import type { DaySide } from '../../policy/index.ts';
import { type Repeat, type RepeatedFigure, repeatedFigures } from '../repeat.ts';
import { figureName } from '../repeats.ts';
import type { Said } from './figures.ts';
import { joinBroken } from './join-broken.ts';
import type { BudgetSource, ReadFigure, UnreadCell } from './source.ts';
import { headOf, type Head, statementOf } from './statement.ts';
import { numberOf, titleOf } from './title.ts';
import { type List, readLine, type Walk } from './walk.ts';

/** A budget read from a file: every value with its cell, and every cell that should have given one. */
export interface ReadBudget {
  readonly content: BudgetContent;
  readonly figures: readonly ReadFigure[];
  readonly unread: readonly UnreadCell[];
}

/** Reads 工作日测算 out of whatever a workbook, a document or a text says, as it says it: right or wrong (LS-09 to LS-13). */
export function readBudget(source: BudgetSource, year: number): ReadBudget {
  const walk: Walk = {
    lists: [],
    said: [],
    posts: [],
    unread: [],
    parts: { priority: [], ordinary: [] },
    list: null,
    about: null,
  };
  for (const part of source.parts) {
    let head: Head | undefined;
    walk.list = null;
    for (const line of joinBroken(part.lines)) {
      const found = headOf(line);
      head = found ?? head;
      if (found === undefined) readLine(walk, statementOf(line, head));
    }
  }
  return resultOf(walk, source, year);
}

function resultOf(walk: Walk, source: BudgetSource, year: number): ReadBudget {
  const [first, second] = chosenLists(walk);
  const firstOf = (figure: Said['figure']) => walk.said.find(({ said }) => said.figure === figure);
  const value = (figure: Said['figure']) => firstOf(figure)?.said.value ?? null;
  const posts = walk.posts.filter((one, at) => walk.posts.findIndex(({ kind }) => kind === one.kind) === at);
  const classOf = (key: UnitClassKey): UnitClass => ({
    key,
    units: value(`units-${key}`),
    parts: walk.parts[key].join('，').slice(0, 200),
    days: value(`days-${key}`),
    share: value(`share-${key}`),
  });
  const groups: BudgetContent['groups'] = [groupOf(first, walk), groupOf(second, walk)];
  const repeats = repeatsOf(walk, [first, second]);
  const content: BudgetContent = {
    title: titleOf(source) ?? `${year}年度监督检查计划`,
    source: numberOf(source) ?? source.fileName.slice(0, 200),
    people: posts.map(({ kind, count }) => ({ kind, count })).slice(0, 12),
    enforcers: value('enforcers'),
    onRoster: value('onRoster'),
    legalWorkdays: value('legalWorkdays'),
    totalDays: value('totalDays'),
    groups,
    supervisionDays: value('supervisionDays'),
    classes: [classOf('priority'), classOf('ordinary')],
    reinspections: value('reinspections'),
    ...(repeats.length === 0 ? {} : { repeats }),
  };
  return { content, figures: figuresOf(walk, [first, second], posts), unread: walk.unread };
}

/** The two lists that have lines; a heading without lines only repeats a total. */
function chosenLists({ lists, unread }: Walk): readonly [List, List] {
  const full = lists.filter(({ items }) => items.length > 0);
  const first = full[0] ?? lists[0] ?? { place: '', heading: 'otherEnforcement', items: [], total: null };
  const other: DaySide = first.heading === 'otherEnforcement' ? 'nonEnforcement' : 'otherEnforcement';
  const second = full.find((list) => list !== first && list.heading === other) ??
    lists.find((list) => list !== first && list.heading === other) ?? {
      place: '',
      heading: other,
      items: [],
      total: null,
    };
  for (const list of full.filter((one) => one !== first && one !== second)) {
    for (const { item, cell } of list.items) {
      unread.push({
        place: cell.place,
        text: `${item.name}　${item.days}`,
        why: `「${daySideTerms[list.heading]}」列了两次，只读第一次`,
      });
    }
  }
  return [first, second];
}

function groupOf(list: List, { lists }: Walk): DayGroup {
  const elsewhere = lists.find((one) => one.heading === list.heading && one.total !== null)?.total;
  return {
    place: list.place === '' ? daySideTerms[list.heading] : list.place,
    heading: list.heading,
    items: list.items.map(({ item }) => item).slice(0, 40),
    total: list.total?.value ?? elsewhere?.value ?? null,
  };
}

function isRepeated(figure: Said['figure']): figure is RepeatedFigure {
  return (repeatedFigures as readonly string[]).includes(figure);
}

function repeatsOf(walk: Walk, chosen: readonly List[]): readonly Repeat[] {
  const inText = walk.said.flatMap(({ said, cell }, at): Repeat[] => {
    const { figure, value } = said;
    if (!isRepeated(figure)) return [];
    const first = walk.said.findIndex((one) => one.said.figure === figure) === at;
    // The chief place of the two lists' totals is over the lists.
    return first && figure !== 'otherEnforcement' && figure !== 'nonEnforcement'
      ? []
      : [{ figure, value, place: cell.place }];
  });
  const overLists = walk.lists.flatMap((list): Repeat[] =>
    list.total === null || chosen.some((one) => one === list)
      ? []
      : [{ figure: list.heading, value: list.total.value, place: list.total.cell.place }],
  );
  const all = [...inText, ...overLists];
  const same = (one: Repeat, other: Repeat) =>
    one.figure === other.figure && one.place === other.place && one.value === other.value;
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at).slice(0, 60);
}

function figuresOf(walk: Walk, lists: readonly List[], posts: Walk['posts']): readonly ReadFigure[] {
  const said = walk.said.map(({ said: { figure, value }, cell }) => ({
    name: nameOf(figure),
    value: figure.startsWith('share') ? `${value / 100}%` : String(value),
    place: cell.place,
  }));
  return [
    ...posts.map(({ kind, count, cell }) => ({ name: kind, value: String(count), place: cell.place })),
    ...said,
    ...lists.flatMap((list) => [
      ...list.items.map(({ item, cell }) => ({ name: item.name, value: String(item.days), place: cell.place })),
      ...(list.total === null
        ? []
        : [
            {
              name: `${daySideTerms[list.heading]}合计`,
              value: String(list.total.value),
              place: list.total.cell.place,
            },
          ]),
    ]),
  ];
}

function nameOf(figure: Said['figure']): string {
  if (isRepeated(figure)) return figureName(figure);
  if (figure === 'onRoster') return '在册人员';
  if (figure === 'reinspections') return '预计整改复查';
  return figure === 'share-priority' ? '重点检查占比' : '一般检查占比';
}
