import type { ReadingFacts } from './draft.ts';

type Sector = ReadingFacts['sectors'][number];

/** Other words for the same industry, in law or in daily use; a label that holds one is held by texts with the others. */
const sameIndustry: readonly (readonly string[])[] = [
  ['非煤矿山', '金属非金属地下矿山', '金属非金属露天矿山', '金属非金属矿山', '尾矿库', '采石场', '露天矿山'],
  ['工贸', '冶金', '有色', '建材', '机械', '轻工', '纺织', '烟草', '商贸'],
];

const plain = (text: string): string =>
  text
    .replace(/[^\u4e00-\u9fa5A-Za-z\d]/g, '')
    .replaceAll('危险化学品', '危化')
    .replaceAll('危化品', '危化');
// 煤矿 must not be found in 非煤矿山.
const guarded = (text: string): string => plain(text).replaceAll('非煤矿', '非金属矿');

/** The sectors of the bureau's rules that a text names, in the rules' own order. */
export function sectorsIn(text: string, sectors: readonly Sector[]): readonly Sector[] {
  const named = sectors.filter((sector) => holds(guarded(text), guarded(sector.label)));
  return named.length > 0
    ? named
    : sectors.filter((sector) => heldByOtherWord(plain(text), plain(sector.label), sectors));
}

/** The label itself, or its two halves near each other: 危化生产经营 holds 危化经营. */
function holds(text: string, label: string): boolean {
  if (label === '' || text.includes(label)) return label !== '';
  if (label.length < 4) return false;
  return Array.from({ length: label.length - 3 }, (_, at) => at + 2).some((cut) => {
    const from = text.indexOf(label.slice(0, cut));
    const gap = from < 0 ? -1 : text.indexOf(label.slice(cut), from + cut);
    return gap >= 0 && gap - from - cut <= 8;
  });
}

function heldByOtherWord(text: string, label: string, sectors: readonly Sector[]): boolean {
  const words = sameIndustry.find((group) => group[0] !== undefined && label.includes(group[0]));
  const others = sectors.map((sector) => plain(sector.label)).filter((other) => other !== label);
  return (words ?? []).some((word) => text.includes(word) && !others.some((other) => other.includes(word)));
}

/** Words for everybody in the registry, whatever the industry. */
export function namesEverybody(text: string): boolean {
  return /^(全[县市区省局]|本[县市区局]|辖区(内)?)?(各类|所有|全部)?(一般|重点)?(检查)?(生产经营)?(单位|企业|对象|市场主体)(共?\d+[家户])?$/.test(
    text.replace(/\s/g, ''),
  );
}
