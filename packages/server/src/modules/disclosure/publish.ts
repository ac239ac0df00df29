import { createHash } from 'node:crypto';
import {
  type PortalAttempt,
  type PortalCeremony,
  type PortalDraw,
  type PortalExternal,
  type PortalItemList,
  type PortalPlan,
  type PortalProgress,
  type PortalResult,
  portalAttempt,
  portalCeremony,
  portalDraw,
  portalExternal,
  portalItemList,
  portalPlan,
  portalProgress,
  portalResult,
} from '@mingchou/contract';
import type { Tx } from '../../db/tx.ts';
import { ensurePortalBureau } from './portal-bureau.ts';
import type { SnapshotKind } from './portal-tables.ts';
import { isDrawSealed } from './sealed-draw.ts';
import { writeSnapshot } from './snapshot-store.ts';

/**
 * The doors to the public. Each writes one redacted view in the caller's transaction, so that the portal never shows
 * what was not decided and never lags behind what was. A view goes through its schema: what it does not name stays inside.
 */
export async function publishPlanSnapshot(tx: Tx, view: PortalPlan): Promise<void> {
  await publish(tx, 'plan', String(view.year), portalPlan.parse(view));
}

export async function publishDrawSnapshot(tx: Tx, view: PortalDraw): Promise<void> {
  await publish(tx, 'draw', String(view.drawNo), portalDraw.parse(view));
}

/** What the screen in the room and its phones show; it changes with every act of the draw. */
export async function publishCeremony(tx: Tx, view: PortalCeremony): Promise<void> {
  await publish(tx, 'ceremony', String(view.drawNo), portalCeremony.parse(view));
}

export async function publishAttempt(tx: Tx, view: PortalAttempt): Promise<void> {
  await publish(tx, 'attempt', String(view.drawNo), portalAttempt.parse(view));
}

export async function publishExternalSnapshot(tx: Tx, view: PortalExternal): Promise<void> {
  await publish(tx, 'external', String(view.registerNo), portalExternal.parse(view));
}

/** Of a sealed draw nothing: its unsealing publishes all at once. */
export async function publishProgressSnapshot(tx: Tx, view: PortalProgress): Promise<void> {
  // Progress stands beside a draw's own page; an external draw has none, and its number is another's.
  if (view.drawKind === 'external') return;
  if (await isDrawSealed(tx, view.drawNo)) return;
  await publish(tx, 'progress', `${view.drawNo}/${view.code}`, portalProgress.parse(view));
}

export async function publishResultSnapshot(tx: Tx, view: PortalResult): Promise<void> {
  if (view.drawKind === undefined && (await isDrawSealed(tx, view.drawNo)))
    throw new Error(`draw ${view.drawNo} is sealed`);
  await publish(tx, 'result', view.id, portalResult.parse(view));
}

export async function publishItemList(tx: Tx, view: PortalItemList): Promise<void> {
  await publish(tx, 'items', String(view.year), portalItemList.parse(view));
}

export interface PublicFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Makes bytes public under a name of their own: `draw-2-3f9a1c20.zip` for the stem `draw-2`. The same bytes keep their
 * name, so a second call is harmless; the reply is what `PortalDraw.bundle` wants.
 */
export async function publishFile(
  tx: Tx,
  content: {
    readonly stem: string;
    readonly extension: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  },
): Promise<PublicFile> {
  const sha256 = createHash('sha256').update(content.bytes).digest('hex');
  const file = `${content.stem}-${sha256.slice(0, 8)}.${content.extension}`;
  await tx.db
    .insertInto('portal_file')
    .values({
      bureau_id: tx.bureauId,
      name: file,
      media_type: content.mediaType,
      sha256,
      bytes: Buffer.from(content.bytes),
      published_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'name']).doNothing())
    .execute();
  return { file, bytes: content.bytes.byteLength, sha256 };
}

async function publish(tx: Tx, kind: SnapshotKind, key: string, view: object): Promise<void> {
  await ensurePortalBureau(tx);
  await writeSnapshot(tx, kind, key, view);
}
