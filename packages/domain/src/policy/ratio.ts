/** 取整: 进一 · 四舍五入 · 舍去. The draw protocol writes the same three as ceil, halfUp and floor. */
export const roundings = ['ceil', 'half-up', 'floor'] as const;
export type Rounding = (typeof roundings)[number];

export const roundingTerms: Readonly<Record<Rounding, string>> = { ceil: '进一', 'half-up': '四舍五入', floor: '舍去' };

/** An exact share of a base, such as 20 % = 1/5. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}

/** Of what a ratio is taken; the phrase with which the documents name it stands in `baseTerms`. */
export const ratioBases = ['sector-registry', 'registry', 'plan', 'enforcement-plan', 'whole-year'] as const;
export type RatioBase = (typeof ratioBases)[number];

export const baseTerms: Readonly<Record<RatioBase, string>> = {
  'sector-registry': '',
  registry: '名录库',
  plan: '计划内',
  'enforcement-plan': '执法计划内',
  'whole-year': '全年抽查比例',
};

export type Operator = '=' | '>=';

/** 每年, 每半年, 每季度, 每月. */
export const frequencyPeriods = ['year', 'half-year', 'quarter', 'month'] as const;
export type FrequencyPeriod = (typeof frequencyPeriods)[number];

export const periodTerms: Readonly<Record<FrequencyPeriod, string>> = {
  year: '每年',
  'half-year': '每半年',
  quarter: '每季度',
  month: '每月',
};

/** 频次: 每年抽查1次 (`=`) or 每年至少1次 (`>=`). */
export interface Frequency {
  readonly operator: Operator;
  readonly times: number;
  readonly per: FrequencyPeriod;
}

/** 抽查比例及频次, as structure instead of as a phrase (LZ-20). */
export interface Ratio {
  readonly operator: Operator;
  readonly base: RatioBase;
  readonly value: Fraction | { readonly count: number };
  readonly rounding: Rounding;
  readonly frequency: Frequency | null;
}

/** One way of rounding and the households it gives. */
export interface RoundedNumber {
  readonly rounding: Rounding;
  readonly number: number;
}

export function isFraction(value: Ratio['value']): value is Fraction {
  return 'n' in value;
}

/** `base` × `share`, rounded, in exact integers (mc-draw/1 §2: the same three formulas). */
export function roundShare(base: number, share: Fraction, rounding: Rounding): number {
  const product = BigInt(base) * BigInt(share.n);
  const d = BigInt(share.d);
  if (rounding === 'ceil') return Number((product + d - 1n) / d);
  if (rounding === 'half-up') return Number((2n * product + d) / (2n * d));
  return Number(product / d);
}

/** 抽取家数 of a base by the ratio's own rounding; a fixed count does not depend on the base. */
export function numberOf(ratio: Ratio, base: number): number {
  return isFraction(ratio.value) ? roundShare(base, ratio.value, ratio.rounding) : ratio.value.count;
}

/** What each rounding would give; one entry for a fixed count. */
export function alternativesOf(ratio: Ratio, base: number): readonly RoundedNumber[] {
  const { value } = ratio;
  if (!isFraction(value)) return [{ rounding: ratio.rounding, number: value.count }];
  return roundings.map((rounding) => ({ rounding, number: roundShare(base, value, rounding) }));
}

/** Whether a number of households keeps what the ratio promises: at least the share, or exactly the count. */
export function keepsRatio(ratio: Ratio, base: number, number: number): boolean {
  if (!isFraction(ratio.value)) return number >= ratio.value.count;
  return BigInt(number) * BigInt(ratio.value.d) >= BigInt(base) * BigInt(ratio.value.n);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** n/d in decimals when they end, else as 「n/d」; a fraction is never shown rounded. */
function exactDecimal(n: bigint, d: bigint): string {
  const divisor = greatestCommonDivisor(n, d);
  const [top, bottom] = divisor === 0n ? [n, d] : [n / divisor, d / divisor];
  let scale = 1n;
  let digits = 0;
  while ((top * scale) % bottom !== 0n && digits < 12) {
    scale *= 10n;
    digits += 1;
  }
  if ((top * scale) % bottom !== 0n) return `${top}/${bottom}`;
  const text = String((top * scale) / bottom).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** 「20%」, or 「1/3」 where the percentage does not end. */
export function percentOf(share: Fraction): string {
  const percent = exactDecimal(BigInt(share.n) * 100n, BigInt(share.d));
  return percent.includes('/') ? `${share.n}/${share.d}` : `${percent}%`;
}

/** 「18.8%」: a share of a whole to so many decimals, half up, for reading only. */
export function shareText(part: number, whole: number, decimals: 0 | 1 | 2): string {
  if (whole === 0) return '—';
  const scaled = roundShare(part, { n: 100 * 10 ** decimals, d: whole }, 'half-up');
  const digits = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? `${digits}%` : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}%`;
}

/** Whether rounding decides anything: the share of the base is no whole number. */
export function needsRounding({ value }: Ratio, base: number): boolean {
  return isFraction(value) && (BigInt(base) * BigInt(value.n)) % BigInt(value.d) !== 0n;
}

/** The calculation without its result: 「41×20%＝8.2，进一」, 「6×100%＝6」, 「计划数」. */
export function calculationOf(ratio: Ratio, base: number): string {
  const { value } = ratio;
  if (!isFraction(value)) return '计划数';
  const left = `${base}×${percentOf(value)}＝${exactDecimal(BigInt(base) * BigInt(value.n), BigInt(value.d))}`;
  return needsRounding(ratio, base) ? `${left}，${roundingTerms[ratio.rounding]}` : left;
}

/** The calculation as an officer writes it: 「41×20%＝8.2，进一，9家」; without remainder 「6×100%＝6家」. */
export function formulaOf(ratio: Ratio, base: number): string {
  if (!isFraction(ratio.value)) return `${ratio.value.count}家`;
  const calculation = calculationOf(ratio, base);
  return needsRounding(ratio, base) ? `${calculation}，${numberOf(ratio, base)}家` : `${calculation}家`;
}

function frequencyPhrase(frequency: Frequency): string {
  return `${periodTerms[frequency.per]}${frequency.operator === '=' ? '抽查' : '至少'}${frequency.times}次`;
}

/** The phrase of the documents: 「执法计划内100%，每年抽查1次」, 「全年抽查比例不低于10%，每年抽查1次」. */
export function phraseOf(ratio: Ratio): string {
  const amount = isFraction(ratio.value) ? percentOf(ratio.value) : `${ratio.value.count}家`;
  const share = `${baseTerms[ratio.base]}${ratio.operator === '>=' ? '不低于' : ''}${amount}`;
  return ratio.frequency === null ? share : `${share}，${frequencyPhrase(ratio.frequency)}`;
}

const phrasePattern =
  /^(名录库|计划内|执法计划内|全年抽查比例)?(不低于)?(?:(\d{1,3})(?:\.(\d{1,4}))?%|(\d{1,9})家)(?:，(每年|每半年|每季度|每月)(抽查|至少)(\d{1,3})次)?$/;

/** Reads a phrase back; a phrase does not say how to round, so the caller does. `undefined` when it is none of the grammar. */
export function parsePhrase(phrase: string, rounding: Rounding): Ratio | undefined {
  const match = phrasePattern.exec(phrase);
  if (match === null) return undefined;
  const [, baseTerm = '', atLeast, whole, decimals = '', count, often, kind, times] = match;
  const base = ratioBases.find((candidate) => baseTerms[candidate] === baseTerm);
  if (base === undefined) return undefined;
  const value =
    count === undefined
      ? reduced(Number(`${whole}${decimals}`), 100 * 10 ** decimals.length)
      : { count: Number(count) };
  const per = frequencyPeriods.find((period) => periodTerms[period] === often);
  const frequency: Frequency | null =
    per === undefined ? null : { operator: kind === '抽查' ? '=' : '>=', times: Number(times), per };
  return { operator: atLeast === undefined ? '=' : '>=', base, value, rounding, frequency };
}

/** What the grammar can say and no list may: more than the whole, or nobody at all. */
export type RatioFault = 'above-whole' | 'nobody' | 'never';

export function ratioFault({ value, frequency }: Ratio): RatioFault | undefined {
  if (isFraction(value) ? value.n === 0 : value.count === 0) return 'nobody';
  if (isFraction(value) && value.n > value.d) return 'above-whole';
  return frequency?.times === 0 ? 'never' : undefined;
}

/** A phrase as people type it, in the signs and words of the grammar: 「计划内 １００％, 每年2次」. */
export function typedPhrase(typed: string): string {
  return typed
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000。]/g, '')
    .replace(/,/g, '，')
    .replace(/不少于(?=\d+(?:\.\d+)?[%家])/, '不低于')
    .replace(/(每(?:年|半年|季度|月))(?:抽查)?(?:不少于|至少抽查|至少)(\d+次)/, '$1至少$2')
    .replace(/(每(?:年|半年|季度|月))(\d+次)/, '$1抽查$2');
}

function reduced(n: number, d: number): Fraction {
  const divisor = Number(greatestCommonDivisor(BigInt(n), BigInt(d)));
  return { n: n / divisor, d: d / divisor };
}
