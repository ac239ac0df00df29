import type { ItemId } from '../../id.ts';
import { parsePhrase } from '../../policy/index.ts';
import type { Result } from '../../result.ts';
import { ok, refuse } from '../../result.ts';
import type { CalendarDate } from '../../time.ts';
import { parseCalendarDate } from '../../time.ts';
import { noParticulars } from '../particulars.ts';
import type { PlanHead, Publicity, RowContent } from '../plan.ts';
import { publicityTerms } from '../plan.ts';
import type { Draft, DraftFieldKey, ReadingFacts } from './draft.ts';
import { draftFieldTerms, fieldOf, needsEye } from './draft.ts';
import { basesIn, pointsIn } from './numbered.ts';
import { isAboveWhole } from './ratio-text.ts';
import { partsIn } from './read-rows.ts';
import type { ReadingRefusal } from './refusal.ts';
import { dayIn, windowIn } from './window-text.ts';

/** An item as a document describes it; the catalogue makes a draft of it. */
export interface ReadItem {
  readonly dutyItem: string;
  readonly title: string;
  readonly points: readonly string[];
  readonly subjects: string;
  readonly category: 'priority' | 'ordinary';
  readonly methods: readonly string[];
  readonly ratioAndFrequency: string;
  readonly department: string;
  readonly tier: string;
  readonly bases: readonly { title: string; number: string; revision: string; article: string }[];
  readonly sectors: readonly string[];
}

const levels = { 全部: 'all', 重点: 'priority', 一般: 'ordinary' } as const;
const needed: readonly DraftFieldKey[] = [
  ...(['title', 'year', 'name', 'selection', 'items', 'scope', 'sectors', 'ratio', 'window', 'initiator'] as const),
  ...(['itemTitle', 'dutyItem', 'subjects', 'methods', 'department', 'category'] as const),
];

/** Why a text cannot be the value of such a field; null where it can. */
export function faultOf(key: DraftFieldKey, text: string, facts: ReadingFacts): string | null {
  if (text.trim() === '') return needed.includes(key) ? '不能空着' : null;
  switch (key) {
    case 'year':
      return /^20\d{2}$/.test(text) ? null : '写四位年份，如2023';
    case 'issuedOn':
      return dayIn(text) === undefined ? '写成2023年3月1日' : null;
    case 'publicity':
      return publicityOf(text) === undefined ? `写${Object.values(publicityTerms).join('、')}之一` : null;
    case 'selection':
      return text === '定向' || text === '不定向' ? null : '写定向或者不定向';
    case 'sectors':
      return unknownSector(text, facts);
    case 'level':
      return text in levels ? null : '写全部、重点或者一般';
    case 'ratio':
      return isAboveWhole(text) ? '比例不大于100%，要多抽几轮的写频次' : null;
    case 'window':
      return windowIn(text, 2000) === undefined ? '写成2023年4月1日至2023年6月30日' : null;
    case 'category':
      return /^(重点|一般)检查事项$/.test(text) ? null : '写重点检查事项或者一般检查事项';
    case 'bases':
      return basesIn(text).length === 0 ? '每行一条，法律名称加书名号' : null;
    default:
      return null;
  }
}

/** In a row a ratio must be one that numbers can be reckoned from; in the list it is words. */
export function faultIn(draft: Draft, key: DraftFieldKey, text: string, facts: ReadingFacts): string | null {
  if (
    draft.kind === 'row' &&
    key === 'ratio' &&
    text.trim() !== '' &&
    parsePhrase(text, facts.rounding) === undefined
  ) {
    return '写成20%、计划内100%、13家，可加「，每年至少1次」';
  }
  return faultOf(key, text, facts);
}

function unknownSector(text: string, facts: ReadingFacts): string | null {
  const labels = facts.sectors.map(({ label }) => label);
  const unknown = partsIn(text).find((part) => !labels.includes(part));
  return unknown === undefined ? null : `本局规则没有「${unknown}」，有${labels.join('、')}`;
}

const publicityOf = (text: string): Publicity | undefined =>
  (['published', 'on-request', 'closed'] as const).find((key) => publicityTerms[key] === text);

type Ready<T> = Result<T, ReadingRefusal>;

/** Refuses while a value of the draft waits for an eye, or cannot be what its field needs. */
function readyOf(draft: Draft, facts: ReadingFacts): ReadingRefusal | null {
  const waiting = draft.fields.filter(needsEye);
  if (waiting.length > 0) {
    const fields = waiting.map(({ key }) => draftFieldTerms[key]);
    return { code: 'reading-value-open', draft: draft.title, fields };
  }
  for (const { key, text } of draft.fields) {
    const why = faultIn(draft, key, text, facts);
    if (why !== null) return { code: 'reading-value-unreadable', draft: draft.title, field: draftFieldTerms[key], why };
  }
  return null;
}

const textIn = (draft: Draft, key: DraftFieldKey): string => fieldOf(draft, key)?.text.trim() ?? '';

/** The head of a plan for a year; number and date of issue are those of the document's own year only. */
export function headOfDraft(draft: Draft, facts: ReadingFacts, year: number): Ready<PlanHead> {
  const refusal = readyOf(draft, facts);
  if (refusal !== null) return refuse(refusal);
  const text = (key: DraftFieldKey) => textIn(draft, key);
  const same = Number(text('year')) === year;
  const publicity = publicityOf(text('publicity'));
  return ok({
    title: nameInYear(text('title'), Number(text('year')), year),
    documentNo: same ? text('documentNo') || null : null,
    issuedOn: same ? (dayIn(text('issuedOn')) ?? null) : null,
    addressees: text('addressees'),
    upstream: partsIn(text('upstream')),
    ...(publicity === undefined ? {} : { publicity }),
  });
}

/** The year that a document is for, as its head says or as a person has corrected it. */
export function yearOfDrafts(drafts: readonly Draft[]): number | null {
  const head = drafts.find(({ kind }) => kind === 'head');
  const text = head === undefined ? '' : textIn(head, 'year');
  return /^20\d{2}$/.test(text) ? Number(text) : null;
}

const nameInYear = (name: string, from: number, to: number): string => name.replaceAll(`${from}年`, `${to}年`);

/** The same day of another year; 29 February becomes the 28th where the year has none. */
function inYear(date: CalendarDate, shift: number): CalendarDate {
  const year = Number(date.slice(0, 4)) + shift;
  return parseCalendarDate(`${year}${date.slice(4)}`) ?? (`${year}-02-28` as CalendarDate);
}

/** What a row is made for: the year of the plan that takes it, and the items that the catalogue has. */
export interface RowTarget {
  readonly documentYear: number;
  readonly year: number;
  readonly items: readonly { readonly id: ItemId; readonly title: string }[];
}

/** A row of the plan; an item that the catalogue has under the same title is that item, else it stays words. */
export function rowOfDraft(draft: Draft, facts: ReadingFacts, target: RowTarget): Ready<RowContent> {
  const refusal = readyOf(draft, facts);
  if (refusal !== null) return refuse(refusal);
  const { documentYear, year, items } = target;
  const text = (key: DraftFieldKey) => textIn(draft, key);
  const window = windowIn(text('window'), documentYear);
  const ratio = parsePhrase(text('ratio'), facts.rounding);
  if (window === undefined || ratio === undefined) throw new Error('a ready draft has a window and a ratio');
  const shift = year - documentYear;
  return ok({
    name: nameInYear(text('name'), documentYear, year),
    selection: text('selection') === '不定向' ? 'nonTargeted' : 'targeted',
    items: text('items')
      .split(/[；;]/)
      .map((title) => ({ itemId: items.find((item) => item.title === title)?.id ?? null, title })),
    scope: text('scope'),
    sectors: codesOf(text('sectors'), facts),
    level: levels[text('level') as keyof typeof levels],
    ratio,
    rounds: 1,
    window: { from: inYear(window.from, shift), to: inYear(window.to, shift) },
    initiator: text('initiator'),
    partners: partsIn(text('partners')),
    particulars: {
      ...noParticulars,
      field: text('field'),
      section: text('section'),
      bodies: partsIn(text('bodies')),
    },
  });
}

export function itemOfDraft(draft: Draft, facts: ReadingFacts): Ready<ReadItem> {
  const refusal = readyOf(draft, facts);
  if (refusal !== null) return refuse(refusal);
  const text = (key: DraftFieldKey) => textIn(draft, key);
  return ok({
    dutyItem: text('dutyItem'),
    title: text('itemTitle'),
    points: pointsIn(text('contents')),
    subjects: text('subjects'),
    category: text('category').startsWith('重点') ? 'priority' : 'ordinary',
    methods: partsIn(text('methods')),
    ratioAndFrequency: text('ratio'),
    department: text('department'),
    tier: text('tier'),
    bases: basesIn(text('bases')),
    sectors: codesOf(text('sectors'), facts),
  });
}

function codesOf(text: string, facts: ReadingFacts): readonly string[] {
  const labels = partsIn(text);
  return facts.sectors.filter(({ label }) => labels.includes(label)).map(({ code }) => code);
}
