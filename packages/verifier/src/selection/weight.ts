import type { Ticketed } from './ticket.ts';

/**
 * The order in which one stratum is drawn when `size` of it are wanted (mc-draw/1 §6.4): the certain units,
 * then the others by (T₆₀ div weight, T, id). With all weights 1 this is ticket order.
 * `inTicketOrder` stands in the order of (T, id).
 */
export function weightedOrder(inTicketOrder: readonly Ticketed[], size: number): readonly Ticketed[] {
  if (inTicketOrder.every(({ entry }) => entry.weight === 1)) return inTicketOrder;
  const certain = certainWeights(inTicketOrder, size);
  const others = inTicketOrder
    .filter((unit) => !certain.has(unit.entry.weight))
    .map((unit) => ({ unit, quotient: BigInt(`0x${unit.ticket.slice(0, 15)}`) / BigInt(unit.entry.weight) }));
  // sort() keeps the order of equals, which is already (T, id).
  others.sort((a, b) => (a.quotient === b.quotient ? 0 : a.quotient < b.quotient ? -1 : 1));
  return [...inTicketOrder.filter((unit) => certain.has(unit.entry.weight)), ...others.map(({ unit }) => unit)];
}

/**
 * The weights whose units are certain: their share is a whole place or more, again and again as places and weight go
 * down. Whether a unit is certain depends on its weight alone, so weights are counted, not units.
 */
export function certainWeights(units: readonly Ticketed[], size: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { entry } of units) counts.set(entry.weight, (counts.get(entry.weight) ?? 0) + 1);
  const certain = new Set<number>();
  let places = size;
  let total = units.reduce((sum, { entry }) => sum + entry.weight, 0);
  for (;;) {
    const found = [...counts].filter(([weight]) => !certain.has(weight) && weight * places >= total);
    if (found.length === 0) return certain;
    for (const [weight, count] of found) {
      certain.add(weight);
      places -= count;
      total -= weight * count;
    }
  }
}
