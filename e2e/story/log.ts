import type { Person } from './person.ts';

/** How often each event stands in the bureau's log, as its auditor reads it. */
export async function eventsOf(auditor: Person, nouns: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const noun of nouns) {
    const reply = await auditor.page.request.get(`/api/audit/list-audit-entries?size=500&noun=${noun}`);
    const { rows } = (await reply.json()) as { rows: readonly { eventType: string }[] };
    for (const { eventType } of rows) counts[eventType] = (counts[eventType] ?? 0) + 1;
  }
  return counts;
}
