import { nationalDefaults } from './defaults.ts';
import type { Terms } from './values.ts';

const placeholder = /\{(section|legalSection|sectionChief|subject|inspector|deputyDirector)\}/g;

/** A text in the bureau's own words: 「请由{legalSection}办理」 becomes 「请由法规股办理」. Other braces stay as they are. */
export function inTerms(text: string, terms: Terms): string {
  return text.replace(placeholder, (whole, name: string) => (isTerm(name, terms) ? terms[name] : whole));
}

function isTerm(name: string, terms: Terms): name is keyof Terms & string {
  return name in terms;
}

/** The words of a bureau that has adopted no rules yet: only what it calls its sections is known, from its founding. */
export function termsOfSection(section: string): Terms {
  const national = nationalDefaults.terms.value;
  const rank = section.slice(0, 1);
  return rank === national.section.slice(0, 1)
    ? { ...national, section }
    : { ...national, section, legalSection: `法规${rank}`, sectionChief: `${rank}长` };
}
