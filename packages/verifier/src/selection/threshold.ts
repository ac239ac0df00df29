/**
 * Which tickets may be among the `wanted` smallest of their cell: all whose first 32 bits are not above a bound that is
 * set a little too high on purpose. Where nevertheless too few are left the bound is raised until there are enough, so
 * that the result always holds the wanted ones, whole, in front of all others of the cell.
 *
 * `heads` has two numbers a ticket, the upper first; `cells` the cell of each. Returns the kept tickets' numbers, ascending.
 */
export function keptBelow(heads: Uint32Array, cells: Uint32Array, wanted: readonly number[]): Uint32Array {
  const sizes = countsOf(cells, wanted.length);
  const least = sizes.map((size, cell) => Math.min(size, wanted[cell] ?? 0));
  const bounds = Float64Array.from(sizes, (size, cell) => boundOf(least[cell] ?? 0, size));
  for (;;) {
    const kept = Uint32Array.from(sizes, () => 0);
    let count = 0;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? 0;
      if ((heads[2 * at] ?? 0) >= (bounds[cell] ?? 0)) continue;
      kept[cell] = (kept[cell] ?? 0) + 1;
      count++;
    }
    const short = least.flatMap((need, cell) => ((kept[cell] ?? 0) < need ? [cell] : []));
    if (short.length === 0) return numbersBelow(heads, cells, bounds, count);
    for (const cell of short) bounds[cell] = raised(bounds[cell] ?? 0);
  }
}

/**
 * First 32 bits below which `wanted` of `size` tickets lie but for about one in a billion: as many as on the average plus
 * six times their deviation and some for small numbers.
 */
export function boundOf(wanted: number, size: number): number {
  if (wanted === 0) return 0;
  const average = wanted + 6 * Math.sqrt(wanted) + 12;
  return average >= size ? 2 ** 32 : Math.ceil((average / size) * 2 ** 32);
}

export function raised(bound: number): number {
  return Math.min(2 ** 32, 2 * bound);
}

function numbersBelow(heads: Uint32Array, cells: Uint32Array, bounds: Float64Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let end = 0;
  for (let at = 0; at < cells.length; at++) {
    if ((heads[2 * at] ?? 0) < (bounds[cells[at] ?? 0] ?? 0)) numbers[end++] = at;
  }
  return numbers;
}

function countsOf(cells: Uint32Array, count: number): number[] {
  const sizes = Array.from({ length: count }, () => 0);
  for (const cell of cells) sizes[cell] = (sizes[cell] ?? 0) + 1;
  return sizes;
}
