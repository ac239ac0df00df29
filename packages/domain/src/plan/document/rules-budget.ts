import { isPublished, legalWorkdays, nationalCalendar } from '../../calendar/index.ts';
import type { DayKind, DaySide } from '../../policy/index.ts';
import { nationalDefaults } from '../../policy/index.ts';
import { parseCalendarDate } from '../../time.ts';
import type { Paragraph, PlanDocument } from './document.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf } from './rule.ts';
import type { AmountList } from './rules-sum.ts';
import { listsOf, numberIn, sentenceEnd, valueOf } from './rules-sum.ts';

const { value: kinds, clause } = nationalDefaults['budget.kinds'];
const kindsPlace = `${clause.source}（${clause.place}）`;
const sideTerms: Readonly<Record<DaySide, string>> = { otherEnforcement: '其他执法', nonEnforcement: '非执法' };

function kindOf(text: string): DayKind | undefined {
  const hits = kinds.flatMap((kind) =>
    kind.words.filter((word) => text.includes(word)).map((word) => ({ kind, length: word.length })),
  );
  return hits.sort((a, b) => b.length - a.length)[0]?.kind;
}

interface DayList extends AmountList {
  /** What its heading calls it. */
  readonly heads: DaySide;
  /** What most of its items are; undefined when they are as many, or too few are known. */
  readonly holds: DaySide | undefined;
}

/** The two lists of days beside the inspections, where the document has them item by item. */
function dayLists(document: PlanDocument): readonly DayList[] {
  return listsOf(document.paragraphs).flatMap((list) => {
    const heads = /非执法/.test(list.label)
      ? 'nonEnforcement'
      : /其他执法/.test(list.label)
        ? 'otherEnforcement'
        : undefined;
    const sides = list.items.map(({ text }) => kindOf(text)?.side);
    const count = (side: DaySide) => sides.filter((one) => one === side).length;
    if (heads === undefined || sides.filter((side) => side !== undefined).length < 3) return [];
    const lead = count('nonEnforcement') - count('otherEnforcement');
    return [{ ...list, heads, holds: lead === 0 ? undefined : lead > 0 ? 'nonEnforcement' : 'otherEnforcement' }];
  });
}

/** 值班 and 党群 under 其他执法, 事故 and 举报 under 非执法: the headings stand over each other's list (LS-13). */
export function daysSwapped(document: PlanDocument): readonly Contradiction[] {
  return dayLists(document).flatMap((list) => {
    if (list.holds === undefined || list.holds === list.heads) return [];
    const examples = list.items.filter(({ text }) => kindOf(text)?.side === list.holds).slice(0, 3);
    return [
      {
        about: sideTerms[list.heads],
        verdict: `标题写「${sideTerms[list.heads]}」，列的是${sideTerms[list.holds]}的项目`,
        detail: `${examples.map(({ text }) => kindOf(text)?.label ?? text).join('、')}属于${sideTerms[list.holds]}工作日；两处的数字要跟着标题走。`,
        places: [
          list.heading,
          { place: `${list.heading.place}各项`, text: examples.map(({ text }) => text).join('；') },
        ],
        mends: [`标题改为「${sideTerms[list.holds]}工作日」`, '与另一组对调标题'],
      },
    ];
  });
}

/** Kinds that the ministry's list has and the document's has not; zero days are written as zero (LS-13). */
export function kindsMissing(document: PlanDocument): readonly Contradiction[] {
  const lists = dayLists(document);
  const listed = lists.flatMap(({ items }) => items.map(({ text }) => kindOf(text)));
  return lists.flatMap((list) => {
    const side = list.holds ?? list.heads;
    const missing = kinds.filter((kind) => kind.side === side && !listed.includes(kind));
    if (missing.length === 0 || lists.some((other) => other !== list && (other.holds ?? other.heads) === side))
      return [];
    const names = missing.map(({ label }) => label).join('、');
    return [
      {
        about: sideTerms[side],
        verdict: `${sideTerms[side]}工作日少列${missing.length}项：${names}`,
        detail: `列了${list.items.length}项。没有这类工作的，写0日。${clause.verified ? '' : '（项目表未经核实，可在本局规则里改。）'}`,
        places: [list.heading, { place: kindsPlace, text: names }],
        mends: ['补列并写0日', '补列并写预计工作日'],
      },
    ];
  });
}

/** What a formula gives once a total that was added up wrongly is put right (LS-11). */
export function sumsCarriedOn(document: PlanDocument): readonly Contradiction[] {
  const wrong = listsOf(document.paragraphs).filter(({ written, added }) => written !== added);
  return wrong.flatMap((list) =>
    document.paragraphs.flatMap((paragraph) => {
      const found = carried(paragraph, list);
      if (found === undefined) return [];
      const { result, before, after } = found;
      return [
        {
          about: `${list.label}/${result}`,
          verdict: `「${list.label}」改为${list.added}后，${result}是${after}，不是${before}`,
          detail: handedOut(paragraph, after),
          places: [paragraph, { place: list.heading.place, text: `${list.label}${list.written}，应为${list.added}` }],
          mends: [`${result}改为${after}，分配数随之减少`, '先核对各项，再定合计'],
        },
      ];
    }),
  );
}

function carried(paragraph: Paragraph, list: AmountList) {
  for (const sentence of paragraph.text.split(sentenceEnd)) {
    const sides = sentence.split(/[=＝]/);
    const terms = sides.find((side) => side.includes(list.label) && side.includes(String(list.written)));
    const before = sides.at(-1) === undefined ? undefined : numberIn(sides.at(-1) ?? '');
    if (terms === undefined || terms === sides.at(-1) || before === undefined) continue;
    const right = terms.replace(new RegExp(`(${list.label}[^\\d]{0,4})${list.written}(?!\\d)`), `$1${list.added}`);
    const after = valueOf(right);
    if (after === undefined || after === before || valueOf(terms) !== before) continue;
    const [name = ''] = sides;
    return { result: name === terms ? '结果' : lettersOf(name.replace(paragraph.marker, '')), before, after };
  }
  return undefined;
}

/** 「已分配200＋90＝290，多2」 where the same paragraph gives the days out. */
function handedOut(paragraph: Paragraph, after: number): string | null {
  const parts = partsOf(paragraph);
  const given = parts.reduce((sum, { days }) => sum + days, 0);
  if (parts.length < 2 || given <= after) return null;
  return `已分配${parts.map(({ days }) => days).join('＋')}＝${given}，多${given - after}。`;
}

/** 「其中重点检查工作日：200日，一般检查工作日：90日」. */
function partsOf(paragraph: Paragraph): readonly { readonly name: string; readonly days: number }[] {
  const after = /其中(.*)$/.exec(paragraph.text)?.[1] ?? '';
  return [...after.matchAll(/([\u4e00-\u9fa5]{2,14})[：:]?(\d+)个?(?:工作)?[日天]/g)].map(
    ([, name = '', days = '']) => ({
      name,
      days: Number(days),
    }),
  );
}

/** Every day for inspections is given out, and none is left to see whether a thing was put right (LS-12). */
export function nothingKeptBack(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph) => {
    const parts = partsOf(paragraph);
    const whole = numberIn(/[=＝]([^=＝，。；]*?)，其中/.exec(paragraph.text)?.[1] ?? '');
    const given = parts.reduce((sum, { days }) => sum + days, 0);
    if (parts.length < 2 || whole === undefined || given < whole || !parts.every(({ name }) => /检查/.test(name)))
      return [];
    return [
      {
        about: '整改复查',
        verdict: '没有给整改复查留工作日',
        detail: `${parts.map(({ days }) => days).join('＋')}＝${given}，${whole}日全部分完。`,
        places: [paragraph],
        mends: ['从各类中减出复查的工作日，另列一项', '写明复查用哪一类的工作日'],
      },
    ];
  });
}

/** 「249日×12人」 against the State Council's notice of that year; a year without a notice is not judged (LS-10). */
export function yearOfWorkdays(document: PlanDocument): readonly Contradiction[] {
  const { year } = document;
  const end = year === null ? undefined : parseCalendarDate(`${year}-12-28`);
  if (year === null || end === undefined || year < nationalCalendar.firstYear || !isPublished(nationalCalendar, end))
    return [];
  const days = legalWorkdays(nationalCalendar, year);
  return document.paragraphs.flatMap((paragraph) => {
    const found = /(?<!\d)(2\d{2})个?(?:工作)?[日天]\s*[×*]\s*\d+人/.exec(paragraph.text);
    if (found === null || !/法定工作日/.test(paragraph.text) || Number(found[1]) === days) return [];
    const notice = nationalCalendar.notices.get(year)?.[0]?.title ?? '放假通知';
    return [
      {
        about: '年工作日',
        verdict: `${year}年的工作日是${days}日，写的是${found[1] ?? ''}日`,
        detail: null,
        places: [
          { place: paragraph.place, text: found[0] },
          { place: notice, text: `${year}年工作日${days}日` },
        ],
        mends: [`改为${days}日`],
      },
    ];
  });
}
