import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckStatus, FileName, Files } from '@mingchou/verifier';
import { checkNames, isFileName, verify } from '@mingchou/verifier';
import { chance } from './draws.ts';

export const verifyPy = path.join(import.meta.dirname, 'verify.py');
const vectors = path.join(import.meta.dirname, '../vectors');

export interface Bundle {
  readonly name: string;
  readonly files: Files;
}

/** The bundles of `vectors/`. */
export function vectorBundles(): readonly Bundle[] {
  return readdirSync(vectors).map((name) => {
    const files = readdirSync(path.join(vectors, name)).filter(isFileName);
    return { name, files: new Map(files.map((file) => [file, bytesOf(path.join(vectors, name, file))])) };
  });
}

/** Every bundle `times` times for each of its files, with one byte of that file another. */
export function mutations(bundles: readonly Bundle[], times: number, seed: number): readonly Bundle[] {
  const below = chance(seed);
  return bundles.flatMap(({ name, files }) =>
    [...files].flatMap(([file, bytes]) =>
      Array.from({ length: bytes.length === 0 ? 0 : times }, () => {
        const place = below(bytes.length);
        const by = 1 + below(255);
        return { name: `${name}/${file}@${place}^${by}`, files: changed(files, file, place, by) };
      }),
    ),
  );
}

/** What `verify.py --batch` wants to read. */
export function batchOf(bundles: readonly Bundle[]): string {
  return bundles
    .map(({ files }) => {
      const entries = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
      return `${JSON.stringify({ files: Object.fromEntries(entries) })}\n`;
    })
    .join('');
}

/** A sentence for every check on which Python and our verifier say different things, not-checked apart. */
export function disagreements(bundles: readonly Bundle[], answers: string): readonly string[] {
  const lines = answers.trimEnd().split('\n');
  if (lines.length !== bundles.length) return [`${bundles.length} bundles, but ${lines.length} answers`];
  return bundles.flatMap(({ name, files }, at) => {
    const theirs = JSON.parse(lines[at] ?? '') as readonly CheckStatus[];
    return verify(files).checks.flatMap(({ status, detail }, number) => {
      const other = theirs[number];
      const open = status === 'not-checked' || other === 'not-checked';
      return open || status === other ? [] : [`${name}: ${checkNames[number]} ${status} (${detail}), Python ${other}`];
    });
  });
}

export function changed(files: Files, file: FileName, place: number, by: number): Files {
  const copy = Uint8Array.from(files.get(file) ?? []);
  copy[place] = (copy[place] ?? 0) ^ by;
  return new Map([...files, [file, copy]]);
}

function bytesOf(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}
