import type { Suite } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { bytesOfHex } from '../hash/hex.ts';
import { fileHash } from '../kernel/fastest.ts';
import { poolRoot } from '../merkle/pool-root.ts';
import type { Conflict, Exclusion, FileSalts, InspectorEntry, Label, PoolEntry, Salt } from '../roster/roster.ts';
import {
  conflictsCsv,
  exclusionsCsv,
  filesaltsJson,
  inspectorsCsv,
  labelsCsv,
  poolCsv,
  readPool,
  readSalts,
  saltsCsv,
} from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { rulesBytes } from '../rules/rules.ts';
import type { Source } from '../seed/source.ts';
import { commitmentBytes, commitmentHash, countsOf } from './commitment.ts';
import type { FileName } from './file.ts';
import { auditorsOnly } from './file.ts';

/** Everything a human can choose in a draw, fixed before the last random input exists. */
export interface Frozen {
  readonly rules: Rules;
  readonly mode: 'open' | 'sealed';
  readonly bureau: string;
  readonly drawNo: number;
  readonly prev: Hex | '';
  readonly voids?: Hex;
  readonly pool: readonly PoolEntry[];
  readonly exclusions: readonly Exclusion[];
  /** Given when the pool is salted: one for every entry. */
  readonly salts?: readonly Salt[];
  readonly inspectors: readonly InspectorEntry[];
  readonly conflicts: readonly Conflict[];
  readonly filesalts: FileSalts;
  readonly labels: readonly Label[];
  readonly sources: readonly Source[];
  readonly openAt: string;
  readonly publicFiles: readonly FileName[];
}

/**
 * The frozen files and C (mc-draw/1 §2, §4). Rows are sorted here. Throws on what the caller should have
 * parsed before: a field no file may hold, salts or exclusions that do not match the pool, an auditors' file named public.
 */
export function commitmentOf(frozen: Frozen): { readonly files: Map<FileName, Uint8Array>; readonly c: Hex } {
  const { suite } = frozen.rules;
  refuseMismatch(frozen);
  const files = new Map<FileName, Uint8Array>([
    ['rules.json', rulesBytes(frozen.rules)],
    ['pool.csv', poolCsv(frozen.pool)],
    ['exclusions.csv', exclusionsCsv(frozen.exclusions)],
    ['inspectors.csv', inspectorsCsv(frozen.inspectors)],
    ['conflicts.csv', conflictsCsv(frozen.conflicts)],
    ['filesalts.json', filesaltsJson(frozen.filesalts)],
    ['labels.csv', labelsCsv(frozen.labels)],
  ]);
  if (frozen.salts !== undefined) files.set('salts.csv', saltsCsv(frozen.salts));
  const plain = (name: FileName) => fileHash(suite, files.get(name) ?? new Uint8Array());
  const commitJson = commitmentBytes({
    v: 'mc-draw/1',
    suite,
    mode: frozen.mode,
    bureau: frozen.bureau,
    drawNo: frozen.drawNo,
    prev: frozen.prev,
    ...(frozen.voids === undefined ? {} : { voids: frozen.voids }),
    rules: plain('rules.json'),
    pool: {
      root: sortedRoot(suite, files),
      count: frozen.pool.length,
      salted: frozen.salts !== undefined,
      strata: countsOf(
        frozen.pool,
        frozen.rules.strata.map(({ code }) => code),
      ),
    },
    exclusions: plain('exclusions.csv'),
    inspectors: saltedHash(suite, frozen.filesalts.inspectors, files.get('inspectors.csv')),
    conflicts: saltedHash(suite, frozen.filesalts.conflicts, files.get('conflicts.csv')),
    labels: plain('labels.csv'),
    sources: frozen.sources,
    openAt: frozen.openAt,
    public: frozen.publicFiles,
  });
  files.set('commit.json', commitJson);
  return { files, c: commitmentHash(suite, commitJson) };
}

/** H(salt ‖ file); a file that does not exist counts as empty bytes. */
export function saltedHash(suite: Suite, salt: Hex, file: Uint8Array | undefined): Hex {
  return fileHash(suite, bytesOfHex(salt) ?? new Uint8Array(), file ?? new Uint8Array());
}

/** True when salts.csv has one salt for every entry of pool.csv and no other. */
export function saltsMatch(pool: readonly PoolEntry[], salts: readonly Salt[]): boolean {
  return pool.length === salts.length && pool.every((entry, at) => entry.id === salts[at]?.id);
}

/** True when exactly the entries flagged `X` have a reason. */
export function exclusionsMatch(pool: readonly PoolEntry[], exclusions: readonly Exclusion[]): boolean {
  const flagged = pool.filter((entry) => entry.excluded);
  return flagged.length === exclusions.length && flagged.every((entry, at) => entry.id === exclusions[at]?.id);
}

function sortedRoot(suite: Suite, files: ReadonlyMap<FileName, Uint8Array>): Hex {
  const pool = readPool(files.get('pool.csv') ?? new Uint8Array());
  const saltsFile = files.get('salts.csv');
  const salts = saltsFile === undefined ? undefined : readSalts(saltsFile);
  if (!pool.ok || salts?.ok === false) throw new Error('the frozen pool does not read back');
  return poolRoot(suite, pool.value, salts?.value);
}

function refuseMismatch(frozen: Frozen): void {
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pool = byId(frozen.pool);
  if (!exclusionsMatch(pool, byId(frozen.exclusions))) throw new Error('exclusions do not match the flagged entries');
  if (frozen.salts !== undefined && !saltsMatch(pool, byId(frozen.salts)))
    throw new Error('salts do not match the pool');
  const leaked = frozen.publicFiles.find((name) => auditorsOnly.includes(name));
  if (leaked !== undefined) throw new Error(`${leaked} is for auditors only`);
}
