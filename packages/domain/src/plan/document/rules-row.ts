import type { PlanDocument, Quote } from './document.ts';
import { cellOf, rowsOf, textOf } from './document.ts';
import type { RatioPhrase } from './phrase.ts';
import { frequenciesIn, firstMonthOf, ratiosIn } from './phrase.ts';
import { actsIn } from './unit.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf } from './rule.ts';

/** What a finding calls a row: its item, else its task. */
function nameOf(texts: { readonly item: string; readonly task: string }): string {
  const name = (texts.task || texts.item).replace(/\n/g, '');
  return name.length > 24 ? `${name.slice(0, 22)}…` : name;
}

interface RowPlace {
  readonly name: string;
  readonly about: string;
  readonly cell: (key: Parameters<typeof cellOf>[2]) => Quote | undefined;
}

function placesOf(document: PlanDocument): readonly RowPlace[] {
  return rowsOf(document).map(({ table, row }) => {
    const texts = { item: textOf(table, row, 'item'), task: textOf(table, row, 'task') };
    return {
      name: nameOf(texts),
      about: `${table.label}/${lettersOf(texts.task || texts.item)}`,
      cell: (key) => cellOf(table, row, key),
    };
  });
}

interface RatioPlace {
  readonly name: string;
  readonly about: string;
  readonly ratios: readonly (RatioPhrase & Pick<Quote, 'place'>)[];
}

/** Every ratio of each row, also one that slipped into the column of methods. */
function ratiosOf(document: PlanDocument): readonly RatioPlace[] {
  return placesOf(document).map(({ name, about, cell }) => ({
    name,
    about,
    ratios: [cell('ratio'), cell('method')]
      .filter((one) => one !== undefined)
      .flatMap((one) => ratiosIn(one.text).map((ratio) => ({ ...ratio, place: one.place }))),
  }));
}

const sameRatio = (a: RatioPhrase, b: RatioPhrase) => a.percent === b.percent && a.operator === b.operator;

/** Two ratios in one row that cannot both hold (LZ 1). */
export function twoRatios(document: PlanDocument): readonly Contradiction[] {
  return ratiosOf(document).flatMap(({ name, about, ratios }) => {
    const [first] = ratios;
    const second = first && ratios.find((ratio) => !sameRatio(ratio, first));
    if (first === undefined || second === undefined) return [];
    return [
      {
        about,
        verdict: `「${name}」一行有两个比例`,
        detail: `「${first.text}」与「${second.text}」不能同时成立。`,
        places: [first, second].map(({ place, text }) => ({ place, text })),
        mends: [`只留「${first.text}」`, `只留「${second.text}」`],
      },
    ];
  });
}

/** One ratio written twice in a row (LZ 2). */
export function ratioTwice(document: PlanDocument): readonly Contradiction[] {
  return ratiosOf(document).flatMap(({ name, about, ratios }) => {
    const [first, second] = ratios;
    if (first === undefined || second === undefined || !ratios.every((ratio) => sameRatio(ratio, first))) return [];
    return [
      {
        about,
        verdict: `「${name}」的比例写了两遍`,
        detail: null,
        places: [first, second].map(({ place, text }) => ({ place, text })),
        mends: [`只留一处「${first.text}」`],
      },
    ];
  });
}

/** More than everything (bad input of LZ-20). */
export function ratioTooLarge(document: PlanDocument): readonly Contradiction[] {
  return ratiosOf(document).flatMap(({ name, about, ratios }) => {
    const wrong = ratios.find(({ percent }) => percent > 100);
    if (wrong === undefined) return [];
    return [
      {
        about,
        verdict: `「${name}」的比例大于100%`,
        detail: null,
        places: [{ place: wrong.place, text: wrong.text }],
        mends: ['改为不超过100%', '要多抽几轮的，写频次'],
      },
    ];
  });
}

/** A ratio that slipped into the column of methods (LZ 1). */
export function displacedCell(document: PlanDocument): readonly Contradiction[] {
  return placesOf(document).flatMap(({ name, about, cell }) => {
    const method = cell('method');
    if (method === undefined || ratiosIn(method.text).length + frequenciesIn(method.text).length === 0) return [];
    return [
      {
        about,
        verdict: `「${name}」的检查方式栏里是比例，像是错了栏`,
        detail: '检查方式缺写。',
        places: [method, ...[cell('ratio')].filter((one) => one !== undefined)],
        mends: ['把比例移到比例栏，补写检查方式'],
      },
    ];
  });
}

const bracket = /[（(]((?:带|限|仅|含|具有|设有|第|不含)[^（）()]+)[）)]/;
/** The scope names more than the item covers (ZZ c, LZ 5). */
export function scopeWider(document: PlanDocument): readonly Contradiction[] {
  return placesOf(document).flatMap(({ name, about, cell }) => {
    const [item, subject] = [cell('item'), cell('subject')];
    if (item === undefined || subject === undefined) return [];
    const limit = bracket.exec(item.text)?.[1];
    const covered = actsIn(item.text);
    const more = covered.length === 0 ? [] : actsIn(subject.text).filter((act) => !covered.includes(act));
    if ((limit === undefined || subject.text.includes(limit)) && more.length === 0) return [];
    const limited = limit !== undefined && !subject.text.includes(limit);
    const why = limited
      ? `事项限「${limit}」，范围没有这一限定`
      : `范围还有${more.join('、')}，事项只写${covered.join('、')}`;
    return [
      {
        about,
        verdict: `「${name}」的对象范围比事项宽`,
        detail: `${why}；底数可能偏大。`,
        places: [item, subject],
        mends: limited
          ? [`范围也写明「${limit}」，底数照此重数`, '事项删去限定']
          : ['范围改为与事项一致，底数照此重数', `事项补上${more.join('、')}`],
      },
    ];
  });
}

/** 抽查时间 begins before the document was issued (ZZ b). */
export function windowBeforeIssue(document: PlanDocument): readonly Contradiction[] {
  const issued = document.issuedOn;
  if (issued === null) return [];
  const [year, month] = [Number(issued.slice(0, 4)), Number(issued.slice(5, 7))];
  const issuedText = `${year}年${month}月${Number(issued.slice(8))}日`;
  return placesOf(document).flatMap(({ name, about, cell }) => {
    const window = cell('window');
    const first = window === undefined ? undefined : firstMonthOf(window.text);
    if (window === undefined || first === undefined) return [];
    if ((first.year ?? document.year ?? year) * 12 + first.month >= year * 12 + month) return [];
    return [
      {
        about,
        verdict: `「${name}」的抽查时间早于印发日`,
        detail: `从${first.month}月起，${issuedText}才印发。`,
        places: [window, { place: '印发日期', text: issuedText }],
        mends: [`从${month}月写起`, '写明印发前的部分按上年计划开展'],
      },
    ];
  });
}
