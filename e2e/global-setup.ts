import { buildStale } from '../scripts/build.ts';

/** The stories see the pages as they are built from the sources of this moment. */
export async function setup(): Promise<void> {
  const failed = (await buildStale()).filter(({ ok }) => !ok);
  if (failed.length > 0) throw new Error(failed.map(({ name, output }) => `${name}\n${output}`).join('\n'));
}
