import { inTerms, nationalDefaults, type Terms } from '@mingchou/domain';
import { createContext, useContext } from 'react';

/** 本局用语 of whoever is signed in; the national words before that. */
export const termsContext = createContext<Terms>(nationalDefaults.terms.value);

/** The words that the bureau's own rules fix for its sections, its leaders and what it checks. */
export function useTerms(): Terms {
  return useContext(termsContext);
}

/**
 * Fills the bureau's words into a text: `say('由{legalSection}办理')`. Titles, labels, hints and the names of columns
 * and fields are filled by the parts that show them.
 */
export function useSay(): (text: string) => string {
  const terms = useTerms();
  return (text) => inTerms(text, terms);
}
