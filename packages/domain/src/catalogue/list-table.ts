import type { ItemContent } from './item.ts';
import { basisText, categoryTerms, periodText } from './item.ts';

/** The ten columns of the published list, in its own words and order (LZ-15). */
export const listColumns = [
  '序号',
  '权责清单事项',
  '抽查事项',
  '抽查内容',
  '检查对象',
  '事项类别',
  '检查方式',
  '抽查比例及频次',
  '检查部门及实施层级',
  '检查依据',
] as const;

export type ListLine = ItemContent & { readonly no: number };

/** One item as the ten cells of the list; what a cell numbers stands on lines of its own. */
export function listCells(item: ListLine): readonly string[] {
  return [
    String(item.no),
    item.dutyItem,
    item.title,
    pointsCell(item.checkItems),
    item.subjects,
    categoryTerms[item.category],
    item.methods.join('、'),
    item.ratioAndFrequency,
    departmentAndTier(item),
    numbered(item.legalBases.map(basisText)),
  ];
}

/** 「县级应急管理部门」 says its tier itself; 「区应急管理局（县级）」 does not. */
function departmentAndTier({ department, tier }: ItemContent): string {
  return tier === '' || department.startsWith(tier) ? department : `${department}（${tier}）`;
}

/** Numbered throughout; a group is named on a line of its own before its points. */
function pointsCell(points: ItemContent['checkItems']): string {
  const texts = numberedLines(points.map(({ text }) => text));
  const lines = points.map(({ group }, at) => {
    const heading = group === (points[at - 1]?.group ?? '') ? '' : `${group}：\n`;
    return `${heading}${texts[at] ?? ''}`;
  });
  return lines.join('\n');
}

const numberedLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line, place) => `${place + 1}.${line.replace(/。$/, '')}。`);

const numbered = (lines: readonly string[]): string => numberedLines(lines).join('\n');

/** 清单的一处变化, as a reader of two editions sees it. */
export type ListChange =
  | { readonly kind: 'added' | 'removed'; readonly no: number; readonly title: string }
  | {
      readonly kind: 'changed';
      readonly no: number;
      readonly title: string;
      readonly cells: readonly { readonly column: string; readonly from: string; readonly to: string }[];
    };

type Listed = ListLine & { readonly id: string };

/** 两版清单的不同 (GX-19), item by item in the order of the newer list, then what fell away. */
export function compareLists(before: readonly Listed[], after: readonly Listed[]): readonly ListChange[] {
  const changes = after.flatMap((item): readonly ListChange[] => {
    const old = before.find(({ id }) => id === item.id);
    const { no, title } = item;
    if (old === undefined) return [{ kind: 'added', no, title }];
    const cells = changedCells(old, item);
    return cells.length === 0 ? [] : [{ kind: 'changed', no, title, cells }];
  });
  const gone = before.filter(({ id }) => !after.some((item) => item.id === id));
  return [...changes, ...gone.map(({ no, title }) => ({ kind: 'removed', no, title }) as const)];
}

function changedCells(before: Listed, after: Listed) {
  const [from, to] = [namedCells(before), namedCells(after)];
  return from.flatMap(([column, text], place) => {
    const next = to[place]?.[1] ?? '';
    return text === next ? [] : [{ column, from: text, to: next }];
  });
}

/** The ten cells, 法律责任 (GX-20) and the wording of the check points. */
function namedCells(item: Listed): readonly (readonly [column: string, text: string])[] {
  const wording = item.checkItems.map(({ no, pass, fail, evidence, measure, days }) =>
    [`${no}.`, pass, fail, evidence, measure, periodText(days)].join(' '),
  );
  const cells = listCells(item);
  return [
    ...listColumns.map((column, place) => [column, cells[place] ?? ''] as const),
    ['法律责任', item.liability],
    ['记录用语', wording.join('\n')],
  ];
}
