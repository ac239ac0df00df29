/** How many each stratum still needs, how many of each group are left in it, and how many each group may still have. */
export interface Transport {
  /** By stratum. */
  readonly needs: readonly number[];
  /** By stratum, then group. */
  readonly left: readonly (readonly number[])[];
  /** By group. */
  readonly least: readonly number[];
  readonly most: readonly number[];
}

interface Flow {
  readonly needs: readonly number[];
  readonly left: readonly (readonly number[])[];
  /** The greatest sum of each group for now. */
  readonly bounds: readonly number[];
  readonly moved: readonly number[][];
  readonly given: number[];
  readonly taken: number[];
}

/**
 * How many units are missing for every need to be met within every bound; 0 when it can be done.
 * A flow from strata to groups, never over entries (mc-draw/1 §6.3).
 */
export function shortageOf({ needs, left, least, most }: Transport): number {
  if (least.some((bound, group) => bound > (most[group] ?? 0))) return Number.POSITIVE_INFINITY;
  const start = {
    needs,
    left,
    moved: left.map((row) => row.map(() => 0)),
    given: needs.map(() => 0),
    taken: least.map(() => 0),
  };
  // Lower bounds first: an augmenting path never lowers what a group already has, so they stay met
  // while the strata are filled up within the upper bounds.
  const lower = { ...start, bounds: least };
  while (augment(lower));
  const upper = { ...start, bounds: most };
  const belowLeast = gap(least, start.taken);
  while (augment(upper));
  return belowLeast + gap(needs, start.given);
}

function gap(wanted: readonly number[], got: readonly number[]): number {
  return wanted.reduce((sum, want, at) => sum + Math.max(0, want - at0(got, at)), 0);
}

/** One breadth-first augmenting path from an unfilled stratum to a group below its bound; false if there is none. */
function augment(flow: Flow): boolean {
  const groupFrom = new Map<number, number>();
  const stratumFrom = new Map<number, number>();
  for (const [stratum, need] of flow.needs.entries()) {
    if (at0(flow.given, stratum) < need) stratumFrom.set(stratum, -1);
  }
  // A Map yields what is added while it is walked, so it is its own queue.
  for (const stratum of stratumFrom.keys()) {
    for (const [group, limit] of (flow.left[stratum] ?? []).entries()) {
      if (groupFrom.has(group) || at0(flow.moved[stratum], group) >= limit) continue;
      groupFrom.set(group, stratum);
      if (at0(flow.taken, group) < at0(flow.bounds, group)) {
        push(flow, pathTo(group, groupFrom, stratumFrom));
        return true;
      }
      for (const [other, row] of flow.moved.entries()) {
        if (!stratumFrom.has(other) && at0(row, group) > 0) stratumFrom.set(other, group);
      }
    }
  }
  return false;
}

interface Step {
  readonly stratum: number;
  readonly group: number;
  /** The group from which the stratum takes back what it now gives; -1 at the start of the path. */
  readonly back: number;
}

function pathTo(
  end: number,
  groupFrom: ReadonlyMap<number, number>,
  stratumFrom: ReadonlyMap<number, number>,
): readonly Step[] {
  const steps: Step[] = [];
  for (let group = end; group !== -1; ) {
    const stratum = groupFrom.get(group) ?? 0;
    const back = stratumFrom.get(stratum) ?? -1;
    steps.push({ stratum, group, back });
    group = back;
  }
  return steps;
}

function push(flow: Flow, steps: readonly Step[]): void {
  const end = steps[0]?.group ?? 0;
  const first = steps[steps.length - 1]?.stratum ?? 0;
  let amount = Math.min(at0(flow.needs, first) - at0(flow.given, first), at0(flow.bounds, end) - at0(flow.taken, end));
  for (const { stratum, group, back } of steps) {
    amount = Math.min(amount, at0(flow.left[stratum], group) - at0(flow.moved[stratum], group));
    if (back !== -1) amount = Math.min(amount, at0(flow.moved[stratum], back));
  }
  for (const { stratum, group, back } of steps) {
    add(flow.moved[stratum] ?? [], group, amount);
    if (back !== -1) add(flow.moved[stratum] ?? [], back, -amount);
  }
  add(flow.given, first, amount);
  add(flow.taken, end, amount);
}

function at0(list: readonly number[] | undefined, at: number): number {
  return list?.[at] ?? 0;
}
function add(list: number[], at: number, amount: number): void {
  list[at] = at0(list, at) + amount;
}
