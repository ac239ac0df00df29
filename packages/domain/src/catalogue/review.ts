import type { Fraction, Ratio } from '../policy/ratio.ts';
import { isFraction, parsePhrase, percentOf, typedPhrase } from '../policy/ratio.ts';
import type { CalendarDate } from '../time.ts';
import type { ItemContent } from './item.ts';
import { basisText } from './item.ts';
import type { LawEdition } from './law.ts';
import { judgeBasis, standingText } from './law.ts';
import type { ItemMapping } from './library.ts';

/** What somebody should look at before an item is used. `must`: it is not published as it stands. */
export interface ItemNote {
  readonly code:
    | 'ratio-unread'
    | 'ratio-above-ceiling'
    | 'duty-unmapped'
    | 'duty-differs'
    | 'province-unmapped'
    | 'basis-outdated'
    | 'basis-unsure'
    | 'points-unworded'
    | 'hazard-unknown'
    | 'in-no-plan';
  readonly severity: 'must' | 'check';
  readonly text: string;
}

/** What an item is judged by besides itself. */
export interface ItemSurroundings {
  readonly on: CalendarDate;
  readonly laws: readonly LawEdition[];
  readonly mappings: readonly ItemMapping[];
  readonly hazards: readonly string[];
  /** 一般检查事项的比例上限 (N-07); null where the bureau set none. */
  readonly ceiling: Fraction | null;
  /** Whether the item stands in a plan of the year; null where the year has no plan yet. */
  readonly planned: boolean | null;
}

export function reviewItem(item: ItemContent, around: ItemSurroundings): readonly ItemNote[] {
  return [
    ...ratioNotes(item, around),
    ...mappingNotes(item, around),
    ...basisNotes(item, around),
    ...pointNotes(item, around),
    ...(around.planned === false ? [note('in-no-plan', '本年度的计划都没有这一项')] : []),
  ];
}

const note = (code: ItemNote['code'], text: string, severity: ItemNote['severity'] = 'check'): ItemNote => ({
  code,
  severity,
  text,
});

/**
 * The share that an ordinary item exceeds, or null. 重点检查事项不设上限 (N-07); a share 「计划内」 is of what the plan
 * already chose, so only shares of the registry are held against the ceiling.
 */
export function shareAboveCeiling(item: ItemContent, ceiling: Fraction | null): Fraction | null {
  const ratio = ratioOf(item);
  if (ceiling === null || item.category === 'priority' || ratio === undefined || !isFraction(ratio.value)) return null;
  if (ratio.base === 'plan' || ratio.base === 'enforcement-plan') return null;
  return BigInt(ratio.value.n) * BigInt(ceiling.d) > BigInt(ceiling.n) * BigInt(ratio.value.d) ? ratio.value : null;
}

/** 抽查比例及频次 as structure; undefined where the list writes something else, which it may. */
export function ratioOf({ ratioAndFrequency }: Pick<ItemContent, 'ratioAndFrequency'>): Ratio | undefined {
  return parsePhrase(typedPhrase(ratioAndFrequency), 'ceil');
}

function ratioNotes(item: ItemContent, { ceiling }: ItemSurroundings): readonly ItemNote[] {
  if (ratioOf(item) === undefined) {
    const written =
      item.ratioAndFrequency === '' ? '没有写抽查比例及频次' : `「${item.ratioAndFrequency}」不是规范写法`;
    return [note('ratio-unread', `${written}，不能换算成家数`)];
  }
  const share = shareAboveCeiling(item, ceiling);
  if (share === null || ceiling === null) return [];
  const text = `一般检查事项的比例${percentOf(share)}，超过本局上限${percentOf(ceiling)}`;
  return [note('ratio-above-ceiling', text, 'must')];
}

/** 每一项对应一项权责清单事项 (LZ-24); asked only once the bureau has loaded its table. */
export function isUnmapped(item: Pick<ItemContent, 'title'>, mappings: readonly ItemMapping[]): boolean {
  return mappings.length > 0 && !mappings.some(({ title }) => title === item.title);
}

function mappingNotes(item: ItemContent, { mappings }: ItemSurroundings): readonly ItemNote[] {
  if (mappings.length === 0) return [note('duty-unmapped', '还没有导入清单对应关系，权责清单事项没有核对')];
  const mapping = mappings.find(({ title }) => title === item.title);
  if (mapping === undefined) return [note('duty-unmapped', '清单对应关系中没有这一项', 'must')];
  return [
    ...(mapping.dutyItem === item.dutyItem
      ? []
      : [note('duty-differs', `权责清单上是「${mapping.dutyItem}」，这里写的是「${item.dutyItem}」`)]),
    ...(mapping.provinceCode === null ? [note('province-unmapped', '没有对应到省级清单的事项')] : []),
  ];
}

function basisNotes(item: ItemContent, { laws, on }: ItemSurroundings): readonly ItemNote[] {
  return item.legalBases.flatMap((basis) => {
    const standing = judgeBasis(laws, basis, on);
    const text = standingText(standing);
    if (text === null) return [];
    const outdated = standing.kind === 'repealed' || standing.kind === 'superseded';
    return [note(outdated ? 'basis-outdated' : 'basis-unsure', `${basisText(basis)}：${text}`)];
  });
}

function pointNotes({ checkItems }: ItemContent, { hazards }: ItemSurroundings): readonly ItemNote[] {
  const bare = checkItems.filter(({ pass, fail }) => pass === '' || fail === '');
  const unknown = checkItems.flatMap((point) => point.hazards).filter((code) => !hazards.includes(code));
  return [
    ...(bare.length === 0 ? [] : [note('points-unworded', `抽查内容有${bare.length}条没有记录用语`)]),
    ...(unknown.length === 0 ? [] : [note('hazard-unknown', `重大事故隐患表没有${unknown.join('、')}`)]),
  ];
}
