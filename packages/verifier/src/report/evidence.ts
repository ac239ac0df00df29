import type { Drawn } from '../amendments/course.ts';
import { readAmendments } from '../amendments/line.ts';
import type { Assignment } from '../assignment/assignment.ts';
import { assignInspectors } from '../assignment/assignment.ts';
import type { Reading } from '../canonical/reading.ts';
import type { Commitment } from '../commitment/commitment.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import type { Hex } from '../hash/hex.ts';
import type { LogKey } from '../log/key.ts';
import * as roster from '../roster/roster.ts';
import type { Rules } from '../rules/rules.ts';
import { readRules } from '../rules/rules.ts';
import type { SeedFile } from '../seed/seed.ts';
import { readSeed } from '../seed/seed.ts';
import type { Selection } from '../selection/selection.ts';
import { drawSubjects } from '../selection/selection.ts';

/** What a bundle's files say, each read once and only when asked for; `undefined` where the file is missing. */
export interface Evidence {
  readonly names: readonly string[];
  /** Keys of logs that the reader trusts; they come from elsewhere than the bundle. */
  readonly logKeys: readonly LogKey[];
  readonly file: (name: FileName) => Uint8Array | undefined;
  readonly commitment: () => Reading<Commitment> | undefined;
  /** C, once the commitment is readable. */
  readonly c: () => Hex | undefined;
  readonly rules: () => Reading<Rules> | undefined;
  readonly pool: () => Reading<readonly roster.PoolEntry[]> | undefined;
  readonly salts: () => Reading<readonly roster.Salt[]> | undefined;
  readonly exclusions: () => Reading<readonly roster.Exclusion[]>;
  readonly inspectors: () => Reading<readonly roster.InspectorEntry[]>;
  readonly conflicts: () => Reading<readonly roster.Conflict[]>;
  readonly labels: () => Reading<readonly roster.Label[]>;
  readonly filesalts: () => Reading<roster.FileSalts> | undefined;
  readonly seed: () => Reading<SeedFile> | undefined;
  readonly amendments: () => ReturnType<typeof readAmendments>;
  /** Our own selection and assignment from these files; call them only for rules, pool and lists without findings. */
  readonly selection: () => Selection | undefined;
  readonly assignment: () => Assignment | undefined;
  /** All of it together, as the amendments need it. */
  readonly drawn: () => Drawn | undefined;
}

export function evidenceOf(files: ReadonlyMap<string, Uint8Array>, logKeys: readonly LogKey[] = []): Evidence {
  const file = (name: FileName) => files.get(name);
  const reading = <T>(name: FileName, reader: (bytes: Uint8Array) => Reading<T>) =>
    once(() => {
      const bytes = file(name);
      return bytes === undefined ? undefined : reader(bytes);
    });
  const orEmpty = <T>(name: FileName, reader: (bytes: Uint8Array) => T) =>
    once(() => reader(file(name) ?? new Uint8Array()));
  const commitment = reading('commit.json', readCommitment);
  const rules = reading('rules.json', readRules);
  const pool = reading('pool.csv', roster.readPool);
  const inspectors = orEmpty('inspectors.csv', roster.readInspectors);
  const conflicts = orEmpty('conflicts.csv', roster.readConflicts);
  const seed = reading('seed.json', readSeed);
  const selection = once(() => {
    const [given, entries, drawn] = [value(rules()), value(pool()), value(seed())];
    if (given === undefined || entries === undefined || drawn === undefined) return undefined;
    return drawSubjects(given, entries, drawn.seed);
  });
  const drawn = once((): Drawn | undefined => {
    const [given, entries, sown] = [value(rules()), value(pool()), value(seed())];
    const [people, avoided, sample] = [value(inspectors()), value(conflicts()), selection()];
    if (given === undefined || entries === undefined || sown === undefined || sample === undefined) return undefined;
    if (people === undefined || avoided === undefined) return undefined;
    return {
      rules: given,
      pool: entries,
      inspectors: people,
      conflicts: avoided,
      seed: sown.seed,
      selection: sample,
      assignment: assignInspectors(given, sample, people, avoided, sown.seed),
    };
  });
  return {
    names: [...files.keys()],
    logKeys,
    file,
    commitment,
    c: once(() => {
      const committed = value(commitment());
      const bytes = file('commit.json');
      return committed === undefined || bytes === undefined ? undefined : commitmentHash(committed.suite, bytes);
    }),
    rules,
    pool,
    salts: reading('salts.csv', roster.readSalts),
    exclusions: orEmpty('exclusions.csv', roster.readExclusions),
    inspectors,
    conflicts,
    labels: orEmpty('labels.csv', roster.readLabels),
    filesalts: reading('filesalts.json', roster.readFilesalts),
    seed,
    amendments: orEmpty('amendments.jsonl', readAmendments),
    selection,
    assignment: () => drawn()?.assignment,
    drawn,
  };
}

/** What was read, if it could be. */
export function value<T>(reading: Reading<T> | undefined): T | undefined {
  return reading?.ok === true ? reading.value : undefined;
}

function once<T>(compute: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}
