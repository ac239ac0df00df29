import path from 'node:path';
import type { House } from '../shell/house.ts';
import { readSamples } from './samples.ts';
import { openScene } from './scene.ts';
import { stories } from './stories/index.ts';

/** The samples that come with the house. */
export const samplesFolder = path.resolve(import.meta.dirname, '../../../../samples');

/**
 * Fills an empty database with the demonstration's bureaus, by the commands a person uses. Called once, before the
 * server first listens; when it throws, or the process dies, the next start begins again from nothing.
 */
export async function loadDemonstration(house: House, folder: string = samplesFolder): Promise<void> {
  const samples = readSamples(folder);
  for (const bureau of samples.bureaus) {
    await stories[bureau.story](await openScene(house, samples, bureau));
  }
}
