import type { PortalProgress } from '@mingchou/contract';
import type {
  Actor,
  CalendarDate,
  Checklist,
  DrawId,
  Inspection,
  InspectorId,
  OutcomeCategory,
  SubjectId,
  TaskId,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** What a draw hands over when its task is dispatched: its visits in the order in which their first objects were drawn. */
export interface DispatchedTask {
  readonly taskId: TaskId;
  readonly drawId: DrawId;
  readonly drawNo: number;
  /** Set when `drawNo` is the register number of an external draw. */
  readonly drawKind?: 'external' | undefined;
  readonly year: number;
  readonly taskName: string;
  readonly objects: string;
  readonly planRowNo: number;
  readonly to: CalendarDate;
  readonly visits: readonly {
    readonly order: number;
    /** One, or those of a batch: they share the team, and each has an inspection of its own. */
    readonly subjects: readonly {
      readonly subjectId: SubjectId;
      readonly code: string;
      readonly name: string;
      readonly naturalPerson?: boolean;
    }[];
    readonly seats: readonly { readonly seat: number; readonly inspectorId: InspectorId; readonly name: string }[];
  }[];
}

/** Where an inspection comes from. */
export interface InspectionOrigin {
  readonly taskId: TaskId;
  readonly drawId: DrawId;
  readonly drawNo: number;
  readonly drawKind?: 'external' | undefined;
  readonly year: number;
  readonly planRowNo: number;
  readonly place: number;
  readonly taskName: string;
}

/** What an inspection needs of the other nouns. */
export interface InspectionPorts {
  /** What the rules say of a task's inspections, or of no task in particular. */
  readonly policy: (
    db: Db,
    taskId: TaskId | null,
  ) => Promise<{ readonly categories: readonly OutcomeCategory[]; readonly minInspectors: number }>;
  /** 现场检查表: what the items of the task ask to look at, as published now. */
  readonly checklist: (db: Db, taskId: TaskId) => Promise<Checklist>;
  /** Numbers of the certificates, which the public may see beside the names. */
  readonly certificateNumbers: (
    db: Db,
    inspectors: readonly InspectorId[],
  ) => Promise<ReadonlyMap<InspectorId, string>>;
  /** Sealed draws of which this person must not be told whom they drew; on his own visits he works all the same. */
  readonly drawsClosedTo: (db: Db, actor: Actor) => Promise<readonly { readonly drawId: DrawId }[]>;
  readonly publishProgress: (tx: Tx, view: PortalProgress) => Promise<void>;
  /** Told at every step from the first record on; the deadline is reckoned there. */
  readonly resultChanged: (tx: Tx, inspection: Inspection, origin: InspectionOrigin) => Promise<void>;
  /** Called once, when the last inspection of a task is disclosed. */
  readonly finishTask: (tx: Tx, actor: Pick<Actor, 'personId' | 'name'>, taskId: TaskId) => Promise<void>;
}
