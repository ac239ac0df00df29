import type { BudgetContent } from './content.ts';
import { type BudgetFacts, type BudgetFinding, type BudgetPlace, type BudgetRemedy, budgetFinding } from './finding.ts';
import { type Repeat, type RepeatedFigure, repeatedFigures } from './repeat.ts';

const words: Readonly<
  Record<RepeatedFigure, { readonly name: string; readonly unit: string; readonly cell: BudgetPlace }>
> = {
  enforcers: { name: '执法人员数量', unit: '人', cell: 'people' },
  legalWorkdays: { name: '每人法定工作日', unit: '日', cell: 'total' },
  totalDays: { name: '总法定工作日', unit: '日', cell: 'total' },
  supervisionDays: { name: '监督检查工作日', unit: '日', cell: 'supervision' },
  otherEnforcement: { name: '其他执法工作日', unit: '日', cell: 'group-0' },
  nonEnforcement: { name: '非执法工作日', unit: '日', cell: 'group-1' },
  'days-priority': { name: '重点检查工作日', unit: '日', cell: 'classes' },
  'days-ordinary': { name: '一般检查工作日', unit: '日', cell: 'classes' },
  'units-priority': { name: '重点检查家数', unit: '家', cell: 'classes' },
  'units-ordinary': { name: '一般检查家数', unit: '家', cell: 'classes' },
};

export function figureName(figure: RepeatedFigure): string {
  return words[figure].name;
}

/** The figure in its chief place. */
export function figureOf(content: BudgetContent, figure: RepeatedFigure): number | null {
  switch (figure) {
    case 'enforcers':
    case 'legalWorkdays':
    case 'totalDays':
    case 'supervisionDays':
      return content[figure];
    case 'otherEnforcement':
    case 'nonEnforcement':
      return content.groups.find(({ heading }) => heading === figure)?.total ?? null;
    case 'days-priority':
    case 'days-ordinary':
      return classOf(content, figure).days;
    case 'units-priority':
    case 'units-ordinary':
      return classOf(content, figure).units;
  }
}

export function withFigure(content: BudgetContent, figure: RepeatedFigure, value: number): BudgetContent {
  const [first, second] = content.groups;
  const [priority, ordinary] = content.classes;
  switch (figure) {
    case 'enforcers':
    case 'legalWorkdays':
    case 'totalDays':
    case 'supervisionDays':
      return { ...content, [figure]: value };
    case 'otherEnforcement':
    case 'nonEnforcement':
      return {
        ...content,
        groups: first.heading === figure ? [{ ...first, total: value }, second] : [first, { ...second, total: value }],
      };
    case 'days-priority':
      return { ...content, classes: [{ ...priority, days: value }, ordinary] };
    case 'days-ordinary':
      return { ...content, classes: [priority, { ...ordinary, days: value }] };
    case 'units-priority':
      return { ...content, classes: [{ ...priority, units: value }, ordinary] };
    case 'units-ordinary':
      return { ...content, classes: [priority, { ...ordinary, units: value }] };
  }
}

function classOf({ classes }: BudgetContent, figure: RepeatedFigure) {
  return figure.endsWith('priority') ? classes[0] : classes[1];
}

/** Totals that the paper repeats: each must say what the chief place says. */
export function checkRepeats({ content }: BudgetFacts): readonly BudgetFinding[] {
  return repeatedFigures.flatMap((figure) => {
    const all = (content.repeats ?? []).filter((repeat) => repeat.figure === figure);
    const written = figureOf(content, figure);
    const odd = all.filter(({ value }) => value !== written);
    if (written === null || odd.length === 0) return [];
    const { name, unit, cell } = words[figure];
    return budgetFinding({
      id: `repeat:${figure}`,
      severity: 'must',
      verdict: `${name}前后不一`,
      detail: `这里写${written}${unit}，${odd.map(({ value, place }) => `${place}写${value}${unit}`).join('，')}。`,
      places: [cellOf(content, figure, cell)],
      remedies: [alike(content, figure, written, unit), ...others(content, figure, odd, unit)],
    });
  });
}

function alike(content: BudgetContent, figure: RepeatedFigure, written: number, unit: string): BudgetRemedy {
  return {
    key: 'use-chief',
    text: `各处统一为${written}${unit}`,
    content: {
      ...content,
      repeats: content.repeats?.map((each) => (each.figure === figure ? { ...each, value: written } : each)),
    },
  };
}

/** The other way round, where all other places agree on another figure. */
function others(
  content: BudgetContent,
  figure: RepeatedFigure,
  odd: readonly Repeat[],
  unit: string,
): readonly BudgetRemedy[] {
  const all = (content.repeats ?? []).filter((repeat) => repeat.figure === figure);
  const [first] = odd;
  if (first === undefined || all.some(({ value }) => value !== first.value)) return [];
  return [{ key: 'use-others', text: `改用${first.value}${unit}`, content: withFigure(content, figure, first.value) }];
}

function cellOf(content: BudgetContent, figure: RepeatedFigure, cell: BudgetPlace): BudgetPlace {
  if (figure !== 'otherEnforcement' && figure !== 'nonEnforcement') return cell;
  return content.groups[0].heading === figure ? 'group-0' : 'group-1';
}

/** A mend of a figure goes through to where the paper repeats it, so that one mend leaves no new mistake behind. */
export function carryRepeats(before: BudgetContent, after: BudgetContent): BudgetContent {
  if (after.repeats === undefined || after.repeats.length === 0) return after;
  const repeats = after.repeats.map((repeat) => {
    const [old, next] = [figureOf(before, repeat.figure), figureOf(after, repeat.figure)];
    return repeat.value === old && next !== null ? { ...repeat, value: next } : repeat;
  });
  return { ...after, repeats };
}
