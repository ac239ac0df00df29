import { inTerms, nationalDefaults } from '@mingchou/domain';
import type { Db } from '../db/tx.ts';
import type { Outcome, ShownRefusal } from './module.ts';
import type { Shell } from './shell.ts';

/** Runs what was asked; a refusal speaks the bureau's own words: 「请由{legalSection}办理」 becomes 「请由法规股办理」. */
export async function inWords(shell: Shell, db: Db, run: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await run();
  if (outcome.ok || !outcome.refusal.message.includes('{')) return outcome;
  const { refusal } = outcome;
  return { ok: false, refusal: { ...refusal, message: inTerms(refusal.message, await shell.termsOf(db)) } };
}

/** The same where nobody is signed in, so that no bureau is known. */
export function inNationalWords(refusal: ShownRefusal): ShownRefusal {
  return { ...refusal, message: inTerms(refusal.message, nationalDefaults.terms.value) };
}
