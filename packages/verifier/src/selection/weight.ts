import type { Ticketed } from './ticket.ts';

/**
 * The order in which one stratum is drawn when `size` of it are wanted (mc-draw/1 §6.4): the certain units,
 * then the others by (T₆₀ div weight, T, id). With all weights 1 this is ticket order.
 * `inTicketOrder` stands in the order of (T, id).
 */
export function weightedOrder(inTicketOrder: readonly Ticketed[], size: number): readonly Ticketed[] {
  if (inTicketOrder.every(({ entry }) => entry.weight === 1)) return inTicketOrder;
  const certain = certainUnits(inTicketOrder, size);
  const others = inTicketOrder
    .filter((unit) => !certain.has(unit))
    .map((unit) => ({ unit, quotient: BigInt(`0x${unit.ticket.slice(0, 15)}`) / BigInt(unit.entry.weight) }));
  // sort() keeps the order of equals, which is already (T, id).
  others.sort((a, b) => (a.quotient === b.quotient ? 0 : a.quotient < b.quotient ? -1 : 1));
  return [...inTicketOrder.filter((unit) => certain.has(unit)), ...others.map(({ unit }) => unit)];
}

/** Units whose share of the weight is a whole place or more, again and again as places and weight go down. */
export function certainUnits(units: readonly Ticketed[], size: number): ReadonlySet<Ticketed> {
  const certain = new Set<Ticketed>();
  let places = size;
  let weight = units.reduce((sum, { entry }) => sum + entry.weight, 0);
  for (;;) {
    const found = units.filter((unit) => !certain.has(unit) && unit.entry.weight * places >= weight);
    if (found.length === 0) return certain;
    for (const unit of found) {
      certain.add(unit);
      places -= 1;
      weight -= unit.entry.weight;
    }
  }
}
