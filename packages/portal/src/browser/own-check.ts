import { parseOwnEntry, verifyOwnEntry } from '@mingchou/verifier';
import { ownReport } from '../own-check.ts';

/** Recomputes in the reader's browser what the server said about one enterprise, against the commitment on the page. */
export async function checkOwn(part: HTMLElement): Promise<void> {
  const report = part.querySelector('[data-own-report]');
  const response = await fetch(part.dataset['own'] ?? '').catch(() => undefined);
  if (report === null || response?.ok !== true) return;
  const answer: unknown = await response.json();
  const entry = parseOwnEntry(
    typeof answer === 'object' && answer !== null && 'entry' in answer ? answer.entry : undefined,
  );
  if (entry === undefined) return;
  // Escaped where it was made (html.ts).
  report.innerHTML = ownReport(verifyOwnEntry(entry, part.dataset['commitment'])).markup;
}
