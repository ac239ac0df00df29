import {
  digestHex,
  drawKey,
  readBundle,
  readPool,
  readRules,
  readSeed,
  sampleSizes,
  type FileName,
} from '@mingchou/verifier';

/** What the statistics take from one draw: its public bundle, nothing else. */
export interface DrawNumbers {
  readonly drawNo: number;
  /** Tickets of all eligible entries as parts of the whole range, 0 to 1, ascending. */
  readonly tickets: readonly number[];
  /** Chance of each eligible entry to be drawn; null where the rules give unequal ones (quota, weights). */
  readonly chances: ReadonlyMap<string, number> | null;
  readonly drawn: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
}

/** Beyond this many entries a page would be kept waiting; the verifiers take any number. */
const mostEntries = 100_000;

/** Undefined when the bundle holds no result, cannot be read or is too large for a page. */
export function drawNumbers(zip: Uint8Array, drawNo: number): DrawNumbers | undefined {
  const bundle = readBundle(zip);
  if (!bundle.ok) return undefined;
  const file = (name: FileName) => bundle.value.get(name) ?? new Uint8Array();
  const [rules, pool, seed] = [readRules(file('rules.json')), readPool(file('pool.csv')), readSeed(file('seed.json'))];
  if (!rules.ok || !pool.ok || !seed.ok || pool.value.length > mostEntries) return undefined;
  const eligible = pool.value.filter(({ excluded }) => !excluded);
  const { suite, quota, strata } = rules.value;
  const key = drawKey(suite, 'sample', seed.value.seed);
  const ticketOf = (id: string) => Number.parseInt(digestHex(suite, `${key}:${id}`).slice(0, 12), 16) / 2 ** 48;
  const equal = quota === undefined && eligible.every(({ weight }) => weight === 1);
  return {
    drawNo,
    tickets: eligible.map(({ id }) => ticketOf(id)).sort((a, b) => a - b),
    chances: equal ? chancesIn(strata, eligible, sampleSizes(rules.value, pool.value)) : null,
    drawn: new Set(linesOf(file('selected.csv')).flatMap(([, id = '', , kind]) => (kind === 'S' ? [id] : []))),
    names: new Map(linesOf(file('labels.csv')).map(([id = '', name = '']) => [id, name])),
  };
}

function chancesIn(
  strata: readonly { readonly code: string }[],
  eligible: readonly { readonly id: string; readonly stratum: string }[],
  sizes: readonly number[],
): ReadonlyMap<string, number> {
  const chance = new Map(
    strata.map(({ code }, index) => {
      const base = eligible.filter(({ stratum }) => stratum === code).length;
      return [code, base === 0 ? 0 : (sizes[index] ?? 0) / base];
    }),
  );
  return new Map(eligible.map(({ id, stratum }) => [id, chance.get(stratum) ?? 0]));
}

function linesOf(bytes: Uint8Array): string[][] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.filter((line) => line !== '').map((line) => line.split(','));
}
