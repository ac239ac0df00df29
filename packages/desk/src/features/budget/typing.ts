import type { BudgetContent, BudgetPlace, DayGroup, UnitClass } from '@mingchou/domain';

/** How the page's cells change what is typed, and which cells a finding points at. */
export interface Typing {
  readonly set: (content: BudgetContent) => void;
  readonly marked: readonly BudgetPlace[];
}

export type Place = 0 | 1;

export function withGroup(content: BudgetContent, place: Place, group: DayGroup): BudgetContent {
  const [first, second] = content.groups;
  return { ...content, groups: place === 0 ? [group, second] : [first, group] };
}

export function withClass(content: BudgetContent, place: Place, one: UnitClass): BudgetContent {
  const [first, second] = content.classes;
  return { ...content, classes: place === 0 ? [one, second] : [first, one] };
}

/** Class names of the cells a finding is about. */
export function markOf({ marked }: Typing, ...places: readonly BudgetPlace[]): string {
  return places.some((place) => marked.includes(place)) ? 'budget-marked' : '';
}
