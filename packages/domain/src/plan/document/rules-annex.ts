import type { ColumnKey, PlanDocument, Quote, Table, TableRow } from './document.ts';
import { cellOf, rowsOf, textOf } from './document.ts';
import type { FrequencyPhrase } from './phrase.ts';
import { frequenciesIn, frequencyText, ratiosIn } from './phrase.ts';
import type { Contradiction } from './rule.ts';
import { lettersOf, pairsOf } from './rule.ts';

interface Place {
  readonly table: Table;
  readonly row: TableRow;
}

interface TwoCells {
  readonly item: string;
  readonly one: Quote;
  readonly other: Quote;
}

/** The same column of the same item in two tables. */
function pairsOfItem(document: PlanDocument, key: ColumnKey): readonly TwoCells[] {
  const byItem = new Map<string, Place[]>();
  for (const place of rowsOf(document)) {
    const item = lettersOf(textOf(place.table, place.row, 'item'));
    if (item !== '') byItem.set(item, [...(byItem.get(item) ?? []), place]);
  }
  return [...byItem.values()].flatMap((places) =>
    pairsOf(places).flatMap(([a, b]) => {
      const [one, other] = [cellOf(a.table, a.row, key), cellOf(b.table, b.row, key)];
      const item = textOf(a.table, a.row, 'item').replace(/\n/g, '');
      return one === undefined || other === undefined || a.table === b.table ? [] : [{ item, one, other }];
    }),
  );
}

const shortOf = (item: string): string => (item.length > 24 ? `${item.slice(0, 22)}…` : item);

/** 「每年1次」 in one annex and 「每年至少1次」 in another (LZ 3). */
export function frequencyDiffers(document: PlanDocument): readonly Contradiction[] {
  return pairsOfItem(document, 'ratio').flatMap(({ item, one, other }) => {
    const [a, b] = [frequenciesIn(one.text)[0], frequenciesIn(other.text)[0]];
    if (a === undefined || b === undefined || sameFrequency(a, b)) return [];
    return [
      {
        about: lettersOf(item),
        verdict: `「${shortOf(item)}」的频次，两处写法不一`,
        detail: `一处是${frequencyText(a)}，一处是${frequencyText(b)}。`,
        places: [one, other],
        mends: [`两处都写「每年${frequencyText(a)}」`, `两处都写「每年${frequencyText(b)}」`],
      },
    ];
  });
}

const sameFrequency = (a: FrequencyPhrase, b: FrequencyPhrase) => a.operator === b.operator && a.times === b.times;

/** Different ratios for one item in two annexes. */
export function ratioDiffers(document: PlanDocument): readonly Contradiction[] {
  return pairsOfItem(document, 'ratio').flatMap(({ item, one, other }) => {
    const [a, b] = [ratiosIn(one.text), ratiosIn(other.text)];
    if (a.length !== 1 || new Set(b.map((ratio) => ratio.percent)).size !== 1) return [];
    const [first, second] = [a[0], b[0]];
    if (first === undefined || second === undefined) return [];
    if (first.percent === second.percent && first.operator === second.operator) return [];
    return [
      {
        about: lettersOf(item),
        verdict: `「${shortOf(item)}」的比例，两处不一`,
        detail: null,
        places: [one, other],
        mends: [`两处都写「${first.text}」`, `两处都写「${second.text}」`],
      },
    ];
  });
}

/** 重点 here and 一般 there (LZ 4). */
export function categoryDiffers(document: PlanDocument): readonly Contradiction[] {
  const levelOf = (text: string) => (/重点/.test(text) ? '重点' : /一般/.test(text) ? '一般' : null);
  return pairsOfItem(document, 'category').flatMap(({ item, one, other }) => {
    const [a, b] = [levelOf(one.text), levelOf(other.text)];
    if (a === null || b === null || a === b) return [];
    return [
      {
        about: lettersOf(item),
        verdict: `「${shortOf(item)}」一处是重点事项，一处是一般事项`,
        detail: '重点检查事项不限比例，一般检查事项严格限制比例，两者不能并存。',
        places: [one, other],
        mends: ['两处都写重点检查事项', '两处都写一般检查事项'],
      },
    ];
  });
}

const general = /企业|单位|经营者|场所|全[省市区县]/g;
const objectOf = (text: string): string => lettersOf(text).replace(general, '');

/** A narrower (or another) object in another annex (LZ 5). */
export function objectDiffers(document: PlanDocument): readonly Contradiction[] {
  return pairsOfItem(document, 'subject').flatMap(({ item, one, other }) => {
    const [a, b] = [objectOf(one.text), objectOf(other.text)];
    if (a === b || a === '' || b === '') return [];
    const narrower = a.includes(b) ? one : b.includes(a) ? other : undefined;
    const verdict =
      narrower === undefined ? `「${shortOf(item)}」的对象，两处不同` : `「${shortOf(item)}」的对象，一处比另一处窄`;
    return [
      {
        about: lettersOf(item),
        verdict,
        detail: narrower === undefined ? null : `「${narrower.text}」只是一部分；底数也随之不同。`,
        places: [one, other],
        mends: [`两处都写「${one.text}」`, `两处都写「${other.text}」`],
      },
    ];
  });
}

/** 县级 here and 区级 there, 市、县级 here and 区级 there (LZ 8). */
export function tierDiffers(document: PlanDocument): readonly Contradiction[] {
  const tiersOf = (text: string) => [...new Set(text.match(/[省市区县](?=[、级])/g) ?? [])].sort().join('、');
  return pairsOfItem(document, 'tier').flatMap(({ item, one, other }) => {
    const [a, b] = [tiersOf(one.text), tiersOf(other.text)];
    if (a === '' || b === '' || a === b) return [];
    return [
      {
        about: lettersOf(item),
        verdict: `「${shortOf(item)}」的实施层级，两处不一`,
        detail: null,
        places: [one, other],
        mends: [`两处都写「${one.text}」`, `两处都写「${other.text}」`],
      },
    ];
  });
}

/** Every item of the list stands in a plan, and every item of a plan in the list (LZ-25). */
export function itemsOfList(document: PlanDocument): readonly Contradiction[] {
  const items = rowsOf(document).flatMap(({ table, row }) => {
    const cell = cellOf(table, row, 'item');
    return cell === undefined ? [] : [{ table, cell, letters: lettersOf(cell.text) }];
  });
  const isList = ({ title }: Table) => /清单/.test(title);
  const [listed, planned] = [items.filter(({ table }) => isList(table)), items.filter(({ table }) => !isList(table))];
  const [firstListed, firstPlanned] = [listed[0], planned[0]];
  if (firstListed === undefined || firstPlanned === undefined) return [];
  const without = (some: typeof items, others: typeof items) =>
    some.filter(
      ({ letters }, at) =>
        !others.some((other) => other.letters === letters) && some.findIndex((one) => one.letters === letters) === at,
    );
  const told = (cell: Quote) => shortOf(cell.text.replace(/\n/g, ''));
  return [
    ...without(listed, planned).map(({ cell, letters }) => ({
      about: `未列入计划/${letters}`,
      verdict: `清单里的「${told(cell)}」没有列入计划`,
      detail: '清单里的事项都要有计划安排。',
      places: [cell, { place: `${firstPlanned.table.label} 各行`, text: firstPlanned.table.title }],
      mends: ['计划表补上这一事项', '清单删去这一事项'],
    })),
    ...without(planned, listed).map(({ cell, letters }) => ({
      about: `不在清单/${letters}`,
      verdict: `计划里的「${told(cell)}」不在清单里`,
      detail: '不在清单里的事项不得检查；也可能是两处名称写得不一样。',
      places: [cell, { place: `${firstListed.table.label} 各行`, text: firstListed.table.title }],
      mends: ['清单补上这一事项', '改用清单里的名称'],
    })),
  ];
}
