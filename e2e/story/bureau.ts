import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type House, openHouse } from '../house.ts';

const samples = path.resolve(import.meta.dirname, '../../samples');

interface Bureau {
  readonly slug: string;
  readonly people: readonly object[];
}

/** A second clerk, so that two can press at once. */
const secondClerk = { name: '何录', roles: ['legalClerk'], section: 'FG' };

/** A house with 长子 alone, on its first day: people, rules and list are there, both registries are empty. */
export async function openChangzi(): Promise<House> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mc-changzi-'));
  const bureaus = JSON.parse(await readFile(path.join(samples, 'bureaus.json'), 'utf8')) as readonly Bureau[];
  const opening = bureaus
    .filter(({ slug }) => slug === 'changzi')
    .map((bureau) => ({ ...bureau, story: 'opening', people: [...bureau.people, secondClerk] }));
  await writeFile(path.join(folder, 'bureaus.json'), JSON.stringify(opening));
  for (const part of ['policies', 'catalogues', 'plans', 'registries']) {
    await symlink(path.join(samples, part), path.join(folder, part));
  }
  const house = await openHouse({ environment: { MINGCHOU_SAMPLES: folder } });
  const close = async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...house, close };
}

/** The workbook as it lies on the clerk's own computer. */
export function workbook(which: 'subjects' | 'inspectors'): string {
  return path.join(samples, 'registries/changzi', `${which}.xlsx`);
}
