/** 统一社会信用代码, GB 32100-2015: 18 characters, the last one is a check character modulo 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type CreditCodeVerdict =
  | { readonly verdict: 'valid' }
  | { readonly verdict: 'length'; readonly length: number }
  /** `at` counts from 1. */
  | { readonly verdict: 'character'; readonly at: number; readonly character: string }
  | { readonly verdict: 'check-character'; readonly expected: string };

/** Judges a code written in half-width capitals without spaces. A wrong check character is a warning, see `subject-code.ts`. */
export function judgeCreditCode(text: string): CreditCodeVerdict {
  const characters = [...text];
  if (characters.length !== 18) return { verdict: 'length', length: characters.length };
  const strange = characters.findIndex((character) => !alphabet.includes(character));
  if (strange >= 0) return { verdict: 'character', at: strange + 1, character: characters[strange] ?? '' };
  const expected = checkCharacterOf(text.slice(0, 17));
  return text.endsWith(expected) ? { verdict: 'valid' } : { verdict: 'check-character', expected };
}

/** The check character of the first 17 characters, all of them from the alphabet. */
export function checkCharacterOf(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(first17.charAt(i)), 0);
  // The outer remainder matters: a sum divisible by 31 gives 31, which is the character 0.
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
