import type { Actor, InspectionId, PolicyProfile } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** What a disclosure needs of the other nouns. */
export interface DisclosurePorts {
  /** 本局规则 in force. */
  readonly policy: (db: Db) => Promise<PolicyProfile>;
  /** Sealed draws of which this person must not be told whom they drew. */
  readonly drawsClosedTo: (db: Db, actor: Actor) => Promise<readonly { readonly drawNo: number }[]>;
  /** Locks the inspection: it is locked before its disclosure, here as in its own commands. */
  readonly lockInspection: (tx: Tx, inspectionId: InspectionId) => Promise<void>;
  /** Moves the inspection to 已公示 in the same transaction. */
  readonly closeInspection: (tx: Tx, actor: Actor, inspectionId: InspectionId) => Promise<void>;
}

/** Where a result comes from, as the inspection's module tells it. */
export interface ResultOrigin {
  readonly drawNo: number;
  /** Set when `drawNo` is the register number of an external draw. */
  readonly drawKind?: 'external' | undefined;
  readonly year: number;
  readonly planRowNo: number;
  readonly place: number;
  readonly taskName: string;
}
