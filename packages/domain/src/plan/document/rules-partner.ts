import type { PlanDocument, Quote } from './document.ts';
import { cellOf, rowsOf } from './document.ts';
import type { Contradiction } from './rule.ts';
import { sentenceWith } from './rule.ts';

const joining = /(?:联合|会同|商请)([^。；]{2,80}?)(?:等[^。；]{0,8})?(?:共同|配合|参与|参加|实施|开展)/;

/** 「县公安局」, 「公安部门」, 「临淄公安分局」 by what they are in common: 公安. */
export function stemOf(name: string): string {
  return name
    .replace(/[\s（）()]/g, '')
    .replace(/(部门|单位|机构)$/, '')
    .replace(/局.{2,6}分局$/, '局')
    .replace(/(分局|局|大队|支队|委员会|委|办公室|所)$/, '')
    .replace(/^.*(?:省|市(?!场)|区|县|旗)/, '')
    .replace(/(管理|监督|救援)$/, '');
}

interface Partner extends Quote {
  readonly name: string;
  readonly stem: string;
}

const isOwn = (stem: string): boolean => stem === '' || /应急|安全生产|安监/.test(stem) || stem.length > 8;

function partnersIn(text: string, place: string): readonly Partner[] {
  return text.split(/[、，,和与及\n]/).flatMap((part) => {
    const name = part
      .replace(/(等|相关)+.*$/, '')
      .replace(/(局|大队|支队|委)部门$/, '$1')
      .trim();
    const stem = stemOf(name);
    return isOwn(stem) || !/(局|部门|大队|支队|委|办)/.test(name) ? [] : [{ name, stem, place, text: name }];
  });
}

/** Partner departments named in the text and absent in the table, and the other way round (LZ 6). */
export function partnerMissing(document: PlanDocument): readonly Contradiction[] {
  const rows = rowsOf(document);
  const hasColumn = rows.some(({ table }) => table.columns.some(({ key }) => key === 'partners'));
  const sentences = document.paragraphs.flatMap((paragraph) => {
    const found = joining.exec(paragraph.text)?.[1];
    return found === undefined
      ? []
      : [{ quote: sentenceWith(paragraph, joining), names: partnersIn(found, paragraph.place) }];
  });
  const named = sentences.flatMap(({ names, quote }) => names.map((name) => ({ ...name, quote })));
  if (!hasColumn || named.length === 0) return [];
  const listed = rows.flatMap(({ table, row }) => {
    const cells = [cellOf(table, row, 'partners'), cellOf(table, row, 'inspectors')];
    return cells.flatMap((cell) => (cell === undefined ? [] : partnersIn(cell.text, cell.place)));
  });
  const meets = (a: Partner, b: Partner) =>
    a.stem.includes(b.stem) || b.stem.includes(a.stem) || a.name.includes(b.stem);
  const missing = named.filter((name) => !listed.some((other) => meets(name, other) || meets(other, name)));
  const unnamed = listed.filter((name) => !named.some((other) => meets(name, other) || meets(other, name)));
  const [column] = rows.flatMap(({ table, row }) => cellOf(table, row, 'partners') ?? []);
  return [
    ...missing.map((partner) => ({
      about: `缺${partner.stem}`,
      verdict: `正文写了${partner.name}，计划表里没有`,
      detail: null,
      places: [partner.quote, ...(column === undefined ? [] : [column])],
      mends: [`计划表补上由${partner.name}配合的任务`, `正文删去${partner.name}`],
    })),
    ...distinct(unnamed).map((partner) => ({
      about: `多${partner.stem}`,
      verdict: `计划表里有${partner.name}，正文没有写`,
      detail: null,
      places: [{ place: partner.place, text: partner.name }, ...named.slice(0, 1).map(({ quote }) => quote)],
      mends: [`正文补上${partner.name}`, `计划表删去${partner.name}`],
    })),
  ];
}

function distinct(partners: readonly Partner[]): readonly Partner[] {
  return partners.filter((one, index) => partners.findIndex((other) => other.stem === one.stem) === index);
}
