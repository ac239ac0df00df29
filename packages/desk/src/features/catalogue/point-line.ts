import type { ItemView } from '@mingchou/contract';
import { periodText } from '@mingchou/domain';
import { halfWidth } from '../../form/typed-text.ts';

type Point = Omit<ItemView['checkItems'][number], 'no'>;

/** 抽查内容｜符合｜不符合｜取证｜处理｜期限｜重大隐患: one check point as one line of the form. */
export function pointLine({ text, pass, fail, evidence, measure, days, hazards }: Point): string {
  const parts = [text, pass, fail, evidence, measure, periodText(days), hazards.join('、')].map(oneLine);
  while (parts.at(-1) === '') parts.pop();
  return parts.join('｜');
}

/** Reads the line back; a period that is neither 立即 nor a number of days is left for the server to refuse. */
export function pointFrom(line: string): Point {
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
