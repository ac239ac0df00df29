import type { PortalAttempt, PortalCeremony, PortalDraw, PortalExternal } from '@mingchou/contract';
import type {
  Actor,
  BureauId,
  CalendarDate,
  DrawId,
  DrawPolicy,
  DrawSetup,
  DrawRound,
  FilterFacts,
  InspectionId,
  InspectorAtFreeze,
  InspectorId,
  Instant,
  PlanRowId,
  PublishedRound,
  Result,
  SectionId,
  SubjectId,
  TaskId,
  TaskOrder,
  TaskRefusal,
  TaskStatus,
  TaskStep,
  Fieldwork,
  Terms,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';

/** The bureau as its draws name it. */
export interface BureauFacts {
  readonly name: string;
  /** Code in commit.json; unique among bureaus. */
  readonly code: string;
  readonly slug: string;
}

/** In which sectors a draw looks for its objects; the filter itself is a rule of the domain. */
export interface Scope {
  readonly sectors: readonly string[];
  readonly year: number;
}

export interface SubjectNow extends FilterFacts {
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly standing: 'active' | 'closed' | 'suspended';
  readonly evidence: string | null;
}

/** A drawn task on its way out: its visits in the order in which their first objects were drawn. */
export interface DispatchedVisits {
  readonly taskId: TaskId;
  readonly drawId: DrawId;
  readonly drawNo: number;
  /** Set when `drawNo` is the register number of an external draw. */
  readonly drawKind?: 'external';
  readonly year: number;
  readonly taskName: string;
  readonly objects: string;
  readonly planRowNo: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly visits: readonly DispatchedVisit[];
}

/** One team going out: to one object, or to the objects of a batch. */
export interface DispatchedVisit {
  /** Place of its first object among the drawn, from 1. */
  readonly order: number;
  /** A batch's objects in the order in which they were dealt to it. */
  readonly subjects: readonly DispatchedSubject[];
  readonly seats: readonly { readonly seat: number; readonly inspectorId: InspectorId; readonly name: string }[];
}

export interface DispatchedSubject {
  readonly subjectId: SubjectId;
  readonly code: string;
  readonly name: string;
  readonly sector: string;
}

/** An inspection of the draw as it goes on; an alias of the inspections' own view of it. */
export interface VisitOfDraw {
  readonly inspectionId: InspectionId;
  readonly code: string;
  readonly name: string;
  readonly begun: { readonly by: string; readonly at: Instant } | null;
}

export interface PublicContent {
  readonly stem: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The signature that a chain has published for a round; throws when there is none yet. */
export type FetchDrandRound = (chain: string, round: number) => Promise<PublishedRound>;

/** What a draw needs of the other nouns. */
export interface DrawPorts {
  /** Rounds of the trial assignment; left out, as many as the pool's size allows. */
  readonly trialRounds?: number;
  /** Left out where the server has no network: then rounds are pasted. */
  readonly fetchDrandRound?: FetchDrandRound | undefined;
  readonly bureau: (db: Db, bureauId: BureauId) => Promise<BureauFacts>;
  /** What the rules say of the draws of a task, or of no task in particular. */
  readonly policy: (db: Db, taskId: TaskId | null) => Promise<DrawPolicy>;
  /** 本局用语. */
  readonly terms: (db: Db) => Promise<Terms>;
  readonly lockTask: (
    tx: Tx,
    taskId: TaskId,
  ) => Promise<
    { readonly task: { readonly status: TaskStatus; readonly order: TaskOrder }; readonly version: number } | undefined
  >;
  /** A task and what its plan row orders, to be read only. */
  readonly task: (db: Db, taskId: TaskId) => Promise<{ readonly id: TaskId; readonly order: TaskOrder } | undefined>;
  readonly sections: (db: Db) => Promise<readonly { readonly id: SectionId; readonly name: string }[]>;
  readonly takeTaskStep: (
    tx: Tx,
    actor: Pick<Actor, 'personId' | 'name'>,
    step: TaskStep,
  ) => Promise<Result<unknown, TaskRefusal>>;
  /** Titles of a plan row's items that the list does not publish now. */
  readonly unpublishedItems: (db: Db, planRowId: PlanRowId) => Promise<readonly string[]>;
  /** All objects of the sectors that stand in the registry, and those that have left it within the year. */
  readonly subjects: (db: Db, scope: Scope) => Promise<readonly SubjectNow[]>;
  /** Who is away on every day of the window is not available. */
  readonly inspectors: (db: Db, window: Pick<DrawSetup, 'from' | 'to'>) => Promise<readonly InspectorAtFreeze[]>;
  readonly conflicts: (
    db: Db,
  ) => Promise<readonly { readonly subjectId: SubjectId; readonly inspectorId: InspectorId }[]>;
  /** The open round that holds all these sectors, held open until the transaction ends. */
  /** The round that is open for these sectors, without holding it. */
  readonly openRound: (db: Db, sectors: readonly string[]) => Promise<DrawRound | undefined>;
  readonly holdOpenRound: (tx: Tx, sectors: readonly string[]) => Promise<DrawRound | undefined>;
  /** On which days each object was inspected in the year, whatever the reason of the visit. */
  readonly inspectionsInYear: (db: Db, year: number) => Promise<ReadonlyMap<SubjectId, readonly CalendarDate[]>>;
  /** Objects of dispatched draws whose inspection is not finished, with the draw that sent for them. */
  readonly openInspections: (db: Db) => Promise<ReadonlyMap<SubjectId, DrawId>>;
  /** How far the inspections of a draw have come. */
  readonly fieldworkOf: (db: Db, drawId: DrawId) => Promise<Fieldwork>;
  /** Makes the progress of a draw's visits public that its seal had kept back. */
  readonly publishProgressOf: (tx: Tx, drawId: DrawId) => Promise<void>;
  readonly createVisits: (tx: Tx, actor: Actor, dispatched: DispatchedVisits) => Promise<void>;
  /** The draw's inspections that still count, without those withdrawn; empty before the dispatch. */
  readonly visitsOfDraw: (db: Db, drawId: DrawId) => Promise<readonly VisitOfDraw[]>;
  /** The same, locked: nobody begins one of them until the transaction ends. */
  readonly lockVisits: (tx: Tx, drawId: DrawId) => Promise<readonly VisitOfDraw[]>;
  readonly changeTeam: (
    tx: Tx,
    actor: Actor,
    change: {
      readonly inspectionIds: readonly InspectionId[];
      readonly seat: number;
      readonly joined: { readonly inspectorId: InspectorId; readonly name: string } | null;
    },
  ) => Promise<void>;
  readonly replaceObject: (
    tx: Tx,
    actor: Actor,
    change: {
      readonly inspectionId: InspectionId;
      readonly entering: { readonly subjectId: SubjectId; readonly code: string; readonly name: string } | null;
      readonly reason: string;
    },
  ) => Promise<void>;
  readonly withdrawVisits: (
    tx: Tx,
    actor: Actor,
    about: { readonly drawId: DrawId; readonly reason: string },
  ) => Promise<void>;
  /** Names of those who decide, for the words 报告分管领导吕审. */
  readonly leaders: (db: Db) => Promise<readonly string[]>;
  /** Shows that a number was given, before anything else of the draw is public. */
  readonly publishAttempt: (tx: Tx, view: PortalAttempt) => Promise<void>;
  readonly publishExternalSnapshot: (tx: Tx, view: PortalExternal) => Promise<void>;
  /** The cells of the first sheet of a workbook or CSV as text; undefined when it cannot be read. */
  readonly readCells: (bytes: Uint8Array) => Promise<readonly (readonly string[])[] | undefined>;
  readonly publishDrawSnapshot: (tx: Tx, view: PortalDraw) => Promise<void>;
  readonly publishCeremony: (tx: Tx, view: PortalCeremony) => Promise<void>;
  /** Makes bytes public under a name of their own. */
  readonly publishFile: (tx: Tx, content: PublicContent) => Promise<NonNullable<PortalDraw['bundle']>>;
}

/** What the printed record needs of the house. */
export interface RecordPorts {
  /** The address under which the public reaches this house: the QR code leads there. */
  readonly publicUrl: string;
  /** Enterprises and people are made up; every page of paper says so. */
  readonly demonstration: boolean;
  /** The public snapshot of a draw; nothing when there is none. */
  readonly publicDraw: (
    slug: string,
    drawNo: number,
  ) => Promise<{ readonly bureau: string; readonly terms: Terms; readonly draw: PortalDraw } | undefined>;
}
