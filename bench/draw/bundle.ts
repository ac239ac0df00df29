// Made-up pools and bundles of any size; nothing in them stands for anyone.
import {
  bundleOf,
  commitmentOf,
  type FileName,
  type PoolEntry,
  type Rules,
  runDraw,
  type Suite,
} from '@mingchou/verifier';

export interface Shape {
  readonly suite: Suite;
  readonly entries: number;
  /** One in so many is drawn. */
  readonly oneIn: number;
  readonly inspectors: number;
}

const strata = ['chem', 'coal', 'industry', 'trade'] as const;

/** An evidence bundle of an open draw with four strata, two seats a team and dice as its source. */
export function bundle(shape: Shape): { readonly zip: Uint8Array; readonly files: Map<FileName, Uint8Array> } {
  const pool = Array.from({ length: shape.entries }, (_, at) => entry(at));
  const { files: frozen } = commitmentOf({
    rules: rules(shape),
    mode: 'open',
    bureau: 'bench',
    drawNo: 1,
    prev: '',
    pool,
    exclusions: pool.filter(({ excluded }) => excluded).map(({ id }) => ({ id, reasonCode: 'closed' })),
    inspectors: Array.from({ length: shape.inspectors }, (_, at) => ({
      id: `P${String(at).padStart(5, '0')}`,
      department: `D${at % 5}`,
      certificates: [strata[at % 4] ?? 'chem', strata[(at + 1) % 4] ?? 'coal'].sort(),
      cap: 100_000,
    })),
    conflicts: Array.from({ length: shape.inspectors }, (_, at) => ({
      subjectId: idOf((at * 31) % shape.entries),
      inspectorId: `P${String(at).padStart(5, '0')}`,
    })),
    filesalts: { conflicts: '0'.repeat(32), inspectors: '1'.repeat(32) },
    labels: pool.map(({ id }, at) => ({ id, name: `第${at}号化工有限公司` })),
    sources: [
      { kind: 'dice', by: 'bureau', digits: 20 },
      { kind: 'dice', by: 'guest', digits: 20 },
    ],
    openAt: '2026-11-22T08:00:00Z',
    publicFiles: ['rules.json', 'pool.csv', 'exclusions.csv', 'inspectors.csv', 'conflicts.csv', 'labels.csv'],
  });
  const { files: drawn } = runDraw(frozen, ['dice:31415926535897932384', 'dice:27182818284590452353']);
  const files = new Map([...frozen, ...drawn]);
  return { zip: bundleOf(files), files };
}

/** An 18-character code that nobody bears. */
export function idOf(at: number): string {
  return `91140428MA${String(at).padStart(8, '0')}`;
}

function entry(at: number): PoolEntry {
  return { id: idOf(at), stratum: strata[at % 4] ?? 'chem', group: '-', excluded: at % 97 === 0, weight: 1 };
}

function rules({ suite, oneIn }: Shape): Rules {
  const size = { ratio: { n: 1, d: oneIn }, round: 'ceil' } as const;
  return {
    v: 'mc-draw/1',
    suite,
    strata: strata.map((code) => ({ code, size })),
    reserve: { ratio: { n: 1, d: 10 }, round: 'ceil' },
    assignment: { balance: true, slots: { '*': [{}, {}], chem: [{ needs: ['chem'] }, {}] } },
  };
}
