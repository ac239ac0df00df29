import type { readingRoutes } from '@mingchou/contract';
import { needsEye } from '@mingchou/domain';
import type { z } from 'zod';

export type ShownReading = z.output<typeof readingRoutes.showReading.reply>;
export type ShownDraft = ShownReading['reading']['drafts'][number];
export type ShownField = ShownDraft['fields'][number];
export type ShownSource = ShownField['sources'][number];

/** One value on the page: which draft, which field of it. */
export interface Spot {
  readonly draft: string;
  readonly field: ShownField['key'];
}

/** What has become of a draft, or why nothing needs to. */
export function fateOf(shown: ShownReading, draft: ShownDraft): 'open' | 'accepted' | 'listed' | 'shown' {
  if (draft.kind === 'promise') return 'shown';
  if (shown.reading.accepted.some((one) => one.draft === draft.key)) return 'accepted';
  const title = draft.fields.find(({ key }) => key === 'itemTitle')?.text;
  return draft.kind === 'item' && title !== undefined && shown.listed.includes(title) ? 'listed' : 'open';
}

/** Drafts that can still become something, without the head, which goes with a new plan. */
export function takeable(shown: ShownReading): readonly ShownDraft[] {
  return shown.reading.drafts.filter((draft) => draft.kind !== 'head' && fateOf(shown, draft) === 'open');
}

export function openIn(draft: ShownDraft): number {
  return draft.fields.filter(needsEye).length;
}

/** Every value that waits for an eye, in the order of the page. */
export function openSpots(shown: ShownReading): readonly Spot[] {
  return shown.reading.drafts
    .filter((draft) => fateOf(shown, draft) === 'open')
    .flatMap((draft) => draft.fields.filter(needsEye).map(({ key }) => ({ draft: draft.key, field: key })));
}

/** The next (1) or previous (-1) value that waits, round the end; from a value that no longer waits, the nearest. */
export function stepFrom(shown: ShownReading, from: Spot | undefined, by: 1 | -1): Spot | undefined {
  const open = openSpots(shown);
  if (open.length === 0) return undefined;
  const at = open.findIndex((spot) => spot.draft === from?.draft && spot.field === from.field);
  if (at >= 0) return open[(at + by + open.length) % open.length];
  const places = shown.reading.drafts.flatMap((draft) => draft.fields.map(({ key }) => `${draft.key}/${key}`));
  const here = from === undefined ? -1 : places.indexOf(`${from.draft}/${from.field}`);
  const rank = (spot: Spot) => places.indexOf(`${spot.draft}/${spot.field}`);
  return by === 1
    ? (open.find((spot) => rank(spot) > here) ?? open[0])
    : (open.findLast((spot) => rank(spot) < here) ?? open.at(-1));
}

/** The name of a source, the same for the same place of the document. */
export function placeKey({ at }: Pick<ShownSource, 'at'>): string {
  return at.kind === 'paragraph' ? `p${at.index}` : `t${at.table}.${at.row}.${at.column}`;
}
