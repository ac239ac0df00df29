import type { ColumnKey, PlanDocument, Table } from '../document/document.ts';
import { lettersOf } from '../document/rule.ts';
import type { AlignedRow, CellValue } from './align-row.ts';
import { alignRow } from './align-row.ts';
import type { Draft, ReadingFacts, Source, Value } from './draft.ts';
import { blank, fieldsOf, missing, read, unsure } from './draft.ts';
import { paragraphSource } from './read-head.ts';
import { isAboveWhole, ratioIn } from './ratio-text.ts';
import { namesEverybody, sectorsIn } from './sector-match.ts';
import { windowIn, windowText } from './window-text.ts';

/** One row of one table with its meaning, before it is made a draft. */
export interface TableLine {
  readonly table: Table;
  readonly tableIndex: number;
  readonly rowIndex: number;
  readonly cells: AlignedRow;
}

/** Every line of every table that is no sum; a cell left blank under a filled one says the same where that is usual. */
export function linesOf(document: PlanDocument): readonly TableLine[] {
  return document.tables.flatMap((table, tableIndex) => {
    const lines = table.rows.map((_, rowIndex) => ({
      ...{ table, tableIndex, rowIndex },
      cells: alignRow(table, tableIndex, rowIndex),
    }));
    const real = lines.filter(
      ({ cells }) => cells.size > 1 && ![...cells.values()].some(({ text }) => /^(合计|总计|小计)$/.test(text)),
    );
    return real.map((line, at) => ({ ...line, cells: filledDown(line.cells, real.slice(0, at)) }));
  });
}

const repeating: readonly ColumnKey[] = ['department', 'initiator', 'field', 'duty'];

function filledDown(cells: AlignedRow, above: readonly TableLine[]): AlignedRow {
  const filled = new Map(cells);
  for (const key of repeating) {
    const last = above.findLast((line) => line.cells.get(key) !== undefined)?.cells.get(key);
    if (last === undefined || filled.has(key)) continue;
    filled.set(key, { ...last, state: 'unsure', reason: '本行空着，暂按上一行' });
  }
  return filled;
}

const planColumns: readonly ColumnKey[] = [
  'task',
  'selection',
  'window',
  'initiator',
  'partners',
  'department',
  'field',
];

/** 事项清单 says what may be inspected: by its title, by the power-and-duty list, or by contents and bases without a plan's columns. */
export function isItemList({ table }: TableLine): boolean {
  const keys = table.columns.map(({ key }) => key);
  const describes = keys.includes('content') || keys.includes('basis');
  const plans = planColumns.some((key) => keys.includes(key));
  return keys.includes('duty') || /事项清单/.test(table.title) || (describes && !plans);
}

export function isPlanLine(line: TableLine): boolean {
  const keys = line.table.columns.map(({ key }) => key);
  const says = keys.includes('item') || keys.includes('task') || (keys.includes('subject') && keys.includes('ratio'));
  return says && !isItemList(line);
}

/** A row of the plan's table from a line of the document's; `lists` are the lines of its item lists. */
export function rowOfLine(
  line: TableLine,
  document: PlanDocument,
  lists: readonly TableLine[],
  facts: ReadingFacts,
  head: Draft,
): Draft {
  const { cells, table } = line;
  const text = (key: ColumnKey) => cells.get(key)?.text ?? '';
  const own = (key: ColumnKey): Value => cells.get(key) ?? blank;
  const scope = cells.get('subject') ?? cells.get('item') ?? missing('没有抽查对象');
  const sectors = sectorsValue([text('subject'), text('task'), text('field'), text('item')], scope.sources, facts);
  const item = lettersOf(text('item'));
  const twin = item === '' ? undefined : lists.find((other) => lettersOf(other.cells.get('item')?.text ?? '') === item);
  return {
    key: `row:${table.label}/${text('task') || text('field') || text('item')}/${text('item')}`,
    kind: 'row',
    title: text('task') || text('field') || text('item'),
    place: `${table.label} 第${table.rows[line.rowIndex]?.no ?? line.rowIndex + 1}行`,
    fields: fieldsOf({
      name: nameValue(cells),
      selection: selectionValue(cells.get('selection'), sectors, facts),
      items: cells.get('item') === undefined ? missing('没有抽查事项') : withoutBreaks(own('item')),
      scope: withoutBreaks(scope),
      sectors,
      level: levelValue(text('subject'), table.title),
      ratio: ratioValue(cells.get('ratio') ?? cells.get('count'), twin?.cells.get('ratio')),
      window: windowValue(cells.get('window'), document, head),
      initiator: initiatorValue(cells, head),
      partners: partnersValue(cells),
      field: withoutBreaks(own('field')),
      section: /科|股|大队/.test(text('department')) ? withoutBreaks(own('department')) : blank,
      bodies: listed(own('inspectors')),
    }),
  };
}

const withoutBreaks = (value: Value): Value => ({ ...value, text: value.text.replace(/\n/g, '') });
const listed = (value: Value): Value => ({ ...value, text: partsIn(value.text).join('、') });

export function partsIn(text: string): readonly string[] {
  return text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(无|—|-|\/)$/.test(part));
}

function nameValue(cells: AlignedRow): Value {
  const task = cells.get('task') ?? cells.get('field');
  if (task !== undefined) return withoutBreaks(task);
  const item = cells.get('item');
  return item === undefined
    ? missing('没有任务名称')
    : read(item.text.replace(/\n/g, ''), item.sources, '本表没有任务名称，用抽查事项作名称');
}

export function sectorsValue(texts: readonly string[], sources: readonly Source[], facts: ReadingFacts): Value {
  for (const text of texts) {
    const found = sectorsIn(text, facts.sectors);
    if (found.length > 0)
      return read(found.map(({ label }) => label).join('、'), sources, `按「${text}」对应本局规则的行业类别`);
  }
  const all = facts.sectors.map(({ label }) => label).join('、');
  if (texts.some(namesEverybody)) return unsure(all, '对象没有限定行业，暂按本局全部类别', sources);
  return missing(`「${texts[0] ?? ''}」对不上本局规则的行业类别`, sources);
}

export function selectionValue(cell: CellValue | undefined, sectors: Value, facts: ReadingFacts): Value {
  const term = /定向|不定[向项]/.exec(cell?.text ?? '')?.[0];
  if (cell !== undefined && term !== undefined) {
    const named = /不定[向项]/.test(cell.text) ? '不定向' : '定向';
    return { ...cell, text: named };
  }
  const all = sectors.text.split('、').length === facts.sectors.length && facts.sectors.length > 1;
  return read(
    all ? '不定向' : '定向',
    sectors.sources,
    all ? '文件没有写，对象是本局全部类别，为不定向' : '文件没有写，对象限定了行业，为定向',
  );
}

/** Which subjects of the sectors: the words of the object, or the title over the table. */
export function levelValue(subject: string, over: string): Value {
  const of = (text: string) =>
    /重点(检查)?(单位|企业|对象)/.test(text) ? '重点' : /一般(检查)?(单位|企业|对象)/.test(text) ? '一般' : undefined;
  return read(of(subject) ?? of(over) ?? '全部', []);
}

function ratioValue(cell: CellValue | undefined, elsewhere: CellValue | undefined): Value {
  if (cell !== undefined && isAboveWhole(cell.text)) return missing(`「${cell.text}」大于100%`, cell.sources);
  const own = cell === undefined ? undefined : ratioIn(cell.text);
  if (cell !== undefined && own !== undefined) {
    if (own.others.length > 0)
      return unsure(own.phrase, `同一格还写了「${own.others.join('」「')}」，暂取前一个`, cell.sources);
    return { ...cell, text: own.phrase };
  }
  const other = elsewhere === undefined ? undefined : ratioIn(elsewhere.text);
  if (elsewhere !== undefined && other !== undefined)
    return unsure(other.phrase, '本表没有比例，取清单中同一事项的', elsewhere.sources);
  return cell === undefined
    ? missing('文件没有写比例或家数')
    : missing(`「${cell.text}」读不出比例或家数`, cell.sources);
}

/** The window of the row, else of the text, else the whole year. */
export function windowValue(cell: CellValue | undefined, document: PlanDocument, head: Draft): Value {
  const year = Number(head.fields.find(({ key }) => key === 'year')?.text || '2000');
  const found = cell === undefined ? undefined : windowIn(cell.text, year);
  if (cell !== undefined && found !== undefined) {
    const reason = found.beginSupposed ? '只写了截止时间，从年初算起' : cell.reason;
    return { ...cell, text: windowText(found), reason };
  }
  if (cell !== undefined) return missing(`「${cell.text}」读不出起止日期`, cell.sources);
  const said = windowOfText(document, year);
  if (said !== undefined) return said;
  const whole = windowIn(`${year}年全年`, year);
  return whole === undefined
    ? missing('文件没有写抽查时间')
    : unsure(windowText(whole), '文件没有写抽查时间，暂按全年');
}

function windowOfText(document: PlanDocument, year: number): Value | undefined {
  for (const [index, { text, under }] of document.paragraphs.entries()) {
    if (!under.some((heading) => /时间|时限|期限/.test(heading)) && !/(任务|抽查|检查)[^。；]*(底前|之前)/.test(text))
      continue;
    const clause = text
      .split(/[。；]/)
      .findLast((part) => /(20\d{2})年/.test(part) && windowIn(clauseOfDates(part), year) !== undefined);
    const found = clause === undefined ? undefined : windowIn(clauseOfDates(clause), year);
    if (found === undefined || Number(found.to.slice(0, 4)) !== year) continue;
    const reason = found.beginSupposed ? '按正文的截止时间，从年初算起' : '按正文的时间';
    return read(windowText(found), [paragraphSource(document, index)], reason);
  }
  return undefined;
}

/** The dates of a sentence, from the first year on. */
const clauseOfDates = (text: string): string => /20\d{2}年.{0,24}/.exec(text)?.[0] ?? '';

function initiatorValue(cells: AlignedRow, head: Draft): Value {
  const own = cells.get('initiator') ?? cells.get('department');
  if (own !== undefined) return withoutBreaks(own);
  const bureau = head.fields.find(({ key }) => key === 'initiator');
  return read(bureau?.text ?? '', bureau?.sources ?? [], '本表没有发起部门，取发文机关');
}

/** 「公安部门」 beside a 检查主体 「某市公安局某分局」 is that bureau. */
function partnersValue(cells: AlignedRow): Value {
  const cell = cells.get('partners');
  if (cell === undefined) return blank;
  const bodies = partsIn(cells.get('inspectors')?.text ?? '');
  let named = false;
  const parts = partsIn(cell.text).map((part) => {
    const kind = /^(.{2,8}?)(主管)?部门$/.exec(part)?.[1];
    const same = kind === undefined ? [] : bodies.filter((body) => body.includes(kind));
    if (same.length !== 1 || same[0] === undefined) return part;
    named = true;
    return same[0];
  });
  if (!named) return { ...cell, text: parts.join('、') };
  const sources = [...cell.sources, ...(cells.get('inspectors')?.sources ?? [])];
  return { ...cell, text: parts.join('、'), reason: `「${cell.text}」按检查主体写出全称`, sources };
}
