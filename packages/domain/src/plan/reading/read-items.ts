import type { ColumnKey, PlanDocument } from '../document/document.ts';
import { lettersOf } from '../document/rule.ts';
import type { AlignedRow, CellValue } from './align-row.ts';
import type { Draft, ReadingFacts, Source, Value } from './draft.ts';
import { blank, fieldOf, fieldsOf, missing, read, unsure } from './draft.ts';
import { bare, pointsIn } from './numbered.ts';
import { paragraphSource } from './read-head.ts';
import { isAboveWhole } from './ratio-text.ts';
import type { TableLine } from './read-rows.ts';
import { isItemList, partsIn, sectorsValue } from './read-rows.ts';

/** Items of the catalogue: from the list where there is one, from tables with contents or bases, else from the rows. */
export function readItems(
  document: PlanDocument,
  all: readonly TableLine[],
  facts: ReadingFacts,
  rows: readonly Draft[],
): readonly Draft[] {
  const lines = all.filter(saysWhatToInspect);
  const ordered = [...lines.filter(isItemList), ...lines.filter((line) => !isItemList(line))];
  const titles = ordered.map((line) => lettersOf(line.cells.get('item')?.text ?? ''));
  const listed = ordered
    .filter((_, at) => titles.indexOf(titles[at] ?? '') === at)
    .map((line) => itemOfLine(line, ordered, facts));
  const known = new Set(listed.map(({ title }) => lettersOf(title)));
  return [...listed, ...rows.flatMap((row) => itemOfRow(row, document, known))];
}

function saysWhatToInspect({ cells }: TableLine): boolean {
  return cells.has('item') && (cells.has('content') || cells.has('basis') || cells.has('duty'));
}

function itemOfLine(line: TableLine, all: readonly TableLine[], facts: ReadingFacts): Draft {
  const { cells, table } = line;
  const title = oneLine(cells.get('item')?.text ?? '');
  const subject = cells.get('subject');
  return {
    key: `item:${title}`,
    kind: 'item',
    title,
    place: `${table.label} 第${table.rows[line.rowIndex]?.no ?? line.rowIndex + 1}行`,
    fields: fieldsOf({
      dutyItem: cells.get('duty') ?? proposedDuty(subject?.text ?? title, subject?.sources ?? []),
      itemTitle: { ...(cells.get('item') ?? missing('没有抽查事项')), text: title },
      contents: numberedLines(cells.get('content')),
      subjects: cells.get('subject') ?? missing('没有检查对象'),
      category: categoryValue(cells.get('category')),
      methods: methodsValue(line, all),
      ratio: wholeRatio(cells.get('ratio')),
      ...departmentAndTier(cells, facts),
      bases: numberedLines(cells.get('basis')),
      sectors: sectorsValue([subject?.text ?? '', title], subject?.sources ?? [], facts),
    }),
  };
}

const oneLine = (text: string): string => text.replace(/\n/g, '');

function numberedLines(cell: CellValue | undefined): Value {
  if (cell === undefined) return blank;
  return {
    ...cell,
    text: pointsIn(cell.text)
      .map((point, at) => `${at + 1}.${point}`)
      .join('\n'),
  };
}

function wholeRatio(cell: CellValue | undefined): Value {
  if (cell !== undefined && isAboveWhole(cell.text)) return missing(`「${cell.text}」大于100%`, cell.sources);
  return cell === undefined ? blank : { ...cell, text: cell.text.replace(/\n/g, '，') };
}

function categoryValue(cell: CellValue | undefined): Value {
  const term = /重点|一般/.exec(cell?.text ?? '')?.[0];
  if (cell === undefined || term === undefined)
    return unsure('一般检查事项', '文件没有写事项类别，暂按一般', cell?.sources ?? []);
  return { ...cell, text: `${term}检查事项` };
}

/** The row's own methods; where they are gone, those of the same item elsewhere, else what the whole column says. */
function methodsValue(line: TableLine, all: readonly TableLine[]): Value {
  const own = line.cells.get('method');
  if (own !== undefined && own.text !== '') return { ...own, text: partsIn(own.text).join('、') };
  const lost = own?.reason ?? '本行没有检查方式';
  const places = own?.sources ?? emptyCell(line, 'method');
  const twin = all.find(
    (other) => other !== line && sameItem(other, line) && other.cells.get('method')?.state === 'read',
  );
  const cell = twin?.cells.get('method');
  if (cell !== undefined) {
    const reason = `${lost}，取${twin?.table.label ?? ''}同一事项的「${cell.text}」`;
    return { text: partsIn(cell.text).join('、'), state: 'repaired', reason, sources: [...places, ...cell.sources] };
  }
  const others = all.filter((other) => other.table === line.table).flatMap((other) => other.cells.get('method') ?? []);
  const texts = new Set(others.filter(({ state }) => state === 'read').map(({ text }) => text));
  const [only] = texts;
  if (texts.size !== 1 || only === undefined) return missing(`${lost}，请补上`, places);
  const reason = `${lost}，本栏其他各行都写「${only}」`;
  return {
    text: partsIn(only).join('、'),
    state: 'repaired',
    reason,
    sources: [...places, ...(others[0]?.sources ?? [])],
  };
}

/** The cell of a column that the row leaves empty; none where there is no such column. */
function emptyCell({ table, tableIndex, rowIndex }: TableLine, key: ColumnKey): readonly Source[] {
  const column = table.columns.findIndex((one) => one.key === key);
  const place = `${table.label} 第${table.rows[rowIndex]?.no ?? rowIndex + 1}行 ${table.columns[column]?.title ?? ''}`;
  if (column < 0) return [];
  const text = table.rows[rowIndex]?.cells[column] ?? '';
  return [{ place, at: { kind: 'cell', table: tableIndex, row: rowIndex, column }, text }];
}

function sameItem(one: TableLine, other: TableLine): boolean {
  return lettersOf(one.cells.get('item')?.text ?? '') === lettersOf(other.cells.get('item')?.text ?? '');
}

/** 「市、县级应急管理部门」 is both: the department, and the tiers before it. */
function departmentAndTier(cells: AlignedRow, facts: ReadingFacts): { department: Value; tier: Value } {
  const cell = cells.get('tier');
  const tier = /^[国家省市县区乡镇街道、，\/和]+级/.exec(cell?.text.replace(/\s/g, '') ?? '')?.[0];
  const named = cell !== undefined && /部门|局|委|队/.test(cell.text);
  const own = cells.get('department') ?? cells.get('initiator');
  const department = named
    ? withText(cell, oneLine(cell.text))
    : (own ?? read(facts.bureau, [], '文件没有写检查部门，填本局'));
  return { department, tier: cell === undefined || tier === undefined ? blank : withText(cell, tier) };
}

const withText = (cell: CellValue, text: string): Value => ({ ...cell, text });

const proposedDuty = (subject: string, sources: readonly Source[]): Value =>
  unsure(`对${oneLine(subject)}的监督检查`, '文件没有写权责清单事项，按对象拟定，请对照权责清单', sources);

/** An item that the document plans and nowhere describes: what the text says to inspect becomes its contents. */
function itemOfRow(row: Draft, document: PlanDocument, known: Set<string>): readonly Draft[] {
  const items = fieldOf(row, 'items');
  const title = items?.text ?? '';
  if (items === undefined || title === '' || known.has(lettersOf(title))) return [];
  known.add(lettersOf(title));
  const scope = fieldOf(row, 'scope') ?? blank;
  const ratio = fieldOf(row, 'ratio');
  const level = fieldOf(row, 'level')?.text;
  const key = scope.sources.some(({ text }) => /重点(抽查|检查|监督|监管)?对象/.test(text));
  const category = key || level === '重点' ? '重点检查事项' : level === '一般' ? '一般检查事项' : undefined;
  const made = {
    dutyItem: proposedDuty(whomOf(title, scope.text), scope.sources),
    itemTitle: valueOf(items),
    contents: contentsOfText(document),
    subjects: valueOf(scope),
    category:
      category === undefined
        ? unsure('一般检查事项', '文件没有写事项类别，暂按一般', scope.sources)
        : read(category, scope.sources),
    methods: unsure('查阅资料、现场检查', '文件没有写检查方式，暂按常用的两种', scope.sources),
    ratio: ratio === undefined || ratio.state === 'missing' ? blank : valueOf(ratio),
    department: valueOf(fieldOf(row, 'initiator') ?? blank),
    tier: blank,
    bases: basesOfText(document),
    sectors: valueOf(fieldOf(row, 'sectors') ?? missing('没有行业类别')),
  };
  return [{ key: `item:${title}`, kind: 'item', title, place: row.place, fields: fieldsOf(made) }];
}

const valueOf = ({ text, state, reason, sources }: Value): Value => ({ text, state, reason, sources });

const whomOf = (title: string, scope: string): string =>
  /^对(.{2,30}?)(安全生产|的|监督|综合)/.exec(title)?.[1] ?? scope;

/** The numbered points under a heading 检查内容, or the enumeration of the one sentence there. */
function contentsOfText(document: PlanDocument): Value {
  const { paragraphs } = document;
  const at = paragraphs.findIndex(({ text, level }) => level === 1 && /(抽查|检查)(的)?(重点)?内容[：:]?$/.test(text));
  if (at < 0) return blank;
  const end = paragraphs.findIndex(({ level }, index) => index > at && level === 1);
  const inside = paragraphs
    .map((paragraph, index) => ({ ...paragraph, index }))
    .slice(at + 1, end < 0 ? undefined : end);
  const points = inside.filter(({ level }) => level > 1);
  if (points.length > 0) {
    const text = points.map((point, no) => `${no + 1}.${bare(point.text)}`).join('\n');
    return read(
      text,
      points.map(({ index }) => paragraphSource(document, index)),
    );
  }
  const [only] = inside;
  const named =
    /^(?:重点)?(?:抽查|检查)?(?:单位|企业)?(.*?)(?:等[^、]{0,20})?(?:情况)?(?:进行抽查|进行检查)?[。；]?$/.exec(
      only?.text ?? '',
    )?.[1];
  // 「甲、乙及丙」 lists three.
  const parts = (named ?? '').split(/、|及(?=[^、]*$)/).filter((part) => part !== '');
  if (only === undefined || parts.length < 2) return blank;
  return unsure(parts.map((part, no) => `${no + 1}.${part}`).join('\n'), '文件只用一句话列举，按顿号分成各点', [
    paragraphSource(document, only.index),
  ]);
}

/** Laws that the text says it rests on. */
function basesOfText(document: PlanDocument): Value {
  const at = document.paragraphs.findIndex(({ text }) => /(根据|依据|按照)《[^》]+》/.test(text));
  const text = document.paragraphs[at]?.text ?? '';
  const laws = [...text.matchAll(/《([^》]*(?:法|条例|规定|办法))》/g)].map(([, title]) => `《${title}》`);
  if (laws.length === 0) return blank;
  return read(
    laws.map((law, no) => `${no + 1}.${law}`).join('\n'),
    [paragraphSource(document, at)],
    '正文总的依据，没有写到条',
  );
}
