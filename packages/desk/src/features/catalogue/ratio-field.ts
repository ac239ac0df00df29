import {
  type FrequencyPeriod,
  frequencyPeriods,
  isFraction,
  type Operator,
  parsePhrase,
  percentOf,
  phraseOf,
  type Ratio,
  type RatioBase,
  ratioBases,
  typedPhrase,
} from '@mingchou/domain';
import { halfWidth } from '../../form/typed-text.ts';
import type { Values } from '../../form/form-state.ts';

/** 抽查比例及频次 as the form holds it: in fields, or in the list's own words where these say something else. */
export function ratioValues(phrase: string): Values {
  const ratio = parsePhrase(typedPhrase(phrase), 'ceil');
  const written = phrase !== '' && ratio === undefined;
  return {
    ratioMode: written ? 'words' : 'fields',
    ratioWords: phrase,
    ratioBase: ratio?.base ?? 'enforcement-plan',
    ratioOperator: ratio?.operator ?? '=',
    ratioAmount: ratio === undefined ? '' : amountOf(ratio),
    ratioUnit: ratio === undefined || isFraction(ratio.value) ? 'percent' : 'count',
    frequencyPer: ratio === undefined ? 'year' : (ratio.frequency?.per ?? ''),
    frequencyOperator: ratio?.frequency?.operator ?? '=',
    frequencyTimes: ratio === undefined ? '1' : String(ratio.frequency?.times ?? ''),
  };
}

function amountOf({ value }: Ratio): string {
  return isFraction(value) ? percentOf(value).replace('%', '') : String(value.count);
}

const textIn = (values: Values, name: string): string =>
  halfWidth(String(values[name] ?? ''))
    .replace(/[\s%]/g, '')
    .trim();

/**
 * The phrase of the list, live; words that the grammar reads are written in its way. `null` while a number is missing
 * or none: nothing is sent that would pass for words of the list's own.
 */
export function phraseFrom(values: Values): string | null {
  if (values['ratioMode'] === 'words') {
    const words = String(values['ratioWords'] ?? '').trim();
    const typed = typedPhrase(words);
    return parsePhrase(typed, 'ceil') === undefined ? words : typed;
  }
  const [amount, per] = [textIn(values, 'ratioAmount'), textIn(values, 'frequencyPer')];
  const [base, period] = [baseIn(values), frequencyPeriods.find((each) => each === per)];
  if (amount === '' && textIn(values, 'frequencyTimes') === '') return '';
  const read = parsePhrase(`${amount}${values['ratioUnit'] === 'count' ? '家' : '%'}`, 'ceil');
  const frequency = period === undefined ? null : frequencyIn(values, period);
  if (read === undefined || frequency === undefined) return null;
  return phraseOf({ ...read, base, operator: operatorIn(values, 'ratioOperator'), frequency });
}

function frequencyIn(values: Values, per: FrequencyPeriod): Ratio['frequency'] | undefined {
  const times = textIn(values, 'frequencyTimes');
  if (!/^\d{1,3}$/.test(times)) return undefined;
  return { operator: operatorIn(values, 'frequencyOperator'), times: Number(times), per };
}

const operatorIn = (values: Values, name: string): Operator => (values[name] === '>=' ? '>=' : '=');

function baseIn(values: Values): RatioBase {
  return ratioBases.find((base) => base === values['ratioBase']) ?? 'sector-registry';
}
