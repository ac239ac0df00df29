import { mkdtempSync } from 'node:fs';
import { afterAll } from 'vitest';
import { removeFolder } from '../../src/db/embedded-launch.ts';

/** A folder of mode 700 for one test file's databases, removed at its end. */
export function dataFolder(): string {
  const folder = mkdtempSync('/tmp/mingchou-data-');
  afterAll(() => removeFolder(folder));
  return folder;
}
