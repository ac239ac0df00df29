import { inTerms, phraseOf, resolvePolicy } from '../policy/index.ts';
import type { ItemFacts, PlanFacts } from './facts.ts';
import { countOf } from './facts.ts';
import type { LayoutColumn, PlanColumn, PlanLayout } from './layout.ts';
import type { InspectorColumn } from './layout.ts';
import { planLayouts } from './layout.ts';
import type { ListedInspector, ListedUnit } from './lists.ts';
import { bodiesOf, isJoint, particularsOf } from './particulars.ts';
import type { PlanRow } from './plan.ts';
import { selectionTerms } from './plan.ts';
import { windowText } from './words.ts';

/** One table of the plan as the paper shows it, cell by cell. */
export interface PlanSheet {
  readonly title: string;
  readonly columns: readonly LayoutColumn[];
  readonly lines: readonly (readonly string[])[];
}

/** The plan's rows in the bureau's own tables; a table that no row belongs to is left out. */
export function sheetsOf(facts: PlanFacts): readonly PlanSheet[] {
  const layouts = planLayouts[resolvePolicy(facts.policy, 'plan.genre').value];
  const sheets = layouts.map((layout) => sheetOf(facts, layout));
  return sheets.filter((sheet, index) => index === 0 || sheet.lines.length > 0);
}

/** The rows that belong to one layout, printed in its columns; numbered anew within the table. */
export function sheetOf(facts: PlanFacts, layout: PlanLayout): PlanSheet {
  const terms = resolvePolicy(facts.policy, 'terms').value;
  const byUnit = facts.lists === undefined ? undefined : layout.byUnit;
  const columns = byUnit ?? layout.columns;
  return {
    title: layout.title,
    columns: columns.map((column) => ({ ...column, title: inTerms(column.title, terms) })),
    lines: linesOf(facts, layout, byUnit),
  };
}

function linesOf(
  facts: PlanFacts,
  layout: PlanLayout,
  byUnit: readonly LayoutColumn[] | undefined,
): PlanSheet['lines'] {
  if (layout.rows === 'inspectors') return inspectorLines(facts, layout.columns);
  const rows = facts.plan.rows.filter((row) => belongs(row, layout.rows));
  if (byUnit !== undefined) return unitLines(facts, byUnit, rows);
  return rows.map((row, index) => layout.columns.map(({ key }) => cellOf(facts, row, key, index + 1)));
}

const repeats: readonly PlanColumn[] = ['items', 'contents'];

/**
 * One line for each unit that a row may visit, in the order of rows and then of the registry. What is long and the same
 * for every unit of a row is written once.
 */
function unitLines(facts: PlanFacts, columns: readonly LayoutColumn[], rows: readonly PlanRow[]): PlanSheet['lines'] {
  const lines = rows.flatMap((row) => unitsOf(facts, row).map((unit, place) => ({ row, unit, first: place === 0 })));
  return lines.map(({ row, unit, first }, index) =>
    columns.map(({ key }) => {
      const text = unitCells[key]?.(unit, row, facts) ?? cellOf(facts, row, key, index + 1);
      return repeats.includes(key) && !first && text.length > 8 ? '同上' : text;
    }),
  );
}

function unitsOf({ lists }: PlanFacts, { sectors, level }: PlanRow): readonly ListedUnit[] {
  return (lists?.units ?? []).filter(
    (unit) => sectors.includes(unit.sector) && (level === 'all' || unit.level === level),
  );
}

const unitCells: Partial<Record<PlanColumn, (unit: ListedUnit, row: PlanRow, facts: PlanFacts) => string>> = {
  objects: (unit) => unit.name,
  address: (unit) => unit.address,
  field: (unit, _, { policy }) =>
    resolvePolicy(policy, 'sectors').value.find(({ code }) => code === unit.sector)?.label ?? unit.sector,
  section: (unit, row) => (unit.section === '' ? sectionsText(row) : unit.section),
};

function inspectorLines({ lists, policy }: PlanFacts, columns: readonly LayoutColumn[]): PlanSheet['lines'] {
  const sectors = resolvePolicy(policy, 'sectors').value;
  const texts: Readonly<Record<InspectorColumn, (one: ListedInspector) => string>> = {
    team: (one) => one.section,
    person: (one) => one.name,
    certificate: (one) => one.certificate,
    employment: (one) => one.employment,
    qualifications: (one) => sectors.flatMap(({ code, label }) => (one.sectors.includes(code) ? label : [])).join('、'),
  };
  const isOwn = (key: PlanColumn): key is InspectorColumn => key in texts;
  return (lists?.inspectors ?? []).map((one, index) =>
    columns.map(({ key }) => (isOwn(key) ? texts[key](one) : String(index + 1))),
  );
}

function belongs(row: PlanRow, which: PlanLayout['rows']): boolean {
  switch (which) {
    case 'all':
      return true;
    case 'internal':
      return !isJoint(row);
    case 'joint':
      return isJoint(row);
    case 'priority':
      return row.level === 'priority';
    case 'ordinary':
      return row.level !== 'priority';
    case 'inspectors':
      return false;
  }
}

const blank = () => '';

type Cell = (facts: PlanFacts, row: PlanRow, items: readonly ItemFacts[]) => string;

function cellOf(facts: PlanFacts, row: PlanRow, key: PlanColumn, no: number): string {
  if (key === 'no') return String(no);
  const ids = row.items.map((item) => item.itemId);
  return cells[key](
    facts,
    row,
    facts.items.filter((item) => ids.includes(item.id)),
  );
}

const cells: Readonly<Record<Exclude<PlanColumn, 'no'>, Cell>> = {
  // Only a unit has an address, only an inspector the columns of his table.
  ...{ address: blank, team: blank, person: blank, certificate: blank, employment: blank, qualifications: blank },
  name: (_, row) => row.name,
  selection: (_, row) => selectionTerms[row.selection],
  items: (_, row) => row.items.map((item) => item.title).join('；'),
  duty: (_, _row, items) => distinct(items.map((item) => item.columns?.dutyItem ?? '')).join('；'),
  contents: (_, _row, items) => numbered(items.flatMap((item) => item.columns?.contents ?? [])),
  objects: (_, row) => row.scope,
  category: (_, _row, items) => distinct(items.map((item) => item.columns?.category ?? '')).join('、'),
  methods: (_, _row, items) => distinct(items.flatMap((item) => item.columns?.methods ?? [])).join('、'),
  ratio: (_, row) => phraseOf(row.ratio),
  window: (_, row) => withYear(row),
  until: (_, row) => untilText(row),
  months: (_, row) => windowText(row.window),
  initiator: (_, row) => row.initiator,
  partners: (_, row) => row.partners.join('、'),
  bodies: (_, row) => bodiesOf(row).join('、'),
  section: (_, row) => sectionsText(row),
  field: (_, row) => particularsOf(row).field,
  department: (_, row, items) => departmentText(row, items),
  bases: (_, _row, items) => numbered(distinct(items.flatMap((item) => item.columns?.bases ?? []))),
  credit: (_, row) => particularsOf(row).creditRequirement,
  mode: (_, row) => particularsOf(row).mode,
  cap: (_, row) => capText(row),
  count: ({ baseCounts }, row) => `${countOf(row, baseCounts)}家`,
  rounds: (_, row) => `${row.rounds}次`,
  way: () => '随机抽取',
};

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** 1.… 2.…, each on a line of its own; a single text stands without a number. */
function numbered(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : texts.map((text, index) => `${index + 1}.${text}`).join('\n');
}

function withYear(row: PlanRow): string {
  const text = windowText(row.window);
  const year = row.window.from.slice(0, 4);
  return text.startsWith(year) ? text : `${year}年${text}`;
}

/** 11月底前, or with the day where the window does not end with its month. */
function untilText({ window: { to } }: PlanRow): string {
  const [month, day] = [Number(to.slice(5, 7)), Number(to.slice(8, 10))];
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), month, 0)).getUTCDate();
  return day === last ? `${month}月底前` : `${month}月${day}日前`;
}

function sectionsText(row: PlanRow): string {
  const { section, joinSections } = particularsOf(row);
  return [section === '' ? row.initiator : section, ...joinSections].join('、');
}

function departmentText(row: PlanRow, items: readonly ItemFacts[]): string {
  const written = distinct(items.map(({ columns }) => columns?.department ?? ''));
  const tiers = distinct(items.map(({ columns }) => columns?.tier ?? ''));
  const tier = tiers.length === 0 ? '' : `（${tiers.join('、')}）`;
  return `${(written.length === 0 ? bodiesOf(row) : written).join('、')}${tier}`;
}

function capText(row: PlanRow): string {
  const { cap } = particularsOf(row);
  return cap === null ? '' : `每家${cap}次`;
}
