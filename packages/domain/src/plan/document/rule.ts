import type { CalendarDate } from '../../time.ts';
import type { Severity } from '../finding.ts';
import type { PlanRule } from '../rule-list.ts';
import type { PlanDocument, Quote } from './document.ts';

/** What a rule found, before the registry of rules gives it its number and severity. */
export interface Contradiction {
  /** Names the thing in conflict by its words, never by a row's or column's place, so that reordering changes nothing. */
  readonly about: string;
  readonly verdict: string;
  readonly detail: string | null;
  /** The places in conflict, two where two places conflict. */
  readonly places: readonly Quote[];
  /** Ways out, in words that can be followed. */
  readonly mends: readonly string[];
}

/** A citation that no longer stands on the day, and what does. */
export interface OutdatedCitation {
  readonly kind: 'repealed' | 'superseded';
  readonly instead: string | null;
  /** What the library says of it, in one sentence. */
  readonly detail: string;
}

/** What the rules must know besides the document; the caller brings it, and nothing of it stands in code. */
export interface DocumentContext {
  /** Judges a citation 《title》（edition） on a day by the library of laws; undefined where it stands or nobody knows it. */
  readonly outdated: (citation: string, on: CalendarDate) => OutdatedCitation | undefined;
}

/** One class of inconsistency, and what looks for it in a written document. */
export interface DocumentRule extends PlanRule {
  readonly check: (document: PlanDocument, context: DocumentContext) => readonly Contradiction[];
}

export interface DocumentFinding extends Contradiction {
  /** Rule and thing, the same again after each check: `C-03:…`. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
}

/** A text as it is compared: without punctuation, spaces and quotation marks. */
export function lettersOf(text: string): string {
  return text.replace(/[^\u4e00-\u9fa5A-Za-z\d]/g, '');
}

/** The sentence of a text that holds the pattern, for a quote that can be read. */
export function sentenceWith(quote: Quote, pattern: RegExp): Quote {
  const sentence = quote.text.split(/(?<=[。；\n])/).find((part) => pattern.test(part));
  return { place: quote.place, text: (sentence ?? quote.text).trim() };
}

/** Each pair of a list once. */
export function pairsOf<T>(list: readonly T[]): readonly (readonly [T, T])[] {
  return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));
}
