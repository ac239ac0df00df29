import type { Instant } from '../time.ts';
import type { ExclusionReason } from './exclusion.ts';
import type { DesignFinding } from './finding.ts';
import type { LotteryGame, SourceKind } from './setup.ts';
import type { DrawStatus, VoidReason } from './state.ts';

/** Why a command about a draw was not carried out. */
export type DrawRefusal =
  | { readonly code: 'draw-not-found' }
  | { readonly code: 'task-not-ready'; readonly status: string }
  /** The bureau draws each object once a round, and no open round holds these sectors. */
  | { readonly code: 'round-not-open'; readonly sectors: readonly string[] }
  | { readonly code: 'pool-also-frozen'; readonly drawNo: number; readonly subjects: number }
  | { readonly code: 'overrides-undecided'; readonly names: readonly string[] }
  | { readonly code: 'subject-not-in-pool' }
  | { readonly code: 'subject-not-excluded'; readonly name: string }
  | { readonly code: 'subject-left-out'; readonly name: string }
  | { readonly code: 'subject-already-excluded'; readonly name: string; readonly reason: ExclusionReason }
  | { readonly code: 'exclusion-is-law'; readonly name: string; readonly reason: ExclusionReason }
  | { readonly code: 'ground-missing'; readonly name: string }
  | { readonly code: 'override-already-requested'; readonly name: string; readonly by: string }
  | { readonly code: 'override-not-found' }
  | { readonly code: 'override-already-decided'; readonly by: string; readonly at: Instant }
  | { readonly code: 'draw-in-other-state'; readonly status: DrawStatus }
  | { readonly code: 'stale'; readonly by: string; readonly at: Instant }
  | { readonly code: 'not-the-operator'; readonly operator: string }
  | { readonly code: 'witnesses-too-few'; readonly least: number }
  | { readonly code: 'entropy-too-small'; readonly milliBits: number; readonly withoutOne: number }
  | { readonly code: 'team-too-small'; readonly seats: number }
  | { readonly code: 'opening-not-in-future'; readonly openAt: Instant }
  | { readonly code: 'witness-not-found' }
  | { readonly code: 'witness-already-sealed'; readonly at: Instant }
  | { readonly code: 'witness-commitment-taken' }
  | { readonly code: 'roster-empty' }
  | { readonly code: 'pool-too-small'; readonly size: number; readonly eligible: number }
  | { readonly code: 'inspectors-too-few'; readonly found: number; readonly needed: number }
  | { readonly code: 'seats-left-vacant'; readonly seats: number }
  | { readonly code: 'witnesses-not-sealed'; readonly waiting: readonly string[] }
  | { readonly code: 'checks-failed'; readonly checks: readonly string[] }
  | { readonly code: 'earlier-draw-open'; readonly drawNo: number }
  | { readonly code: 'source-not-allowed'; readonly kind: SourceKind }
  | { readonly code: 'source-twice'; readonly kind: SourceKind }
  | { readonly code: 'nothing-after-commitment' }
  | { readonly code: 'drand-chain-unknown' }
  | { readonly code: 'drand-before-opening'; readonly round: number; readonly openAt: Instant }
  | { readonly code: 'lottery-not-found' }
  | { readonly code: 'not-the-typist'; readonly typist: string }
  | { readonly code: 'lottery-numbers-wrong'; readonly game: LotteryGame }
  | { readonly code: 'lottery-not-recorded'; readonly waiting: readonly string[] }
  | { readonly code: 'lottery-confirmed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'lottery-differs'; readonly position: number }
  | { readonly code: 'lottery-not-confirmed'; readonly waiting: readonly string[] }
  | { readonly code: 'lottery-typist'; readonly name: string }
  | { readonly code: 'drand-not-announced' }
  | { readonly code: 'drand-not-yet'; readonly round: number; readonly at: Instant }
  | { readonly code: 'drand-already-public'; readonly round: number; readonly at: Instant }
  | { readonly code: 'drand-signature-wrong'; readonly round: number }
  | { readonly code: 'drand-already-recorded'; readonly at: Instant }
  | { readonly code: 'drand-missing'; readonly round: number; readonly at: Instant }
  | { readonly code: 'too-early'; readonly openAt: Instant; readonly minutes: number }
  | { readonly code: 'dice-count'; readonly expected: number; readonly found: number }
  | { readonly code: 'dice-not-recorded' }
  | { readonly code: 'dice-confirmed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'same-person'; readonly name: string }
  | { readonly code: 'dice-differ'; readonly position: number }
  | { readonly code: 'dice-not-confirmed' }
  | { readonly code: 'witness-not-sealed' }
  | { readonly code: 'witness-already-revealed'; readonly at: Instant }
  | { readonly code: 'value-differs' }
  | { readonly code: 'reveals-missing'; readonly waiting: readonly string[] }
  | { readonly code: 'already-drawn'; readonly drawNo: number; readonly by: string; readonly at: Instant }
  | { readonly code: 'void-already-requested'; readonly by: string; readonly at: Instant }
  | { readonly code: 'void-not-requested' }
  | { readonly code: 'approver-is-applicant'; readonly name: string }
  | { readonly code: 'draw-dispatched'; readonly at: Instant }
  | { readonly code: 'already-voided'; readonly reason: VoidReason; readonly at: Instant }
  | { readonly code: 'visits-begun'; readonly subject: string; readonly at: Instant; readonly count: number }
  | { readonly code: 'seat-not-held' }
  | { readonly code: 'seat-by-decision' }
  | { readonly code: 'not-your-seat' }
  | { readonly code: 'visit-already-begun'; readonly at: Instant; readonly leaders: readonly string[] }
  | { readonly code: 'object-already-visited'; readonly at: Instant }
  | { readonly code: 'amendment-already-requested'; readonly by: string; readonly at: Instant }
  | { readonly code: 'object-not-drawn' }
  | { readonly code: 'seat-changed'; readonly name: string }
  | { readonly code: 'request-not-open' }
  | { readonly code: 'not-the-decider' }
  | { readonly code: 'approver-is-recused'; readonly name: string }
  | { readonly code: 'seat-not-vacant'; readonly name: string }
  | { readonly code: 'inspector-not-found' }
  | { readonly code: 'appointee-unfit'; readonly name: string; readonly why: Unfitness }
  | { readonly code: 'design-refused'; readonly findings: readonly DesignFinding[] }
  | { readonly code: 'override-not-approved' }
  | { readonly code: 'override-not-requested' }
  | { readonly code: 'filter-not-found' }
  | { readonly code: 'filter-name-taken'; readonly name: string }
  | { readonly code: 'sealing-not-allowed'; readonly selection: 'targeted' | 'nonTargeted' }
  | { readonly code: 'sealed-needs-witnesses'; readonly least: number }
  | { readonly code: 'draw-sealed' }
  | { readonly code: 'draw-not-sealed' }
  | { readonly code: 'already-unsealed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'visits-still-open'; readonly open: number }
  | { readonly code: 'unsealing-needs-reason'; readonly open: number }
  | { readonly code: 'file-not-found' }
  | { readonly code: 'file-for-auditors' }
  | { readonly code: 'items-withdrawn'; readonly titles: readonly string[] }
  | { readonly code: 'not-dispatchable'; readonly findings: readonly DispatchFinding[] };

/** What stands against sending a team out, found again on the day of the dispatch. */
export interface DispatchFinding {
  readonly kind: 'seat-vacant' | 'certificate-ended' | 'inspector-left' | 'conflict-since' | 'subject-not-active';
  readonly subject: string;
  readonly inspector: string | null;
}

export type Unfitness = 'off-duty' | 'certificate' | 'conflict' | 'on-the-team';
