import { csvBytes } from '../canonical/csv.ts';
import { idPattern } from '../canonical/pattern.ts';
import { prefixed } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';
import type { Selection } from '../selection/selection.ts';
import { byTicket } from '../selection/ticket.ts';

/** 一次上门: the subjects that one team inspects. */
export interface DrawnVisit {
  /** The subject's id, or `B-<stratum>-<n>` of a batch. */
  readonly id: string;
  readonly stratum: string;
  /** A batch's subjects stand in dealing order. */
  readonly subjects: readonly string[];
}

/** The visits in slot order (mc-draw/1 §7). */
export function drawnVisits(rules: Rules, selection: Selection, seed: Hex): readonly DrawnVisit[] {
  const ticketOf = prefixed(rules.suite, `${drawKey(rules.suite, 'assign', seed)}:`);
  const inOrder = (names: readonly string[]) =>
    names
      .map((name) => ({ name, ticket: ticketOf(name) }))
      .sort((a, b) => byTicket(a.ticket, a.name, b.ticket, b.name))
      .map(({ name }) => name);
  const visits = new Map<string, DrawnVisit>();
  const sample = new Map<string, string[]>(rules.strata.map(({ code }) => [code, []]));
  for (const { stratum, id, kind } of selection) if (kind === 'S') sample.get(stratum)?.push(id);
  for (const { code, batches } of rules.strata) {
    const subjects = sample.get(code) ?? [];
    const dealt =
      batches === undefined
        ? subjects.map((id) => ({ id, stratum: code, subjects: [id] }))
        : deal(code, inOrder(subjects), batches);
    for (const visit of dealt) visits.set(visit.id, visit);
  }
  return inOrder([...visits.keys()]).flatMap((id) => visits.get(id) ?? []);
}

/** visits.csv. */
export function visitsCsv(visits: readonly DrawnVisit[]): Uint8Array {
  return csvBytes(
    visits.flatMap(({ id, subjects }) => subjects.map((subject) => [id, subject])),
    [/^[0-9A-Za-z._-]+$/, idPattern],
  );
}

/** Round-robin into at most `batches` visits, none of them empty. */
function deal(stratum: string, subjects: readonly string[], batches: number): readonly DrawnVisit[] {
  const hands = Array.from({ length: Math.min(batches, subjects.length) }, (): string[] => []);
  for (const [at, subject] of subjects.entries()) hands[at % hands.length]?.push(subject);
  return hands.map((hand, batch) => ({ id: `B-${stratum}-${batch + 1}`, stratum, subjects: hand }));
}
