import { drandChainOf } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import type { DrawSelection } from '../policy/index.ts';
import type { DrawId, TaskId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { actOf } from './act.ts';
import { entropyOfAll, sourceFindings } from './entropy.ts';
import type { DrawPrepared } from './event.ts';
import type { DrawRound } from './exclusion.ts';
import type { DesignFinding } from './finding.ts';
import { mustFindings } from './finding.ts';
import type { DrawRefusal } from './refusal.ts';
import type { DrawSetup, LotteryGame, RandomSource, SourceKind } from './setup.ts';
import type { LiveDraw } from './state.ts';

export interface WitnessName {
  readonly name: string;
  readonly organisation: string;
}

/** A source as the operator announces it; witnesses are named apart. */
export type AnnouncedSource =
  | { readonly kind: 'dice'; readonly digits: number }
  | { readonly kind: 'lottery'; readonly game: LotteryGame; readonly issue: string; readonly typist?: Role | undefined }
  | { readonly kind: 'drand'; readonly chain: string; readonly round: number };

export interface PrepareDraw {
  readonly drawId: DrawId;
  readonly taskId: TaskId;
  readonly taskStatus: string;
  /** The bureau's highest number so far, voided draws included; 0 before the first. */
  readonly lastDrawNo: number;
  /** C of the void draw of the same task, if one was voided after its commitment. */
  readonly replaces: string | null;
  /** The bureau's open round that holds the row's sectors. */
  readonly round: DrawRound | null;
  readonly setup: DrawSetup;
  /** What plan, policy and registry have against the design; left out: nothing. */
  readonly findings?: readonly DesignFinding[];
  /** What is announced beside the witnesses; dice with so many digits where nothing is said. */
  readonly announced: readonly AnnouncedSource[];
  /** Kinds that the bureau's policy allows. */
  readonly allowed: readonly SourceKind[];
  readonly leastWitnesses: number;
  readonly witnesses: readonly WitnessName[];
  readonly openAt: Instant;
  /** Why the draw is to be sealed; null for an open one. */
  readonly sealing: { readonly reason: string } | null;
  /** Kinds of tasks that the bureau's policy lets be sealed, and the kind of this one. */
  readonly sealable: readonly DrawSelection[];
  readonly selection: DrawSelection;
}

/** Prepares the next draw of the bureau: number, rules and who will bring randomness, before anything is frozen. */
export function prepareDraw(command: PrepareDraw, actor: Actor, now: Instant): Result<DrawPrepared, DrawRefusal> {
  const { setup, openAt } = command;
  if (!actor.roles.includes(setup.operatorRole))
    return refuse({ code: 'not-the-operator', operator: setup.operatorRole });
  if (command.taskStatus !== 'planned') return refuse({ code: 'task-not-ready', status: command.taskStatus });
  if (command.witnesses.length < command.leastWitnesses) {
    return refuse({ code: 'witnesses-too-few', least: command.leastWitnesses });
  }
  // 行政处罚法第四十二条: two inspectors a visit are a legal floor, no policy goes below.
  const seats = Math.min(...setup.strata.map((stratum) => stratum.seats.length));
  if (seats < 2) return refuse({ code: 'team-too-small', seats });
  if (setup.exclusion.drawnBefore === 'leaveThisRound' && command.round === null) {
    return refuse({ code: 'round-not-open', sectors: setup.filter.sectors });
  }
  if (openAt <= now) return refuse({ code: 'opening-not-in-future', openAt });

  const wrong = mustFindings(command.findings ?? []);
  if (wrong.length > 0) return refuse({ code: 'design-refused', findings: wrong });
  const unfit = refuseAnnounced(command);
  if (unfit !== undefined) return refuse(unfit);
  const sources = sourcesOf(command);
  const weak = refuseSealing(command) ?? refuseWeak(sources, openAt, command.sealing !== null);
  if (weak !== undefined) return refuse(weak);
  return ok({
    type: 'draw-prepared',
    drawId: command.drawId,
    taskId: command.taskId,
    drawNo: command.lastDrawNo + 1,
    replaces: command.replaces,
    round: command.round,
    setup,
    sources,
    openAt,
    ...(command.sealing === null ? {} : { sealing: command.sealing }),
    act: actOf(actor, now),
  });
}

function refuseAnnounced({ announced, allowed }: PrepareDraw): DrawRefusal | undefined {
  const foreign = announced.find(({ kind }) => !allowed.includes(kind));
  if (foreign !== undefined) return { code: 'source-not-allowed', kind: foreign.kind };
  // The same numbers counted twice would pretend to a strength that is not there.
  const names = announced.map((one) => (one.kind === 'lottery' ? `${one.game} ${one.issue}` : one.kind));
  const twice = announced.find((_, at) => names.indexOf(names[at] ?? '') !== at);
  if (twice !== undefined) return { code: 'source-twice', kind: twice.kind };
  const unlisted = announced.some((one) => one.kind === 'drand' && drandChainOf(one.chain) === undefined);
  return unlisted ? { code: 'drand-chain-unknown' } : undefined;
}

// mc-draw/1 §4 asks for one. Whoever sits in the hall knows the dice, so a single witness would know the whole seed.
const witnessesOfSealed = 2;

function refuseSealing({ sealing, sealable, selection, witnesses }: PrepareDraw): DrawRefusal | undefined {
  if (sealing === null) return undefined;
  if (!sealable.includes(selection)) return { code: 'sealing-not-allowed', selection };
  if (witnesses.length >= witnessesOfSealed) return undefined;
  return { code: 'sealed-needs-witnesses', least: witnessesOfSealed };
}

/** What mc-draw/1 §5 has against the sources with this opening. */
export function refuseWeak(
  sources: readonly RandomSource[],
  openAt: Instant,
  sealed: boolean,
): DrawRefusal | undefined {
  const [finding] = sourceFindings(sources, openAt, sealed ? 'sealed' : 'open');
  switch (finding?.code) {
    case 'nothing-after-commitment':
      return { code: 'nothing-after-commitment' };
    case 'drand-before-opening':
      return { code: 'drand-before-opening', round: finding.round, openAt };
    case 'sealed-without-witness':
      return { code: 'sealed-needs-witnesses', least: witnessesOfSealed };
    case undefined:
      return undefined;
    default: {
      const { total, withoutOne } = entropyOfAll(sources);
      return { code: 'entropy-too-small', milliBits: total, withoutOne };
    }
  }
}

/** In the order in which they come: dice and lottery, then the witnesses, drand last (mc-draw/1 §5). */
export function sourcesOf({
  announced,
  witnesses,
  setup,
}: {
  readonly announced: readonly AnnouncedSource[];
  readonly witnesses: readonly WitnessName[];
  readonly setup: Pick<DrawSetup, 'operatorRole'>;
}): RandomSource[] {
  const lotteries = announced.filter((one) => one.kind === 'lottery');
  return [
    ...announced.flatMap((one): RandomSource[] => (one.kind === 'dice' ? [{ ...one, by: 'hall' }] : [])),
    ...lotteries.map(
      ({ game, issue, typist }, index): RandomSource => ({
        kind: 'lottery',
        by: 'lottery',
        id: `L${index + 1}`,
        game,
        issue,
        typist: typist ?? setup.operatorRole,
      }),
    ),
    ...witnesses.map(
      ({ name, organisation }, index): RandomSource => ({
        kind: 'witness',
        by: `P${index + 1}`,
        id: `W${index + 1}`,
        name,
        organisation,
        sealed: null,
      }),
    ),
    ...announced.flatMap((one): RandomSource[] => (one.kind === 'drand' ? [{ ...one, by: 'drand' }] : [])),
  ];
}

/** Refusal when somebody other than the bureau's operator of draws gives the command, else undefined. */
export function refuseOthers(draw: LiveDraw, actor: Actor): DrawRefusal | undefined {
  const operator = draw.setup.operatorRole;
  return actor.roles.includes(operator) ? undefined : { code: 'not-the-operator', operator };
}
