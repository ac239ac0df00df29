import { parsePhrase } from '../../policy/index.ts';
import { frequenciesIn } from '../document/phrase.ts';

export interface RatioRead {
  /** In the grammar of `parsePhrase`. */
  readonly phrase: string;
  /** Other amounts that stand in the same place. */
  readonly others: readonly string[];
}

/** 抽查比例及频次 of a cell or sentence as one phrase; `undefined` where no share and no number is named. */
export function ratioIn(written: string): RatioRead | undefined {
  const parts = written
    .split(/[\n；;]/)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '');
  const frequency = frequencyPhrase(written);
  const amounts = parts.flatMap((part) => part.split(/[，,。]/).flatMap((piece) => amountOf(piece) ?? []));
  const distinct = amounts.filter((amount, at) => amounts.indexOf(amount) === at);
  const [first, ...others] = distinct;
  if (first === undefined) return undefined;
  const phrase = frequency === undefined ? first : `${first}，${frequency}`;
  return parsePhrase(phrase, 'ceil') === undefined ? undefined : { phrase, others };
}

/** A share of more than everything: no amount, whatever was meant by it. */
export function isAboveWhole(written: string): boolean {
  return [...written.matchAll(/(\d+(?:\.\d+)?)[%％]/g)].some(([, share]) => Number(share) > 100);
}

function amountOf(piece: string): string | undefined {
  const percent = /(\d{1,3}(?:\.\d{1,4})?)[%％]/.exec(piece)?.[1];
  const count = /(\d{1,6})(?:家|户|座)/.exec(piece)?.[1];
  const share = percent ?? (/全覆盖/.test(piece) ? '100' : undefined);
  if (share === undefined && count === undefined) return undefined;
  const atLeast = /不低于|不少于|至少|以上/.test(piece) ? '不低于' : '';
  return share === undefined ? `${atLeast}${count}家` : `${baseOf(piece)}${atLeast}${share}%`;
}

function baseOf(piece: string): string {
  if (/执法(检查)?计划/.test(piece)) return '执法计划内';
  if (/计划(内|中|的)/.test(piece)) return '计划内';
  if (/全年抽查比例/.test(piece)) return '全年抽查比例';
  return /名录库/.test(piece) ? '名录库' : '';
}

function frequencyPhrase(text: string): string | undefined {
  const found = frequenciesIn(text)[0];
  if (found === undefined || found.operator === '<=' || !Number.isInteger(found.times)) return undefined;
  return found.operator === '>=' ? `每年至少${found.times}次` : `每年抽查${found.times}次`;
}
