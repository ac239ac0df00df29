import type { DayKind, DaySide } from '../policy/index.ts';
import type { BudgetContent, DayGroup, DayItem, UnitClassKey } from './content.ts';
import type { BudgetRules } from './rules.ts';
import { sharesOf } from './shares.ts';

export interface ReckonedGroup {
  /** What its lines are, whatever its heading says. */
  readonly side: DaySide;
  readonly sum: number;
  /** Kinds of this side that stand in neither list. */
  readonly missing: readonly DayKind[];
}

export interface ReckonedClass {
  readonly key: UnitClassKey;
  readonly share: number;
  /** Person-days a visit; null without units. */
  readonly perVisit: number | null;
}

/** The same budget, added up again from its lines. */
export interface Reckoning {
  readonly heads: number;
  readonly legalWorkdays: number;
  readonly total: number;
  readonly groups: readonly [ReckonedGroup, ReckonedGroup];
  /** Both headings stand over the other list. */
  readonly swapped: boolean;
  /** 监督检查 = 总法定 − 其他执法 − 非执法; negative when these two take more than there is. */
  readonly supervision: number;
  readonly allocated: number;
  /** Left for re-inspection; negative when more was given out than there is. */
  readonly slack: number;
  /** Of the whole year: the two lists in their order, then supervision. */
  readonly parts: readonly number[];
  readonly classes: readonly [ReckonedClass, ReckonedClass];
}

/** Adds up everything again. The typed figures are read, never changed. */
export function reckon(content: BudgetContent, rules: BudgetRules): Reckoning {
  const { people, groups, classes } = content;
  const heads = people.length === 0 ? (content.enforcers ?? 0) : sum(people.map(({ count }) => count));
  const days = content.legalWorkdays ?? rules.calendar.days;
  const total = heads * days;
  const swapped = groups.every((group) => leaning(group, rules.kinds) === other(group.heading));
  const sideOf = (group: DayGroup) => (swapped ? other(group.heading) : group.heading);
  const reckoned = (group: DayGroup): ReckonedGroup => ({
    side: sideOf(group),
    sum: sum(group.items.map((item) => item.days)),
    missing: missingKinds(sideOf(group), content, rules.kinds),
  });
  const [first, second] = [reckoned(groups[0]), reckoned(groups[1])];
  const supervision = total - first.sum - second.sum;
  const allocated = sum(classes.map((each) => each.days ?? 0));
  const slack = supervision - allocated;
  const shares = sharesOf([...classes.map((each) => each.days ?? 0), Math.max(0, slack)]);
  const classOf = (place: 0 | 1): ReckonedClass => {
    const { key, units, days: own } = classes[place];
    const perVisit = units === null || units === 0 || own === null ? null : own / units;
    return { key, share: shares[place] ?? 0, perVisit };
  };
  return {
    heads,
    legalWorkdays: days,
    total,
    groups: [first, second],
    swapped,
    supervision,
    allocated,
    slack,
    parts: sharesOf([first.sum, second.sum, Math.max(0, supervision)]),
    classes: [classOf(0), classOf(1)],
  };
}

/** The kind a line belongs to: by its exact label, or by the longest of the kinds' words that stands in it. */
export function kindOf(name: string, kinds: readonly DayKind[]): DayKind | undefined {
  const exact = kinds.find((kind) => kind.label === name);
  if (exact !== undefined) return exact;
  const hits = kinds.flatMap((kind) =>
    kind.words.filter((word) => name.includes(word)).map((word) => ({ kind, length: word.length })),
  );
  return hits.sort((a, b) => b.length - a.length)[0]?.kind;
}

export function itemsOfKind(content: BudgetContent, kind: DayKind, kinds: readonly DayKind[]): readonly DayItem[] {
  return content.groups.flatMap((group) => group.items.filter((item) => kindOf(item.name, kinds) === kind));
}

function missingKinds(side: DaySide, content: BudgetContent, kinds: readonly DayKind[]): readonly DayKind[] {
  return kinds.filter((kind) => kind.side === side && itemsOfKind(content, kind, kinds).length === 0);
}

/** To which side most of the lines belong; undefined when they are as many. */
function leaning(group: DayGroup, kinds: readonly DayKind[]): DaySide | undefined {
  const sides = group.items.map((item) => kindOf(item.name, kinds)?.side);
  const count = (side: DaySide) => sides.filter((each) => each === side).length;
  const difference = count('nonEnforcement') - count('otherEnforcement');
  if (difference === 0) return undefined;
  return difference > 0 ? 'nonEnforcement' : 'otherEnforcement';
}

export function other(side: DaySide): DaySide {
  return side === 'nonEnforcement' ? 'otherEnforcement' : 'nonEnforcement';
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
