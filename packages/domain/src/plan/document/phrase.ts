/** A ratio as written: how much of what, exactly or at least. */
export interface RatioPhrase {
  readonly base: 'planned' | 'unnamed';
  readonly operator: '=' | '>=' | '<=';
  /** Hundredths. */
  readonly percent: number;
  readonly text: string;
}

export interface FrequencyPhrase {
  readonly operator: '=' | '>=' | '<=';
  readonly times: number;
  readonly text: string;
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** 「3」, 「三」, 「十二」 as a number. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : [undefined, text];
  if (tens === undefined) return digits[ones ?? ''] ?? Number.NaN;
  return (
    (tens === '' ? 1 : (digits[tens] ?? Number.NaN)) * 10 +
    (ones === undefined || ones === '' ? 0 : (digits[ones] ?? Number.NaN))
  );
}

const operatorOf = (text: string): '=' | '>=' | '<=' =>
  /至少|不少于|不低于|以上/.test(text) ? '>=' : /至多|不超过|不高于|不多于|以内|以下/.test(text) ? '<=' : '=';

/** Every 「…N%」 of a cell or sentence. */
export function ratiosIn(text: string): readonly RatioPhrase[] {
  return text.split(/[，,；;。\n]/).flatMap((part) => {
    const found = /(\d+(?:\.\d+)?)\s*[%％]/.exec(part);
    if (found === null) return [];
    const base = /计划内|计划中|计划的/.test(part) ? 'planned' : 'unnamed';
    return [{ base, operator: operatorOf(part), percent: Number(found[1]), text: part.trim() }];
  });
}

const times = '(\\d+|[一二两三四五六七八九十]+)次';

/** Every 「每年抽查N次」, 「每年至少N次」, 「频次不少于N次」. */
export function frequenciesIn(text: string): readonly FrequencyPhrase[] {
  return text.split(/[，,；;。\n]/).flatMap((part) => {
    const found = new RegExp(`(每年|全年|年度|年内|频次)[^，。；]*?${times}`).exec(part);
    if (found?.[2] === undefined) return [];
    return [{ operator: operatorOf(part), times: numberOf(found[2]), text: part.trim() }];
  });
}

/** 「每年至少1次」, 「每年1次」: a frequency in one shape. */
export function frequencyText({ operator, times: count }: FrequencyPhrase): string {
  return operator === '>=' ? `至少${count}次` : operator === '<=' ? `至多${count}次` : `${count}次`;
}

/** The first month of a 抽查时间, with its year if written; `undefined` where only an end stands. */
export function firstMonthOf(text: string): { readonly year: number | null; readonly month: number } | undefined {
  const year = /(20\d{2})年/.exec(text)?.[1];
  const named = year === undefined ? null : Number(year);
  if (/全年/.test(text)) return { year: named, month: 1 };
  if (/底前|月前|之前|以前/.test(text)) return undefined;
  const quarter = /第?([一二三四1-4])季度/.exec(text)?.[1];
  if (quarter !== undefined) return { year: named, month: numberOf(quarter) * 3 - 2 };
  if (/上半年/.test(text)) return { year: named, month: 1 };
  if (/下半年/.test(text)) return { year: named, month: 7 };
  const month = /(\d{1,2})\s*(?:月|[-—–~至]\s*\d{1,2}月)/.exec(text)?.[1];
  return month === undefined ? undefined : { year: named, month: Number(month) };
}
