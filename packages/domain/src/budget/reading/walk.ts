import { unitClassTerms, type DayItem, type UnitClassKey } from '../content.ts';
import type { DaySide } from '../../policy/index.ts';
import { figuresIn, listHeadOf, postsIn, type Said } from './figures.ts';
import type { SourceCell, UnreadCell } from './source.ts';
import { cellAt, marker, plain, type Statement } from './statement.ts';

export interface Placed {
  readonly said: Said;
  readonly cell: SourceCell;
}

export interface List {
  readonly place: string;
  readonly heading: DaySide;
  readonly items: { item: DayItem; cell: SourceCell }[];
  total: { value: number; cell: SourceCell } | null;
}

/** What was found so far, line by line. */
export interface Walk {
  readonly lists: List[];
  readonly said: Placed[];
  readonly posts: { kind: string; count: number; cell: SourceCell }[];
  readonly unread: UnreadCell[];
  readonly parts: Record<UnitClassKey, string[]>;
  /** The list whose lines are being read. */
  list: List | null;
  /** The class that the lines are about. */
  about: UnitClassKey | null;
}

/** One line, by what it says and by the list it stands in. */
export function readLine(walk: Walk, statement: Statement): void {
  const { text } = statement;
  if (text === '') return;
  const head = listHeadOf(text);
  if (head !== undefined) return readListHead(walk, statement, head);
  const said = figuresIn(text);
  const strong = said.some(({ figure }) => figure !== 'reinspections' && figure !== 'onRoster');
  if (walk.list !== null && !strong && readItem(walk.list, statement, text, 0)) return;
  const posts = postsIn(text);
  const read = said.length > 0 || posts.length > 0;
  if (!read && walk.list !== null) return leaveList(walk, statement);
  if (read) walk.list = null;
  walk.said.push(...said.map((one) => ({ said: one, cell: cellAt(statement, one.at) })));
  walk.posts.push(...posts.map(({ kind, count, at }) => ({ kind, count, cell: cellAt(statement, at) })));
  readUnits(walk, statement);
  if (!read && statement.tabular && figureLabel.test(text)) noteUnread(walk, statement);
}

const figureLabel = /执法人员(数量|人数)|法定工作日|监督检查工作日|(重点|一般)检查工作日|编制:|在册人(员|数)/;

/** A heading with a figure or none; in a table whose first column repeats it, also the item beside it. */
function readListHead(
  walk: Walk,
  statement: Statement,
  { place, heading, rest, at }: NonNullable<ReturnType<typeof listHeadOf>>,
): void {
  const total = /^(\d{1,7})\s*(?:人日|日|天)?[;。,]?$/.exec(rest)?.[1];
  const same = walk.list !== null && walk.list.heading === heading && total === undefined && rest !== '';
  const list: List = same && walk.list !== null ? walk.list : { place, heading, items: [], total: null };
  if (!same) walk.lists.push(list);
  walk.list = list;
  walk.about = null;
  if (total !== undefined) list.total = { value: Number(total), cell: cellAt(statement, at) };
  else if (rest !== '' && !readItem(list, statement, rest, at)) noteUnread(walk, statement);
}

/** 1.机关值班:432, or 合计:1456; false when the line is no item. */
function readItem(list: List, statement: Statement, text: string, from: number): boolean {
  const match = /^(.*?[^\s:,;])[\s:,;]+(\d{1,7})\s*(?:人日|日|天)?[;。,]?$/d.exec(text);
  const bare = (match?.[1] ?? '')
    .replace(marker, '')
    .replace(/[:,]+$/, '')
    .trim();
  if (match === null || bare === '' || /^\d/.test(bare)) return false;
  const days = Number(match[2]);
  const cell = cellAt(statement, from + (match.indices?.[2]?.[0] ?? 0));
  if (/^(合计|总计|小计|共计)$/.test(bare.replace(/\s/g, ''))) list.total = { value: days, cell };
  else list.items.push({ item: { name: bare.replaceAll('(', '（').replaceAll(')', '）'), days }, cell });
  return true;
}

/** A line that gives no days: another part of the paper begins, or somebody wrote something that is no number. */
function leaveList(walk: Walk, statement: Statement): void {
  const { text } = statement;
  if (/^附[表件]|^[一二三四五六七八九十]{1,3}、|^注:/.test(text)) {
    walk.list = null;
    readUnits(walk, statement);
  } else noteUnread(walk, statement);
}

function noteUnread(walk: Walk, statement: Statement): void {
  const last = statement.spans.at(-1)?.cell;
  if (last === undefined) return;
  const written = plain(last.text).trim();
  walk.unread.push({ place: last.place, text: whole(statement), why: whyNot(written, statement) });
}

function whole({ spans }: Statement): string {
  return spans
    .map(({ cell }) => cell.text.trim())
    .join('　')
    .slice(0, 200);
}

function whyNot(written: string, { spans }: Statement): string {
  if (/^#/.test(written)) return '公式出错';
  if (/^-\s*\d/.test(written)) return '工作日不能是负数';
  if (/^\d+[.]\d+/.test(written)) return '工作日要写整数';
  if (/\d{8,}$/.test(written)) return '数字太大';
  return spans.length < 2 ? '没有读出工作日' : '不是数字';
}

/** 机械制造企业13户 under 重点检查. */
function readUnits(walk: Walk, { text }: Statement): void {
  const named = (['priority', 'ordinary'] as const).filter((key) => text.includes(unitClassTerms[key]));
  if (named.length > 0) walk.about = named.length === 1 ? (named[0] ?? null) : null;
  const match = /^(.+?)[\s:,]*(\d{1,5})\s*[户家][;。,]?$/.exec(text.replace(marker, ''));
  if (match === null || walk.about === null || named.length > 0) return;
  walk.parts[walk.about].push(`${match[1] ?? ''}${match[2] ?? ''}户`);
}
