import type { Paragraph, PlanDocument, Quote } from './document.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf } from './rule.ts';

const wrong = (about: string, verdict: string, detail: string, places: readonly Quote[], mends: readonly string[]) => ({
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

const measure = '[家户座个人名处次日天]';

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

/** 「249日×12人＝2988日」, 「甲（2988日）－乙（1458日）＝1530日」, 「6＋31＋2＝39」. */
function formulas(paragraph: Paragraph): readonly Contradiction[] {
  return paragraph.text.split(/[。；](?![^（(]*[）)])|，其中/).flatMap((sentence) => {
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

/** The amount with which an item ends: 「乙企业12户；」, 「值班：432」. */
function amountOf(paragraph: Paragraph, text: string) {
  const rest = text.slice(paragraph.marker.length).trim();
  const found = new RegExp(`^([^\\d]+?)[：:]?(\\d+)(${measure}?)[；。，,]?$`).exec(rest);
  return found === null ? undefined : { count: Number(found[2]), unit: found[3] ?? '', text: rest };
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
    ? { count: Number(only[1]), unit: only[2] ?? '', text: clause }
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

/** 「200日，占比68.96%」: a share that its own numbers do not give (LS-12). */
export function sharesWrong(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph) => {
    const pattern = /([^\d，。；：:]{2,16})[：:]?(\d+)[家户日人个][，,]?占比?(\d+(?:\.\d+)?)[%％]/g;
    const found = [...paragraph.text.matchAll(pattern)];
    const total = found.reduce((sum, [, , count]) => sum + Number(count), 0);
    if (found.length < 2 || Math.abs(found.reduce((sum, [, , , share]) => sum + Number(share), 0) - 100) > 0.5)
      return [];
    return found.flatMap(([text, label, count, share]) => {
      const places = share?.split('.')[1]?.length ?? 0;
      const right = ((Number(count) / total) * 100).toFixed(places);
      if (share === undefined || Number(right) === Number(share)) return [];
      const about = lettersOf(label ?? '').replace(/^其中/, '');
      return [
        wrong(
          about,
          `「${about}」的占比应为${right}%，写的是${share}%`,
          `${count}÷${total}＝${right}%。`,
          [
            { place: paragraph.place, text },
            { place: paragraph.place, text: `各项合计${total}` },
          ],
          [`改为${right}%`],
        ),
      ];
    });
  });
}

/** The same amount under the same name with two numbers. */
export function amountsDiffer(document: PlanDocument): readonly Contradiction[] {
  const seen = new Map<string, { readonly count: string; readonly quote: Quote }>();
  const found: Contradiction[] = [];
  const pattern = /([\u4e00-\u9fa5]{1,8}(?:工作日|企业|单位|对象))(?:共|：|:|（|\()?(\d+)(?:[家户日]|$)(?![×*])/g;
  for (const paragraph of document.paragraphs) {
    for (const [text, name, count] of paragraph.text.matchAll(pattern)) {
      if (name === undefined || count === undefined) continue;
      const label = name.replace(/^(其中|列入|本年度|我局|区应急局|县应急局)/, '');
      const before = seen.get(label);
      if (before === undefined) seen.set(label, { count, quote: { place: paragraph.place, text } });
      else if (before.count !== count) {
        found.push(
          wrong(
            label,
            `「${label}」两处数字不一`,
            `一处${before.count}，一处${count}。`,
            [before.quote, { place: paragraph.place, text }],
            [`都写${before.count}`, `都写${count}`],
          ),
        );
      }
    }
  }
  return found;
}
