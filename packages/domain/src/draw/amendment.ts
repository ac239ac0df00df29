import type { InspectorId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { DrawAct } from './act.ts';

/** Why somebody may not go: 行政处罚法 §43, or the person can no longer go at all. */
export const recusalReasons = [
  'kin',
  'past-employment',
  'shareholding',
  'interest',
  'off-duty',
  'certificate',
] as const;
export type RecusalReason = (typeof recusalReasons)[number];

/** Why a drawn object is not inspected after all. */
export const substitutionReasons = ['closed', 'moved', 'not-found', 'suspended', 'out-of-scope'] as const;
export type SubstitutionReason = (typeof substitutionReasons)[number];

/** Who asks for a recusal: the inspector himself, the enterprise through the clerk, or the bureau of its own motion. */
export const recusalOrigins = ['self', 'enterprise', 'office'] as const;
export type RecusalOrigin = (typeof recusalOrigins)[number];

/** Which office decides (GX-11 分管领导; 行政处罚法 §43 行政机关负责人). */
export type RecusalDecider = 'head' | 'deputyDirector';

/** A person on a seat. `code` is the one of inspectors.csv. */
export interface SeatHolder {
  readonly inspectorId: InspectorId;
  readonly code: string;
  readonly name: string;
}

export interface NamedObject {
  readonly code: string;
  readonly name: string;
}

interface Asked {
  /** From 1, within the draw. */
  readonly no: number;
  readonly text: string;
  readonly applicant: DrawAct;
  readonly decided: { readonly approved: boolean; readonly text: string; readonly act: DrawAct } | null;
}

/** 申请回避 or 申请递补, with what became of it. */
export type AmendmentRequest =
  | (Asked & {
      readonly kind: 'recusal';
      readonly visit: string;
      readonly seat: number;
      readonly holder: SeatHolder;
      readonly origin: RecusalOrigin;
      readonly reason: RecusalReason;
    })
  | (Asked & {
      readonly kind: 'substitution';
      readonly object: NamedObject;
      readonly reason: SubstitutionReason;
      /** SHA-256 of the file that shows it. */
      readonly evidence: string;
    });

/** One line of amendments.jsonl as the desk tells it; who follows was computed, nobody chose (mc-draw/1 §8). */
export type AmendmentLine =
  | {
      readonly kind: 'recusal';
      readonly seq: number;
      readonly visit: string;
      readonly seat: number;
      readonly left: SeatHolder;
      /** Null: nobody may take the seat, it is vacant. */
      readonly joined: SeatHolder | null;
      readonly reasonCode: string;
    }
  | {
      readonly kind: 'substitution';
      readonly seq: number;
      readonly left: NamedObject;
      /** Null: no reserve is left that fits. */
      readonly joined: NamedObject | null;
      readonly reasonCode: string;
    };

/** An approval with its lines: more than one when a newcomer brings conflicts. */
export interface DrawAmendment {
  readonly request: number;
  readonly lines: readonly AmendmentLine[];
  readonly approver: DrawAct;
  readonly office: RecusalDecider;
}

/** What the leader decided about a seat nobody may take; a decision and no lot, and told so. */
export interface SeatDecision {
  readonly visit: string;
  readonly seat: number;
  readonly appointed: SeatHolder | null;
  readonly text: string;
  readonly act: DrawAct;
}

/** What a draw carries once it is amended; absent in draws that never were. */
export interface Amended {
  readonly requests?: readonly AmendmentRequest[];
  readonly amendments?: readonly DrawAmendment[];
  readonly seatDecisions?: readonly SeatDecision[];
}

/** A visit with the moment at which someone began it, if anyone did. */
export interface VisitNow {
  readonly visit: string;
  readonly objects: readonly NamedObject[];
  readonly seats: readonly { readonly seat: number; readonly holder: SeatHolder | null; readonly appointed: boolean }[];
  readonly begun: { readonly by: string; readonly at: Instant } | null;
}
