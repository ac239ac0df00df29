import type { Conflict, InspectorEntry } from '../roster/roster.ts';
import type { Rules, Slot } from '../rules/rules.ts';
import { slotsOf } from '../rules/rules.ts';
import type { Bits } from './bits.ts';
import { clearBit, hasBit, noBits, setBit } from './bits.ts';
import type { DrawnVisit } from './visit.ts';

/** The seats of all visits in slot order, and who may take each as far as that does not depend on other seats. */
export interface Seating {
  readonly inspectors: readonly InspectorEntry[];
  readonly seats: readonly Seat[];
  /** The places in `seats` of each visit's team, in the order of the visits. */
  readonly teams: readonly (readonly number[])[];
  /** By slot of the rules: the inspectors it suits, conflicts apart. */
  readonly suited: readonly Bits[];
}
export interface Seat {
  readonly visit: number;
  /** From 1. */
  readonly number: number;
  /** Its place in `suited`. */
  readonly slot: number;
  /** A bit for every inspector. */
  readonly eligible: Bits;
}

export function seatingOf(
  rules: Rules,
  visits: readonly DrawnVisit[],
  inspectors: readonly InspectorEntry[],
  conflicts: readonly Conflict[],
): Seating {
  const places = new Map(inspectors.map(({ id }, at) => [id, at]));
  const conflicting = new Map<string, number[]>();
  for (const { subjectId, inspectorId } of conflicts) {
    const place = places.get(inspectorId);
    if (place !== undefined) conflicting.set(subjectId, [...(conflicting.get(subjectId) ?? []), place]);
  }
  const suited: Bits[] = [];
  const slotNumbers = new Map<Slot, number>();
  const seats: Seat[] = [];
  const teams = visits.map(({ stratum, subjects }, visit) =>
    slotsOf(rules, stratum).map((wanted, at) => {
      const slot = slotNumbers.get(wanted) ?? suited.push(suitedFor(wanted, inspectors)) - 1;
      slotNumbers.set(wanted, slot);
      const barred = subjects.flatMap((subject) => conflicting.get(subject) ?? []);
      return seats.push({ visit, number: at + 1, slot, eligible: without(suited[slot] ?? noBits(0), barred) }) - 1;
    }),
  );
  return { inspectors, seats, teams, suited };
}

/** The same set where nothing is taken away: ten thousand seats share it. */
function without(all: Bits, barred: readonly number[]): Bits {
  if (!barred.some((place) => hasBit(all, place))) return all;
  const rest = all.slice();
  for (const place of barred) clearBit(rest, place);
  return rest;
}

/** True when department and certificates are what the seat asks for. */
export function suits(slot: Slot, inspector: InspectorEntry): boolean {
  return (
    (slot.department === undefined || slot.department === inspector.department) &&
    (slot.needs ?? []).every((code) => inspector.certificates.includes(code))
  );
}

function suitedFor(slot: Slot, inspectors: readonly InspectorEntry[]): Bits {
  const bits = noBits(inspectors.length);
  for (const [place, inspector] of inspectors.entries()) {
    if (inspector.cap > 0 && suits(slot, inspector)) setBit(bits, place);
  }
  return bits;
}
