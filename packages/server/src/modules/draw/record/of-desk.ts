import { type DrawView, drandName, exclusionTitles, lotteryGames, voidReasonTitles } from '@mingchou/contract';
import type { RosterEntry } from '@mingchou/domain';
import type { Amendment } from '@mingchou/verifier';
import type { RecordFacts, RecordSource } from './facts.ts';

/** What the archive's copy says beyond the desk's view of the draw. */
export interface DeskSurroundings extends Pick<RecordFacts, 'bureau' | 'demonstration' | 'address'> {
  readonly pool: readonly RosterEntry[];
  readonly inspectors: readonly { readonly code: string; readonly name: string }[];
  readonly amendments: readonly Amendment[];
}

/** The archive's copy, with the excluded by name and who goes where. */
export function factsOfDesk(view: DrawView, around: DeskSurroundings): RecordFacts {
  const { bureau, demonstration, address } = around;
  const { commitment, drawn, result, figures } = view;
  const strata = new Map(view.strata.map(({ code, name }) => [code, name]));
  return {
    ...{ bureau, demonstration, address },
    copy: 'archive',
    year: view.year,
    drawNo: view.drawNo,
    planRowNo: view.planRowNo,
    taskName: view.taskName,
    objects: view.objects,
    suite: view.suite,
    counts: {
      pool: figures?.pool ?? null,
      eligible: figures?.eligible ?? null,
      selected: result?.selected ?? figures?.size ?? view.approvedCount,
      reserves: result?.reserves ?? figures?.reserve ?? null,
    },
    seats: seatsOf(view),
    strata: view.strata.flatMap(({ name, figures: found, full }) =>
      found === null ? [] : [{ name, eligible: found.eligible, size: found.size, full }],
    ),
    exclusions: exclusionsOf(view, around.pool),
    frozenAt: view.frozen?.at ?? null,
    commitment: commitment === null ? null : { c: commitment.c, at: commitment.act.at, logIndex: commitment.logIndex },
    sources: view.sources.map(sourceOf),
    drawn: drawn === null || result === null ? null : { at: drawn.at, seed: result.seed, h: result.hash },
    drawnObjects: view.objectsDrawn.map((object) => ({
      ...object,
      stratum: view.strata.length > 1 ? (strata.get(object.stratum) ?? object.stratum) : '',
      team: object.kind === 'reserve' ? '' : teamOf(view, object.code),
    })),
    amendments: around.amendments.flatMap((amendment) => amendmentLine(amendment, around)),
    voided: view.voided === null ? null : voidOf(view.voided),
    signers: signersOf(view),
  };
}

/** Null where the strata differ: then the rules file says it. */
function seatsOf({ strata }: DrawView): number | null {
  const [first, ...others] = strata.map(({ seats }) => seats.length);
  return first !== undefined && others.every((seats) => seats === first) ? first : null;
}

function exclusionsOf({ figures }: DrawView, pool: readonly RosterEntry[]): RecordFacts['exclusions'] {
  return (figures?.excluded ?? []).map(({ reason, count }) => ({
    reason: exclusionTitles[reason],
    count,
    names: pool.filter(({ exclusion }) => exclusion?.reason === reason).map(({ name }) => name),
  }));
}

function sourceOf({
  kind,
  name,
  digits,
  lottery,
  drand,
  value,
  recordedAt,
  confirmedAt,
}: DrawView['sources'][number]): RecordSource {
  const label = {
    dice: `骰子${digits ?? 0}位`,
    lottery: lottery === null ? '' : `${lotteryGames[lottery.game].name}第${lottery.issue}期`,
    witness: `见证人${name}`,
    drand: drand === null ? '' : `${drandName(drand.chain)}第${drand.round}轮`,
  }[kind];
  // Digits that nobody has confirmed are no number of the draw yet.
  const stands = kind === 'dice' || kind === 'lottery' ? confirmedAt !== null : true;
  return { label, kind, value: stands ? value : null, at: confirmedAt ?? recordedAt };
}

function teamOf({ teams }: DrawView, code: string): string {
  const seats = teams.find((team) => team.subjectCode === code)?.seats ?? [];
  return seats.map(({ inspector }) => inspector?.name ?? '空缺').join('、');
}

function amendmentLine(amendment: Amendment, { pool, inspectors }: DeskSurroundings): RecordFacts['amendments'] {
  const named = (rows: readonly { readonly code: string; readonly name: string }[], code: string) =>
    rows.find((row) => row.code === code)?.name ?? code;
  const { at, approver, reasonCode } = amendment;
  if (amendment.kind === 'recusal') {
    const { seat, inspectorId, substitute, visit } = amendment;
    const next = substitute === '' ? '无人可补，席位空缺' : `由${named(inspectors, substitute)}补上`;
    return [
      { at, approver, text: `${visit}席位${seat}：${named(inspectors, inspectorId)}回避（${reasonCode}），${next}` },
    ];
  }
  if (amendment.kind === 'substitution') {
    const { id, substitute } = amendment;
    const next = substitute === '' ? '没有候补可补' : `由${named(pool, substitute)}递补`;
    return [{ at, approver, text: `${named(pool, id)}不能检查（${reasonCode}），${next}` }];
  }
  return [];
}

function voidOf({ reason, text, approver }: NonNullable<DrawView['voided']>): RecordFacts['voided'] {
  return { at: approver.at, reason: `${voidReasonTitles[reason]}：${text}`, approver: approver.name };
}

function signersOf({ drawn, frozen, prepared, sources }: DrawView): RecordFacts['signers'] {
  const operator = (drawn ?? frozen ?? prepared).name;
  const confirmers = sources.flatMap(({ confirmedBy }) => (confirmedBy === null ? [] : [confirmedBy]));
  const witnesses = sources.filter(({ kind }) => kind === 'witness').map(({ name }) => ({ part: '见证人', name }));
  return [
    { part: '操作人', name: operator },
    ...[...new Set(confirmers)].map((name) => ({ part: '复核人', name })),
    ...witnesses,
  ];
}
