import type { DrawId, DrawnBefore, LiveDraw, PendingEntry, RoundId, SubjectId } from '@mingchou/domain';
import { dateOf, isSealed, recordOf } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { standingExternals } from './external/store.ts';
import './tables.ts';

/** One selection of an object by an earlier draw that counts. */
export interface EarlierSelection extends DrawnBefore {
  readonly drawId: DrawId;
  readonly subjectId: SubjectId;
  readonly year: number;
  readonly roundId: RoundId | null;
  /** Drawn, and its teams not sent out yet. */
  readonly undispatched: boolean;
}

/**
 * Every selection of the bureau's draws that were not voided, the latest last. A draw that is still sealed counts as
 * none: exclusions are public, and would name exactly those whom it drew.
 */
export async function earlierSelections(db: Db): Promise<EarlierSelection[]> {
  const draws = await db.db
    .selectFrom('draw')
    .select(['draw_id', 'draw_no', 'year', 'round_id', 'status', 'state'])
    .where('bureau_id', '=', db.bureauId)
    .where('status', 'in', ['drawn', 'dispatched'])
    .orderBy('draw_no')
    .execute();
  const objects = await db.db
    .selectFrom('draw_object')
    .select(['draw_id', 'kind', 'code', 'subject_id'])
    .where('bureau_id', '=', db.bureauId)
    .execute();
  const subjects = Map.groupBy(objects, (row) => row.draw_id);
  const own = draws.flatMap(({ draw_id, draw_no, year, round_id, status, state }) => {
    const record = recordOf(state);
    if (!('drawn' in record) || isSealed(state)) return [];
    const drawn = { drawId: draw_id, kind: 'committed' as const, no: draw_no, on: dateOf(record.drawn.at) };
    const facts = { ...drawn, year, roundId: round_id, undispatched: status === 'drawn' };
    const standing = standingCodes(record, subjects.get(draw_id) ?? []);
    return (subjects.get(draw_id) ?? []).flatMap(({ code, subject_id }) =>
      standing.has(code) ? [{ ...facts, subjectId: subject_id }] : [],
    );
  });
  return [...own, ...(await externalSelections(db))].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

async function externalSelections(db: Db): Promise<EarlierSelection[]> {
  return (await standingExternals(db)).flatMap(({ id, registerNo, drawnAt, year, round, status, objects }) =>
    objects.map(({ subjectId }) => ({
      ...{ drawId: id, kind: 'external' as const, no: registerNo, on: dateOf(drawnAt), subjectId },
      ...{ year, roundId: round?.id ?? null, undispatched: status === 'registered' },
    })),
  );
}

/** The codes that the draw selected, with every reserve that has taken the place of one who left. */
function standingCodes(
  draw: LiveDraw,
  objects: readonly { readonly kind: 'selected' | 'reserve'; readonly code: string }[],
): ReadonlySet<string> {
  const codes = new Set(objects.filter(({ kind }) => kind === 'selected').map(({ code }) => code));
  const lines = ('amendments' in draw ? (draw.amendments ?? []) : []).flatMap(({ lines }) => lines);
  for (const line of lines) {
    if (line.kind !== 'substitution') continue;
    codes.delete(line.left.code);
    if (line.joined !== null) codes.add(line.joined.code);
  }
  return codes;
}

/** What the earlier draws of the bureau mean for the objects of this one. */
export interface DrawnFacts {
  readonly drawnThisRound: DrawnBefore | null;
  readonly drawnThisYear: DrawnBefore | null;
  readonly openTask: DrawnBefore | null;
}

/** `openInspections`: dispatched and not finished, by the draw that sent for them. */
export function drawnFactsOf(
  draw: Pick<LiveDraw, 'setup' | 'round'>,
  selections: readonly EarlierSelection[],
  openInspections: ReadonlyMap<SubjectId, DrawId>,
): (subjectId: SubjectId) => DrawnFacts {
  const roundId = draw.round?.id ?? null;
  const bySubject = Map.groupBy(selections, (one) => one.subjectId);
  const before = ({ kind, no, on }: EarlierSelection): DrawnBefore => ({ kind, no, on });
  return (subjectId) => {
    const own = bySubject.get(subjectId) ?? [];
    const last = (fits: (one: EarlierSelection) => boolean) => {
      const found = own.findLast(fits);
      return found === undefined ? null : before(found);
    };
    const sameYear = (one: EarlierSelection) => one.year === draw.setup.year;
    return {
      // A draw from before there were rounds belongs to none; then the round is the year, as it was.
      drawnThisRound: last((one) => one.roundId === roundId && (roundId !== null || sameYear(one))),
      drawnThisYear: last(sameYear),
      openTask: last((one) => one.undispatched || openInspections.get(subjectId) === one.drawId),
    };
  };
}

/** The eligible objects of every other draw that is frozen and not yet drawn. */
export async function pendingEntries(db: Db, draw: LiveDraw): Promise<PendingEntry[]> {
  return pendingOfBureau(db, { year: draw.setup.year, roundId: draw.round?.id ?? null }, draw.id);
}

/** Draws that are frozen and not drawn, or drawn and sealed: nobody may see yet whom they select. */
async function undecidedDraws(db: Db): Promise<readonly DrawId[]> {
  const rows = await db.db
    .selectFrom('draw')
    .select(['draw_id', 'status', 'state'])
    .where('bureau_id', '=', db.bureauId)
    .where('status', 'not in', ['preparing', 'voided'])
    .execute();
  return rows
    .filter(({ status, state }) => ['frozen', 'committed', 'collecting'].includes(status) || isSealed(state))
    .map(({ draw_id }) => draw_id);
}

/** The eligible objects of every draw but `except` that is frozen and not yet drawn, or sealed, compared with a year and a round. */
export async function pendingOfBureau(
  db: Db,
  { year: ownYear, roundId }: { readonly year: number; readonly roundId: RoundId | null },
  except?: DrawId,
): Promise<PendingEntry[]> {
  const undecided = (await undecidedDraws(db)).filter((drawId) => drawId !== except);
  if (undecided.length === 0) return [];
  const rows = await db.db
    .selectFrom('draw_roster as r')
    .innerJoin('draw as d', (join) =>
      join.onRef('d.bureau_id', '=', 'r.bureau_id').onRef('d.draw_id', '=', 'r.draw_id'),
    )
    .select(['d.draw_no', 'd.year', 'd.round_id', 'r.subject_id'])
    .where('r.bureau_id', '=', db.bureauId)
    .where('d.draw_id', 'in', undecided)
    .where('r.exclusion_reason', 'is', null)
    .orderBy('d.draw_no')
    .execute();
  return rows.map(({ draw_no, year, round_id, subject_id }) => ({
    drawNo: draw_no,
    subjectId: subject_id,
    sameRound: round_id === roundId,
    sameYear: year === ownYear,
  }));
}
