import type { TestProject } from 'vitest/node';
import { openHouse } from './house.ts';
import { rm } from 'node:fs/promises';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of a demonstration after its first start; houses are opened on copies of it. */
    demonstrationFolder: string;
  }
}

let folder: string | undefined;

/** Loads the demonstration once, by a real first start, so that every story need not wait for it again. */
export async function setup(project: TestProject): Promise<void> {
  const house = await openHouse();
  folder = house.dataFolder;
  await house.stop();
  project.provide('demonstrationFolder', folder);
}

export async function teardown(): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
