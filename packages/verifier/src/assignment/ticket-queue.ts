import type { VisitTickets } from './pair-tickets.ts';

/**
 * The places in the order of (P, inspector id), the next one found only when it is asked for: nearly always one of the
 * first few is taken, and sorting hundreds of others for every seat would cost more than the whole search.
 * `places` ascend, which is the order of inspector ids.
 */
export function* inTicketOrder(places: readonly number[], { heads, ticketOf }: VisitTickets): Generator<number> {
  const before = (a: number, b: number): boolean => {
    const headA = heads[a] ?? 0;
    const headB = heads[b] ?? 0;
    if (headA !== headB) return headA < headB;
    const [ticketA, ticketB] = [ticketOf(a), ticketOf(b)];
    return ticketA === ticketB ? a < b : ticketA < ticketB;
  };
  const heap = new Uint32Array(places);
  let size = heap.length;
  const sink = (from: number) => {
    const sunk = heap[from] ?? 0;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && before(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
      const least = heap[child] ?? 0;
      if (!before(least, sunk)) break;
      heap[at] = least;
      at = child;
    }
    heap[at] = sunk;
  };
  for (let at = (size >>> 1) - 1; at >= 0; at--) sink(at);
  while (size > 0) {
    yield heap[0] ?? 0;
    size--;
    heap[0] = heap[size] ?? 0;
    sink(0);
  }
}
