/** The cycles of a graph of imports, at least one for every knot, written from the member that is met first. */
export function cyclesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const settled = new Set<string>();
  const cycles: string[][] = [];

  const follow = (file: string, path: readonly string[]): void => {
    const met = path.indexOf(file);
    if (met >= 0) {
      cycles.push(path.slice(met));
      return;
    }
    if (settled.has(file)) return;
    for (const next of imports.get(file) ?? []) follow(next, [...path, file]);
    settled.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  return cycles;
}
