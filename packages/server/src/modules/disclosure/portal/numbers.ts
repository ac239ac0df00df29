import type { PortalDraw } from '@mingchou/contract';
import type { BureauId } from '@mingchou/domain';
import { type DrawNumbers, drawNumbers } from '@mingchou/portal';
import type { PortalDatabase } from '../../../db/portal.ts';
import { publicFile } from './reader.ts';

/** A bundle's name holds its hash, so what was reckoned from it once holds for good. */
const reckoned = new Map<string, DrawNumbers | undefined>();
const mostKept = 500;

/** The numbers of every draw with a public result, from the public bundles alone; recomputed as anyone could. */
export async function numbersOfDraws(
  portal: PortalDatabase,
  bureauId: BureauId,
  draws: readonly PortalDraw[],
): Promise<readonly DrawNumbers[]> {
  const all: DrawNumbers[] = [];
  for (const { drawNo, drawn, bundle } of [...draws].sort((a, b) => a.drawNo - b.drawNo)) {
    if (drawn === null || bundle === null) continue;
    const key = `${bureauId} ${bundle.sha256}`;
    if (!reckoned.has(key)) {
      const file = await publicFile(portal, bureauId, bundle.file);
      if (reckoned.size >= mostKept) reckoned.clear();
      reckoned.set(key, file === undefined ? undefined : drawNumbers(file.bytes, drawNo));
    }
    const numbers = reckoned.get(key);
    if (numbers !== undefined) all.push(numbers);
  }
  return all;
}
