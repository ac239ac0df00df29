import type { ItemView } from '@mingchou/contract';
import { periodText } from '@mingchou/domain';
import { halfWidth } from '../../form/typed-text.ts';

type Point = ItemView['checkItems'][number];
type Line = Omit<Point, 'no' | 'group'>;

/** 抽查内容｜符合｜不符合｜取证｜处理｜期限｜重大隐患: one check point as one line of the form. */
function pointLine({ text, pass, fail, evidence, measure, days, hazards }: Line): string {
  const parts = [text, pass, fail, evidence, measure, periodText(days), hazards.join('、')].map(oneLine);
  while (parts.at(-1) === '') parts.pop();
  return parts.join('｜');
}

/** The list as the form writes it: a line 【…】 before the points that stand under that heading, 【】 where it ends. */
export function pointLines(points: readonly Omit<Point, 'no'>[]): string {
  return points
    .flatMap((point, at) => {
      const before = points[at - 1]?.group ?? '';
      return point.group === before ? [pointLine(point)] : [`【${oneLine(point.group)}】`, pointLine(point)];
    })
    .join('\n');
}

/** Reads the list back; points are numbered by their lines, whatever numbers were typed. */
export function pointsFrom(text: string): readonly Point[] {
  const points: Point[] = [];
  let group = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [, heading] = /^【(.*)】$/.exec(line) ?? [];
    if (heading !== undefined) group = heading.trim();
    else if (line !== '') points.push({ no: points.length + 1, group, ...pointFrom(unnumbered(line)) });
  }
  return points;
}

const unnumbered = (line: string): string => line.replace(/^\d+[.．、]\s*/, '');

/** A period that is neither 立即 nor a number of days is left for the server to refuse. */
function pointFrom(line: string): Line {
  const [text = '', pass = '', fail = '', evidence = '', measure = '', period = '', hazards = ''] = line
    .split(/[|｜]/)
    .map((part) => part.trim());
  const named = hazards.split(/[、,，]/).map((code) => code.trim());
  return { text, pass, fail, evidence, measure, days: daysFrom(period), hazards: named.filter((code) => code !== '') };
}

function daysFrom(period: string): number | null {
  if (period === '') return null;
  if (period === '立即') return 0;
  const [, days] = /^(\d{1,4})日?内?$/.exec(halfWidth(period)) ?? [];
  return days === undefined ? -1 : Number(days);
}

const oneLine = (part: string): string => part.replaceAll(/[|｜\n]/g, ' ').trim();
