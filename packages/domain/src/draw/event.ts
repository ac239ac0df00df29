import type { DrawId, TaskId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { AmendmentLine, AmendmentRequest, RecusalDecider, SeatDecision } from './amendment.ts';
import type { PreDrawCheck } from './checks.ts';
import type { DrawRound } from './exclusion.ts';
import type { ExclusionOverride } from './exclusion.ts';
import type { DrawSetup, RandomSource } from './setup.ts';
import type { DrawAct } from './act.ts';
import type { DrawResult, RosterFigures, Sealing, VoidReason } from './state.ts';

export interface DrawPrepared {
  readonly type: 'draw-prepared';
  readonly drawId: DrawId;
  readonly taskId: TaskId;
  readonly drawNo: number;
  readonly replaces: string | null;
  /** The open round it belongs to; null where the bureau keeps none. */
  readonly round: DrawRound | null;
  readonly setup: DrawSetup;
  readonly sources: readonly RandomSource[];
  readonly openAt: Instant;
  readonly sealing?: Sealing;
  readonly act: DrawAct;
}

export interface DrawRedesigned {
  readonly type: 'draw-redesigned';
  readonly drawId: DrawId;
  readonly setup: DrawSetup;
  readonly act: DrawAct;
}

export interface DesignOverrideApproved {
  readonly type: 'draw-override-approved';
  readonly drawId: DrawId;
  readonly act: DrawAct;
}

export interface DesignOverrideDeclined {
  readonly type: 'draw-override-declined';
  readonly drawId: DrawId;
  readonly text: string;
  readonly act: DrawAct;
}

export interface WitnessLinkIssued {
  readonly type: 'witness-link-issued';
  readonly drawId: DrawId;
  readonly witness: string;
  readonly act: DrawAct;
}

export interface WitnessSealed {
  readonly type: 'witness-sealed';
  readonly drawId: DrawId;
  readonly witness: string;
  readonly commitment: string;
  readonly at: Instant;
}

export interface OverrideRequested {
  readonly type: 'exclusion-override-requested';
  readonly drawId: DrawId;
  readonly override: Omit<ExclusionOverride, 'applicant' | 'decision'>;
  readonly act: DrawAct;
}

export interface OverrideApproved {
  readonly type: 'exclusion-override-approved';
  readonly drawId: DrawId;
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly act: DrawAct;
}

export interface OverrideDeclined {
  readonly type: 'exclusion-override-declined';
  readonly drawId: DrawId;
  readonly no: number;
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly act: DrawAct;
}

export interface RosterFrozen {
  readonly type: 'roster-frozen';
  readonly drawId: DrawId;
  readonly figures: RosterFigures;
  readonly checks: readonly PreDrawCheck[];
  readonly act: DrawAct;
}

export interface CommitmentPublished {
  readonly type: 'commitment-published';
  readonly drawId: DrawId;
  readonly c: string;
  readonly logIndex: number;
  readonly openAt: Instant;
  readonly act: DrawAct;
}

export interface DiceRecorded {
  readonly type: 'dice-recorded';
  readonly drawId: DrawId;
  readonly digits: string;
  readonly act: DrawAct;
}

export interface DiceConfirmed {
  readonly type: 'dice-confirmed';
  readonly drawId: DrawId;
  readonly act: DrawAct;
}

export interface LotteryRecorded {
  readonly type: 'lottery-recorded';
  readonly drawId: DrawId;
  readonly lottery: string;
  readonly numbers: string;
  readonly act: DrawAct;
}

export interface LotteryConfirmed {
  readonly type: 'lottery-confirmed';
  readonly drawId: DrawId;
  readonly lottery: string;
  readonly act: DrawAct;
}

export interface DrandRecorded {
  readonly type: 'drand-recorded';
  readonly drawId: DrawId;
  readonly signature: string;
  readonly at: Instant;
  /** Null when the server fetched it. */
  readonly pasted: DrawAct | null;
}

export interface WitnessRevealed {
  readonly type: 'witness-revealed';
  readonly drawId: DrawId;
  readonly witness: string;
  readonly value: string;
  readonly at: Instant;
}

export interface DrawCompleted {
  readonly type: 'draw-completed';
  readonly drawId: DrawId;
  readonly result: DrawResult;
  readonly act: DrawAct;
}

export interface VoidRequested {
  readonly type: 'draw-void-requested';
  readonly drawId: DrawId;
  readonly reason: VoidReason;
  readonly text: string;
  readonly act: DrawAct;
}

export interface VoidDeclined {
  readonly type: 'draw-void-declined';
  readonly drawId: DrawId;
  readonly text: string;
  readonly act: DrawAct;
}

export interface DrawVoided {
  readonly type: 'draw-voided';
  readonly drawId: DrawId;
  readonly act: DrawAct;
}

export interface DrawDispatched {
  readonly type: 'draw-dispatched';
  readonly drawId: DrawId;
  readonly visits: number;
  readonly act: DrawAct;
}

export interface AmendmentRequested {
  readonly type: 'amendment-requested';
  readonly drawId: DrawId;
  readonly request: AmendmentRequest;
}

export interface AmendmentDeclined {
  readonly type: 'amendment-declined';
  readonly drawId: DrawId;
  readonly request: number;
  readonly text: string;
  readonly act: DrawAct;
}

export interface DrawAmended {
  readonly type: 'draw-amended';
  readonly drawId: DrawId;
  readonly request: number;
  readonly lines: readonly AmendmentLine[];
  readonly office: RecusalDecider;
  readonly text: string;
  readonly act: DrawAct;
}

export interface SeatDecided {
  readonly type: 'seat-decided';
  readonly drawId: DrawId;
  readonly decision: SeatDecision;
}

export interface DrawUnsealed {
  readonly type: 'draw-unsealed';
  readonly drawId: DrawId;
  readonly early: string | null;
  readonly act: DrawAct;
}

/** 取走审计文件 — salts and conflicts left the house in somebody's hands. */
export interface AuditorsFileTaken {
  readonly type: 'auditors-file-taken';
  readonly drawId: DrawId;
  readonly name: string;
  /** SHA-256 of what was taken. */
  readonly hash: string;
  readonly act: DrawAct;
}

export type DrawEvent =
  | DrawPrepared
  | DrawRedesigned
  | DesignOverrideApproved
  | DesignOverrideDeclined
  | WitnessLinkIssued
  | WitnessSealed
  | OverrideRequested
  | OverrideApproved
  | OverrideDeclined
  | RosterFrozen
  | CommitmentPublished
  | DiceRecorded
  | DiceConfirmed
  | LotteryRecorded
  | LotteryConfirmed
  | DrandRecorded
  | WitnessRevealed
  | DrawCompleted
  | VoidRequested
  | VoidDeclined
  | DrawVoided
  | DrawDispatched
  | AmendmentRequested
  | AmendmentDeclined
  | DrawAmended
  | SeatDecided
  | DrawUnsealed;
