import {
  amendmentReasonTitle,
  type DrawView,
  drandName,
  exclusionTitles,
  lotteryGames,
  overrideTitles,
  voidReasonTitles,
} from '@mingchou/contract';
import type { Amended, AmendmentLine, RosterEntry } from '@mingchou/domain';
import type { RecordFacts, RecordSource } from './facts.ts';
import { momentOnPaper } from './words.ts';

/** What the archive's copy says beyond the desk's view of the draw. */
export interface DeskSurroundings extends Pick<RecordFacts, 'bureau' | 'terms' | 'demonstration' | 'address'> {
  readonly pool: readonly RosterEntry[];
  readonly amended: Amended;
}

/** The archive's copy, with the excluded by name and who goes where. */
export function factsOfDesk(view: DrawView, around: DeskSurroundings): RecordFacts {
  const { bureau, terms, demonstration, address } = around;
  const { commitment, drawn, result, figures } = view;
  const strata = new Map(view.strata.map(({ code, name }) => [code, name]));
  return {
    ...{ bureau, terms, demonstration, address },
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
    exceptions: exceptionsOf(view),
    sealing: sealingText(view),
    frozenAt: view.frozen?.at ?? null,
    commitment: commitment === null ? null : { c: commitment.c, at: commitment.act.at, logIndex: commitment.logIndex },
    sources: view.sources.map(sourceOf),
    drawn: drawn === null || result === null ? null : { at: drawn.at, seed: result.seed, h: result.hash },
    drawnObjects: view.objectsDrawn.map((object) => ({
      ...object,
      stratum: view.strata.length > 1 ? (strata.get(object.stratum) ?? object.stratum) : '',
      team: object.kind === 'reserve' ? '' : teamOf(view, object.code),
    })),
    amendments: amendmentRows(around.amended),
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

/** What happened after the draw, with names: the archive keeps who left and who followed. */
export function amendmentRows({ amendments = [], seatDecisions = [] }: Amended): RecordFacts['amendments'] {
  const rows = amendments.flatMap(({ lines, approver }) =>
    lines.map((line) => ({ at: approver.at, approver: approver.name, text: lineText(line) })),
  );
  const decided = seatDecisions.map(({ visit, seat, appointed, act }) => ({
    at: act.at,
    approver: act.name,
    text: `${visit}席位${seat}：${appointed === null ? '领导决定不补人' : `领导指定${appointed.name}，不是抽出的`}`,
  }));
  return [...rows, ...decided].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function lineText(line: AmendmentLine): string {
  const reason = amendmentReasonTitle(line.reasonCode);
  if (line.kind === 'recusal') {
    const then = line.joined === null ? '没有人可接替，席位空缺' : `由签序下一位${line.joined.name}补上`;
    return `${line.visit}席位${line.seat}：${line.left.name}回避（${reason}），${then}`;
  }
  const then = line.joined === null ? '没有候补可用' : `由${line.joined.name}递补`;
  return `${line.left.name}不能检查（${reason}），${then}`;
}

function exceptionsOf({ override, overrides }: DrawView): string[] {
  const design =
    override === null
      ? []
      : [
          `抽签设计与计划不同：${override.reason}（${override.approved === null ? '待批准' : `${override.approved.name}批准`}）`,
        ];
  const exclusions = overrides.flatMap(({ kind, name, text, decision }) =>
    decision?.kind === 'approved' ? [`${overrideTitles[kind]}${name}：${text}（${decision.act.name}批准）`] : [],
  );
  return [...design, ...exclusions];
}

function sealingText({ sealing }: DrawView): string | null {
  if (sealing === null) return null;
  const { reason, unsealed } = sealing;
  return unsealed === null
    ? `${reason}；检查全部结束后开封，开封前本件不得外传`
    : `${reason}；${momentOnPaper(unsealed.act.at)}由${unsealed.act.name}开封`;
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
