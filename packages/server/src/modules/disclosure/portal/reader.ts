import {
  type PortalAttempt,
  type PortalBureau,
  type PortalDraw,
  type PortalExternal,
  type PortalItemList,
  type PortalPlan,
  type PortalProgress,
  type PortalResult,
  portalAttempt,
  portalBureau,
  portalDraw,
  portalExternal,
  portalItemList,
  portalPlan,
  portalProgress,
  portalResult,
} from '@mingchou/contract';
import type { BureauId, Terms } from '@mingchou/domain';
import type { z } from 'zod';
import type { PortalDatabase } from '../../../db/portal.ts';
import type { SnapshotKind } from '../portal-tables.ts';

export interface PublicBureau {
  readonly bureauId: BureauId;
  readonly view: PortalBureau;
}

/** Everything public of one bureau that a page may need. */
export interface PublicRecord {
  readonly plans: readonly PortalPlan[];
  readonly draws: readonly PortalDraw[];
  /** Every number given so far. */
  readonly attempts: readonly PortalAttempt[];
  readonly externals: readonly PortalExternal[];
  readonly progress: readonly PortalProgress[];
  /** Latest first. */
  readonly results: readonly PortalResult[];
  readonly items: PortalItemList | null;
}

export async function publicBureaus(portal: PortalDatabase): Promise<readonly PublicBureau[]> {
  const rows = await portal
    .selectFrom('portal_snapshot')
    .select(['bureau_id', 'view'])
    .where('kind', '=', 'bureau')
    .execute();
  return rows
    .map((row) => ({ bureauId: row.bureau_id as BureauId, view: portalBureau.parse(row.view) }))
    .sort((a, b) => (a.view.slug < b.view.slug ? -1 : 1));
}

export async function publicBureau(portal: PortalDatabase, slug: string): Promise<PublicBureau | undefined> {
  return (await publicBureaus(portal)).find((bureau) => bureau.view.slug === slug);
}

export async function publicRecord(portal: PortalDatabase, bureauId: BureauId): Promise<PublicRecord> {
  const rows = await portal
    .selectFrom('portal_snapshot')
    .select(['kind', 'view'])
    .where('bureau_id', '=', bureauId)
    // Large, and read by its own page only.
    .where('kind', '!=', 'ceremony')
    .execute();
  const views = <View extends z.ZodType>(kind: SnapshotKind, schema: View) =>
    rows.filter((row) => row.kind === kind).map((row) => schema.parse(row.view));
  const lists = views('items', portalItemList).sort((a, b) => b.year - a.year);
  return {
    plans: views('plan', portalPlan),
    draws: views('draw', portalDraw),
    attempts: views('attempt', portalAttempt),
    externals: views('external', portalExternal),
    progress: views('progress', portalProgress),
    results: views('result', portalResult).sort((a, b) => (a.disclosedAt > b.disclosedAt ? -1 : 1)),
    items: lists[0] ?? null,
  };
}

export interface PublicBytes {
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export async function publicFile(
  portal: PortalDatabase,
  bureauId: BureauId,
  name: string,
): Promise<PublicBytes | undefined> {
  const row = await portal
    .selectFrom('portal_file')
    .select(['media_type', 'sha256', 'bytes'])
    .where('bureau_id', '=', bureauId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row === undefined ? undefined : { mediaType: row.media_type, sha256: row.sha256, bytes: row.bytes };
}

/** The public snapshot of one draw with the name of its bureau. */
export async function publicDraw(
  portal: PortalDatabase,
  slug: string,
  drawNo: number,
): Promise<{ readonly bureau: string; readonly terms: Terms; readonly draw: PortalDraw } | undefined> {
  const bureau = await publicBureau(portal, slug);
  if (bureau === undefined) return undefined;
  const row = await portal
    .selectFrom('portal_snapshot')
    .select('view')
    .where('bureau_id', '=', bureau.bureauId)
    .where('kind', '=', 'draw')
    .where('key', '=', String(drawNo))
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { bureau: bureau.view.name, terms: bureau.view.terms, draw: portalDraw.parse(row.view) };
}
