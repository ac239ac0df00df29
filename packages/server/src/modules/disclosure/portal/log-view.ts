import { hexOf, readCheckpoint } from '@mingchou/verifier';
import type { LoggedEntry, LogView } from '@mingchou/portal';
import { z } from 'zod';
import type { PortalDatabase } from '../../../db/portal.ts';
import { besideKeys, entriesBetween, latestCheckpoint, verifierKeys, witnessKeys } from '../../../public-log/index.ts';

/** Entries that the page shows; programs fetch the rest. */
const shown = 50;

// Every kind has a moment and a fingerprint; a result, amendment or void names its draw by the commitment.
const entryView = z.object({
  kind: z.string(),
  at: z.string(),
  bureau: z.string().optional(),
  drawNo: z.number().optional(),
  c: z.string().optional(),
  h: z.string().optional(),
});

export async function publicLog(portal: PortalDatabase): Promise<LogView> {
  const { size, note } = await latestCheckpoint(portal);
  const from = Math.max(0, size - shown);
  const entries = await entriesBetween(portal, from, size);
  const root = readCheckpoint(note)?.root ?? new Uint8Array();
  return {
    ...{ size, checkpoint: note, root: hexOf(root) },
    keys: await verifierKeys(portal),
    sm2Keys: await besideKeys(portal),
    witnesses: await witnessKeys(portal),
    latest: entries.map((entry, at) => viewOf(from + at, entry)).reverse(),
  };
}

function viewOf(index: number, text: string): LoggedEntry {
  const { kind, at, bureau, drawNo, c, h } = entryView.parse(JSON.parse(text));
  const number = drawNo === undefined ? '' : `第${drawNo}号抽签`;
  return { index, at, kind, about: `${bureau ?? ''}${number}`, fingerprint: h ?? c ?? '' };
}
