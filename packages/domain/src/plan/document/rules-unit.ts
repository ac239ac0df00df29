import type { Paragraph, PlanDocument, Quote } from './document.ts';
import { quotesOf } from './document.ts';
import type { Contradiction } from './rule.ts';
import { pairsOf } from './rule.ts';
import type { UnitClass } from './unit.ts';
import { unitsIn } from './unit.ts';

interface Named extends UnitClass {
  readonly quote: Quote;
  readonly paragraph: Paragraph | undefined;
}

/** One class of units, by acts that overlap and differ: 经营、储存企业 here and 生产经营企业 there (LS). */
export function twoNamesOfUnits(document: PlanDocument): readonly Contradiction[] {
  const all = quotesOf(document).flatMap((quote): readonly Named[] => {
    const paragraph = document.paragraphs.find((one) => one === quote);
    return unitsIn(quote.text).map((one) => ({ ...one, quote, paragraph }));
  });
  const named = distinct(all);
  return pairsOf(named).flatMap(([one, other]) => {
    const product = common(one.product, other.product);
    if (product === undefined || siblings(one, other) || !overlap(one.acts, other.acts)) return [];
    const [first, second] = [`${product}${one.rest}`, `${product}${other.rest}`];
    return [
      {
        about: product,
        verdict: `「${first}」与「${second}」，同一类单位两种叫法`,
        detail: '各自多出的环节不一样，底数也随之不同。',
        places: [one, other].map(({ quote, rest }) => sentenceHolding(quote, `${product}${rest}`)),
        mends: [`都写「${first}」`, `都写「${second}」`, '确是两类的，写明各几家'],
      },
    ];
  });
}

/** A table of five hundred rows names a class as often; its first place stands for all. */
function distinct(all: readonly Named[]): readonly Named[] {
  const keyOf = ({ product, rest, paragraph }: Named) =>
    `${product}${rest}/${paragraph === undefined ? '' : paragraph.place}`;
  return [...new Map([...all].reverse().map((one) => [keyOf(one), one])).values()].reverse();
}

/** 「走访烟花爆竹」 and 「烟花爆竹」 name one product; a shorter end than four characters names none. */
function common(one: string, other: string): string | undefined {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= 4 && longer.endsWith(shorter) ? shorter : undefined;
}

function sentenceHolding({ place, text }: Quote, words: string): Quote {
  const sentence = text.split(/(?<=[。；\n])/).find((part) => part.includes(words));
  return { place, text: (sentence ?? text).trim() };
}

/** Rows of tables and items of one list are meant to differ. */
function siblings({ paragraph: one }: Named, { paragraph: other }: Named): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one === other || (one.level === 3 && other.level === 3 && one.under.join() === other.under.join());
}

/** Each names something that the other does not, and both name one thing. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((each) => other.includes(each)).length;
  return common > 0 && common < one.length && common < other.length;
}
