import type { Files } from '@mingchou/verifier';
import { bundleOf, readBundle, verify } from '@mingchou/verifier';
import { chance, randomDraws } from './draws.ts';
import { logged, sameFiles, testLogKey } from './mutants.ts';
import type { Bundle } from './second-opinion.ts';
import { vectorBundles } from './second-opinion.ts';

/** Bundles in which everything can be proven: small random draws and the vectors that hold no amendments. */
export function provenBundles(draws: number): readonly Bundle[] {
  const whole = vectorBundles().filter(({ name, files }) => name !== 'public-salted' && !files.has('amendments.jsonl'));
  return [...randomDraws(20_261_122, draws), ...whole].map(({ name, files }) => ({ name, files: logged(files) }));
}

/** Says of each bundle that is called complete, or whose check broke down, what went wrong. No sentence is the aim. */
export function falseAccepts(bundles: readonly Bundle[]): readonly string[] {
  return bundles.flatMap(({ name, files }) => {
    const { verdict, checks } = verify(files, { logKeys: [testLogKey] });
    const broken = checks.filter(({ code }) => code === 'internal').map((check) => `${name}: ${check.name} broke down`);
    return verdict === 'complete' ? [...broken, `${name}: accepted`] : broken;
  });
}

/** What becomes of a bundle's ZIP with some bytes changed. */
export type ZipFate = 'not read' | 'not accepted' | 'the same files' | 'falsely accepted';

export function fatesOfZips(bundles: readonly Bundle[], count: number, seed: number): readonly ZipFate[] {
  const below = chance(seed);
  const zips = bundles.map(({ files }) => ({ files, zip: bundleOf(files) }));
  return Array.from({ length: count }, (_, at): ZipFate => {
    const { files, zip } = zips[at % zips.length] ?? { files: new Map(), zip: new Uint8Array() };
    const spoilt = Uint8Array.from(zip);
    // Half of them in the directory at the end, where a reader finds names, sizes and places.
    const from = below(2) === 0 ? 0 : Math.max(0, zip.length - 1000);
    for (let changes = 1 + below(3); changes > 0; changes--) spoilt[from + below(zip.length - from)] = below(256);
    const reading = readBundle(spoilt);
    return reading.ok ? fateOf(reading.value, files) : 'not read';
  });
}

function fateOf(read: Files, files: Files): ZipFate {
  if (sameFiles(read, files)) return 'the same files';
  return verify(read, { logKeys: [testLogKey] }).verdict === 'complete' ? 'falsely accepted' : 'not accepted';
}
