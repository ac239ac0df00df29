import type { Paragraph, PlanDocument, Quote } from './document.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf } from './rule.ts';

export const wrong = (
  about: string,
  verdict: string,
  detail: string,
  places: readonly Quote[],
  mends: readonly string[],
) => ({
  about,
  verdict,
  detail,
  places,
  mends,
});

/** Every total that does not equal what it is the total of. */
export function sumsWrong(document: PlanDocument): readonly Contradiction[] {
  return [
    ...document.paragraphs.flatMap((paragraph) => [...statedTotal(paragraph), ...formulas(paragraph)]),
    ...listTotals(document.paragraphs),
    ...tableTotals(document),
  ];
}

const measure = '(?:个?工作日|[家户座个人名处次日天])';

/** 「共47家：甲8家，乙39家」, 「12人（其中甲3人；乙9人）」. */
function statedTotal(paragraph: Paragraph): readonly Contradiction[] {
  const pattern = new RegExp(`(\\d+)(${measure})[）)]?[，,]?[：:（(]?(?:其中)?[：:]?(?=[^\\d。]{0,16}\\d+\\2)`, 'g');
  return [...paragraph.text.matchAll(pattern)].flatMap((found) => {
    const [whole, total, unit] = found;
    if (total === undefined || unit === undefined || !/[：:（(]|其中/.test(whole)) return [];
    const rest = paragraph.text.slice(found.index + whole.length).split(/[）)。=＝]/)[0] ?? '';
    const parts = [...rest.matchAll(new RegExp(`(\\d+)${measure}`, 'g'))];
    const same = parts.filter(([text]) => text.endsWith(unit) || (/[家户座个]/.test(unit) && /[家户座个]$/.test(text)));
    const numbers = same.map(([, number]) => Number(number));
    const added = numbers.reduce((sum, number) => sum + number, 0);
    if (numbers.length < 2 || added === Number(total)) return [];
    return [
      wrong(
        `${total}${unit}`,
        `合计${total}${unit}，各项相加是${added}${unit}`,
        `${numbers.join('＋')}＝${added}。`,
        [
          { place: paragraph.place, text: whole },
          { place: paragraph.place, text: rest },
        ],
        [`合计改为${added}${unit}`, '核对各项'],
      ),
    ];
  });
}

/** Where a formula ends; a stop inside brackets ends none, and some papers stop with a point. */
export const sentenceEnd = /[。；](?![^（(]*[）)])|[.．](?=\s|[\u4e00-\u9fa5]|$)|，其中/;

/** 「249日×12人＝2988日」, 「甲（2988日）－乙（1458日）＝1530日」, 「6＋31＋2＝39」. */
function formulas(paragraph: Paragraph): readonly Contradiction[] {
  return paragraph.text.split(sentenceEnd).flatMap((sentence) => {
    const sides = sentence.split(/[=＝]/);
    const values = sides.map(valueOf);
    return sides.flatMap((side, index) => {
      const [left, right] = [values[index], values[index + 1]];
      const next = sides[index + 1];
      if (left === undefined || right === undefined || next === undefined || Math.abs(left - right) < 0.005) return [];
      return [
        wrong(
          lettersOf(next).slice(0, 12),
          `算式不成立：左边是${left}，右边写${right}`,
          `${side.trim()}＝${left}。`,
          [
            { place: paragraph.place, text: side.trim() },
            { place: paragraph.place, text: next.trim() },
          ],
          [`右边改为${left}`, '核对左边各项'],
        ),
      ];
    });
  });
}

/** The value of one side; `undefined` where it has a term without a number or with several. */
export function valueOf(side: string): number | undefined {
  const masked = side.replace(/[（(][^（）()]*[）)]/g, (inner) => inner.replace(/[＋+－\-×*]/g, '·'));
  const terms = masked.split(/([＋+－\-×*])/);
  const numbers = terms.filter((_, index) => index % 2 === 0).map(numberIn);
  const signs = terms.filter((_, index) => index % 2 === 1);
  let total = 0;
  let product: number | undefined;
  let sign = 1;
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) return undefined;
    const before = signs[index - 1];
    if (before === '×' || before === '*') product = (product ?? 1) * number;
    else {
      total += sign * (product ?? 0);
      sign = before === '－' || before === '-' ? -1 : 1;
      product = number;
    }
  }
  return product === undefined ? undefined : total + sign * product;
}

/** The one number of a term: outside its brackets, else inside. */
export function numberIn(term: string): number | undefined {
  const outside = term.replace(/[（(][^（）()]*[）)]/g, '').replace(/^\s*[（(]?[一二三四五六七八九十\d]+[）)、.]/, '');
  for (const text of [outside, term]) {
    const found = text.match(/\d+(?:\.\d+)?/g) ?? [];
    if (found.length === 1) return /[%％]/.test(text) ? Number(found[0]) / 100 : Number(found[0]);
    if (found.length > 1) return undefined;
  }
  return undefined;
}

/** A heading with a number, and the numbered items under it with one number each. */
export interface AmountList {
  readonly heading: Paragraph;
  readonly label: string;
  readonly written: number;
  readonly items: readonly { readonly count: number; readonly text: string; readonly place: string }[];
  readonly added: number;
}

/** Every heading with a number over items with numbers of one unit. */
export function listsOf(paragraphs: readonly Paragraph[]): readonly AmountList[] {
  return paragraphs.flatMap((heading, index) => {
    const next = paragraphs[index + 1];
    if (next === undefined || next.level <= heading.level || next.level === 0) return [];
    const end = paragraphs.findIndex((other, at) => at > index && other.level !== next.level);
    const below = paragraphs.slice(index + 1, end < 0 ? undefined : end);
    const items = below.map((item) => ({ place: item.place, amount: amountOf(item, item.text) }));
    const total = headAmountOf(heading);
    const known = items.flatMap(({ place, amount }) => (amount === undefined ? [] : [{ ...amount, place }]));
    if (items.length < 2 || total === undefined || known.length < items.length) return [];
    if (known.some((item) => item.unit !== '' && total.unit !== '' && item.unit !== total.unit)) return [];
    const label = lettersOf(heading.text.replace(heading.marker, ''))
      .replace(/\d+.*$/, '')
      .slice(0, 12);
    const added = known.reduce((sum, item) => sum + item.count, 0);
    return [{ heading, label, written: total.count, items: known, added }];
  });
}

function listTotals(paragraphs: readonly Paragraph[]): readonly Contradiction[] {
  return listsOf(paragraphs)
    .filter(({ written, added }) => written !== added)
    .map(({ heading, label, written, items, added }) =>
      wrong(
        label,
        `「${label}」写${written}，各项相加是${added}`,
        `${items.map((item) => item.count).join('＋')}＝${added}。`,
        [heading, { place: `${heading.place}各项`, text: items.map((item) => item.text).join('；') }],
        [`合计改为${added}`, '核对各项'],
      ),
    );
}

/** 个工作日, 工作日 and 日 count the same. */
const unitOf = (written = ''): string => written.replace(/^个?工作日$/, '日');

/** The amount with which an item ends: 「乙企业12户；」, 「值班：432」. */
function amountOf(paragraph: Paragraph, text: string) {
  const rest = text.slice(paragraph.marker.length).trim();
  const found = new RegExp(`^([^\\d]+?)[：:]?(\\d+)(${measure}?)[；。，,]?$`).exec(rest);
  return found === null ? undefined : { count: Number(found[2]), unit: unitOf(found[3]), text: rest };
}

/** A heading's amount: at its end, or the only amount of its first clause. */
function headAmountOf(paragraph: Paragraph) {
  const whole = amountOf(paragraph, paragraph.text);
  if (whole !== undefined) return whole;
  const clause =
    paragraph.text
      .slice(paragraph.marker.length)
      .replace(/20\d{2}年度?/g, '')
      .split(/[，。；]/)[0] ?? '';
  const found = [...clause.matchAll(new RegExp(`(\\d+)(${measure})`, 'g'))];
  const [only] = found;
  return found.length === 1 && only !== undefined
    ? { count: Number(only[1]), unit: unitOf(only[2]), text: clause }
    : undefined;
}

/** A row 合计 that is not the sum of the rows above it. */
function tableTotals(document: PlanDocument): readonly Contradiction[] {
  return document.tables.flatMap((table) => {
    const total = table.rows.find((row) => row.cells.some((cell) => /^(合计|总计)$/.test(cell)));
    if (total === undefined) return [];
    const others = table.rows.filter((row) => row !== total && !row.cells.some((cell) => /^小计$/.test(cell)));
    return table.columns.flatMap((column, at) => {
      const written = /^(\d+)[家户次人日]?$/.exec(total.cells[at] ?? '')?.[1];
      const numbers = others.map((row) => /^(\d+)[家户次人日]?$/.exec(row.cells[at] ?? '')?.[1]);
      if (column.key === 'no' || written === undefined || numbers.some((number) => number === undefined)) return [];
      const added = numbers.reduce((sum, number) => sum + Number(number), 0);
      if (added === Number(written)) return [];
      const places = [
        { place: `${table.label} 合计 ${column.title}`, text: written },
        { place: `${table.label} 各行 ${column.title}`, text: numbers.join('＋') },
      ];
      const about = `${table.label}/${column.title}`;
      return [wrong(about, `「${column.title}」合计${written}，各行相加是${added}`, '', places, [`合计改为${added}`])];
    });
  });
}
