import type { DesignBasisView, DrawDesignView, DrawSizeView } from '@mingchou/contract';
import { isFraction, parsePhrase, percentOf, strataCodes, type Stratification } from '@mingchou/domain';
import { halfWidth, parseTypedNumber } from '../../form/typed-text.ts';

type Round = DesignBasisView['rounding'];

/** A size as it is typed: 9 家, or 20 % with its rounding. */
export interface SizeForm {
  readonly way: 'count' | 'ratio';
  readonly count: string;
  readonly percent: string;
  readonly round: Round;
}
export interface StratumForm {
  readonly code: string;
  readonly size: SizeForm;
  /** Empty: one visit an object. */
  readonly batches: string;
}

/** 抽签设计 as it stands in the form; only texts, so that a draft of it keeps what was typed. */
export interface DesignForm {
  readonly filter: DrawDesignView['filter'];
  readonly stratifiedBy: Stratification;
  readonly strata: readonly StratumForm[];
  readonly members: DrawDesignView['quota'][number]['members'];
  /** Empty percent: no bound. */
  readonly min: SizeForm;
  readonly max: SizeForm;
  readonly reserve: SizeForm;
}

export function designFormOf(design: DrawDesignView, basis: DesignBasisView): DesignForm {
  const [bound] = design.quota;
  const key = basis.sectors.filter((sector) => sector.key).map((sector) => sector.code);
  return {
    filter: design.filter,
    stratifiedBy: design.stratifiedBy,
    strata: design.strata.map(({ code, size, batches }) => ({
      code,
      size: sizeFormOf(size, basis.rounding),
      batches: batches === null ? '' : String(batches),
    })),
    members: bound?.members ?? (key.length > 0 ? { of: 'key-sectors', sectors: key } : { of: 'priority-subjects' }),
    min: sizeFormOf(bound?.min ?? null, 'ceil'),
    max: sizeFormOf(bound?.max ?? null, 'floor'),
    reserve: sizeFormOf(design.reserve, basis.rounding),
  };
}

function sizeFormOf(size: DrawSizeView | null, round: Round): SizeForm {
  if (size === null) return { way: 'ratio', count: '', percent: '', round };
  if ('count' in size) return { way: 'count', count: String(size.count), percent: '', round };
  return { way: 'ratio', count: '', percent: percentOf(size.ratio).replace('%', ''), round: size.round };
}

/** The design that is typed; undefined while a number is missing or is none. */
export function typedDesign(form: DesignForm): DrawDesignView | undefined {
  const strata = form.strata.map(({ code, size, batches }) => {
    const typed = typedSize(size);
    const number = batches.trim() === '' ? null : parseTypedNumber(batches);
    return typed === undefined || number === undefined ? undefined : { code, size: typed, batches: number };
  });
  const reserve = typedSize(form.reserve);
  const min = isBlank(form.min) ? null : typedSize(form.min);
  const max = isBlank(form.max) ? null : typedSize(form.max);
  if (reserve === undefined || min === undefined || max === undefined) return undefined;
  const whole = strata.flatMap((stratum) => (stratum === undefined ? [] : [stratum]));
  if (whole.length < strata.length) return undefined;
  const { filter, stratifiedBy, members } = form;
  const words = filter.words.filter((one) => one.words.trim() !== '');
  const quota = min === null && max === null ? [] : [{ group: 'K' as const, members, min, max }];
  return { filter: { ...filter, words }, stratifiedBy, strata: whole, quota, reserve };
}

function isBlank({ way, count, percent }: SizeForm): boolean {
  return (way === 'count' ? count : percent).trim() === '';
}

function typedSize({ way, count, percent, round }: SizeForm): DrawSizeView | undefined {
  if (way === 'count') {
    const number = parseTypedNumber(count);
    return number === undefined || !Number.isInteger(number) ? undefined : { count: number };
  }
  // 「1/3」 is typed where the percentage does not end.
  const share = /^\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*$/.exec(halfWidth(percent));
  if (share !== null) return { ratio: { n: Number(share[1]), d: Math.max(1, Number(share[2])) }, round };
  const value = parsePhrase(`${halfWidth(percent).replace(/[%％\s]/g, '')}%`, 'ceil')?.value;
  return value === undefined || !isFraction(value) ? undefined : { ratio: { n: value.n, d: value.d }, round };
}

/** The form stratified otherwise: strata that stay keep what was typed, new ones take the way of the first. */
export function restratified(form: DesignForm, by: Stratification, basis: DesignBasisView): DesignForm {
  return withStrata({ ...form, stratifiedBy: by }, basis);
}

/** The form with another filter, and the strata that it makes. */
export function refiltered(form: DesignForm, filter: DesignForm['filter'], basis: DesignBasisView): DesignForm {
  return withStrata({ ...form, filter }, basis);
}

function withStrata(form: DesignForm, basis: DesignBasisView): DesignForm {
  const [first] = form.strata;
  const size = sizeFormOf(null, basis.rounding);
  const blank =
    form.stratifiedBy === 'none' ? { ...size, way: 'count' as const, count: String(basis.approvedCount) } : size;
  const strata = strataCodes(form.stratifiedBy, form.filter, basis).map((code) => {
    const known = form.strata.find((stratum) => stratum.code === code);
    return known ?? { code, size: blank, batches: first?.batches ?? '' };
  });
  return { ...form, strata };
}
