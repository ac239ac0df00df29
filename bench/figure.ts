/** One measured figure with the goal it must meet. */
export interface Figure {
  /** What was measured, in words. */
  readonly name: string;
  readonly value: number;
  /** `s`, `kB`, `tickets/s` … */
  readonly unit: string;
  readonly goal: { readonly atMost: number } | { readonly atLeast: number };
  /** Something everybody knows, measured in the same run: the ratio stays when the machine changes. */
  readonly reference?: { readonly name: string; readonly value: number };
}

/** A bench is a file of this folder that exports one `figures` function. */
export type Figures = () => Promise<readonly Figure[]>;

export function meetsGoal({ value, goal }: Figure): boolean {
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** How many times the reference; `undefined` without one. */
export function ratioOf({ value, reference }: Figure): number | undefined {
  return reference === undefined ? undefined : value / reference.value;
}

/** Seconds that a piece of work takes, the middle of `rounds` tries. */
export async function secondsOf(work: () => Promise<unknown>, rounds = 1): Promise<number> {
  const tries: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await work();
    tries.push((performance.now() - begun) / 1000);
  }
  return tries.sort((a, b) => a - b)[Math.floor(tries.length / 2)] ?? 0;
}
