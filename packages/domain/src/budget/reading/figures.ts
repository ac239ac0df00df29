import type { UnitClassKey } from '../content.ts';
import type { DaySide } from '../../policy/index.ts';
import type { RepeatedFigure } from '../repeat.ts';

/** A figure that a text gives, and where in the text it stands. */
export interface Said {
  readonly figure: RepeatedFigure | 'onRoster' | 'reinspections' | `share-${UnitClassKey}`;
  readonly value: number;
  readonly at: number;
}

const gap = '[^\\d,;。:=()×-]{0,8}[:(=\\s]{0,2}';
// Neither a part of a longer number, nor a year, nor a count of something else, nor the first factor of a product.
const days = '(\\d{1,7})(?![\\d.])(?!\\s*(?:日|天)?\\s*×)(?!\\s*[家户年月次%])';
// 非执法 and 重点检查 … are told from 其他执法 and 总 … by what stands before.
const names: readonly (readonly [Said['figure'], RegExp])[] = [
  ['enforcers', new RegExp(`执法人员(?:数量|人数|总数|总量|数)?${gap}(\\d{1,5})\\s*(?:人|名|$)`, 'gd')],
  ['onRoster', new RegExp(`在册(?:人员|人数|总数|数)+${gap}(\\d{1,6})\\s*(?:人|名|$)`, 'gd')],
  ['reinspections', new RegExp(`复查(?:次数|家次|数)?${gap}(\\d{1,5})\\s*(?:次|家次|$)`, 'gd')],
  ['totalDays', new RegExp(`总(?:的)?法定工作日${gap}${days}`, 'gd')],
  ['legalWorkdays', new RegExp(`(?<!总|总的)法定工作日${gap}(\\d{3})\\s*(?:日|天|$)(?!\\s*[\\d×])`, 'gd')],
  ['supervisionDays', new RegExp(`监督检查工作日${gap}${days}`, 'gd')],
  ['otherEnforcement', new RegExp(`其他执法(?:工作)?日?${gap}${days}`, 'gd')],
  ['nonEnforcement', new RegExp(`非执法(?:工作)?日?${gap}${days}`, 'gd')],
  ['days-priority', new RegExp(`重点检查(?:工作日)?${gap}${days}`, 'gd')],
  ['days-ordinary', new RegExp(`一般检查(?:工作日)?${gap}${days}`, 'gd')],
  ['units-priority', /重点检查(?:企业|单位|对象|家数|户数)?[共计:\s]{0,3}(\d{1,5})\s*[户家]/dg],
  ['units-ordinary', /一般检查(?:企业|单位|对象|家数|户数)?[共计:\s]{0,3}(\d{1,5})\s*[户家]/dg],
];

/** Every figure that a line gives by its name, products and differences included. */
export function figuresIn(text: string): readonly Said[] {
  const said = names.flatMap(([figure, pattern]) =>
    [...text.matchAll(pattern)].map((match): Said => ({ figure, value: Number(match[1]), at: startOf(match) })),
  );
  return [...said, ...productOf(text), ...differenceOf(text), ...classesOf(text)];
}

/** 249日×12人(…)=2988日. */
function productOf(text: string): readonly Said[] {
  const match = /(\d{3})\s*(?:日|天)?\s*×\s*(\d{1,5})\s*人?/d.exec(text);
  if (match === null || !text.includes('法定工作日')) return [];
  const result = /=\s*(\d{1,7})/d.exec(text.slice(match.index));
  return [
    { figure: 'legalWorkdays', value: Number(match[1]), at: startOf(match) },
    { figure: 'enforcers', value: Number(match[2]), at: startOf(match, 2) },
    ...(result === null
      ? []
      : [{ figure: 'totalDays' as const, value: Number(result[1]), at: match.index + startOf(result) }]),
  ];
}

/** 监督检查工作日=总法定工作日(2988日)-…-…=290日: what stands behind the second 「=」. */
function differenceOf(text: string): readonly Said[] {
  const match = /监督检查工作日\s*=[^=]*-[^=]*=\s*(\d{1,7})/d.exec(text);
  return match === null ? [] : [{ figure: 'supervisionDays', value: Number(match[1]), at: startOf(match) }];
}

/** 重点检查:25家,200,占比68.96% — what is said of a class before the other one is named. */
function classesOf(text: string): readonly Said[] {
  return [...text.matchAll(/(重点|一般)检查[^。;]*?(?=(?:重点|一般)检查|[。;]|$)/g)].flatMap((match): Said[] => {
    const key: UnitClassKey = match[1] === '重点' ? 'priority' : 'ordinary';
    const share = /(\d{1,3}(?:[.]\d{1,4})?)\s*%/d.exec(match[0]);
    const units = /^..检查[^,]*[:,]\s*(\d{1,5})\s*[家户]/d.exec(match[0]);
    const both = /(?<!每)[家户]?[,:]\s*(\d{1,7})\s*(?:日|人日|天)?(?=,|$)/d.exec(match[0].replace(/,$/, ''));
    const at = (inner: RegExpExecArray) => match.index + startOf(inner);
    return [
      ...(share === null
        ? []
        : [{ figure: `share-${key}` as const, value: Math.round(Number(share[1]) * 100), at: at(share) }]),
      ...(units === null ? [] : [{ figure: `units-${key}` as const, value: Number(units[1]), at: at(units) }]),
      ...(both === null || units === null
        ? []
        : [{ figure: `days-${key}` as const, value: Number(both[1]), at: at(both) }]),
    ];
  });
}

/** 行政编制3人, 专门执法机构事业编制:9. */
export function postsIn(
  text: string,
): readonly { readonly kind: string; readonly count: number; readonly at: number }[] {
  const pattern = /([^\d,;。:()、\s]{0,16}编制)(?:人员)?[:\s]{0,2}(\d{1,5})\s*(?:人|名|$|[,;、)])/dg;
  return [...text.matchAll(pattern)].map((match) => ({
    kind: match[1] ?? '',
    count: Number(match[2]),
    at: startOf(match, 2),
  }));
}

/** (三)其他执法工作日:1456, or the heading alone: the head of a list. */
export function listHeadOf(
  text: string,
): { readonly place: string; readonly heading: DaySide; readonly rest: string; readonly at: number } | undefined {
  const match =
    /^([(]?[一二三四五六七八九十\d]{0,3}[)]?[.、]?)\s*(其他执法|非执法)(?:工作日|工作|日)?(?:[(]人日[)])?(?:[:,\s]+|$|(?=\d))(.*)$/d.exec(
      text,
    );
  if (match === null) return undefined;
  const mark = /[一二三四五六七八九十]+/.exec(match[1] ?? '')?.[0];
  return {
    place: mark === undefined ? '' : `（${mark}）`,
    heading: match[2] === '非执法' ? 'nonEnforcement' : 'otherEnforcement',
    rest: (match[3] ?? '').trim(),
    at: startOf(match, 3),
  };
}

function startOf(match: RegExpMatchArray | RegExpExecArray, group = 1): number {
  return match.indices?.[group]?.[0] ?? match.index ?? 0;
}
