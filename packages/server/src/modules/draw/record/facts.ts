import type { Terms } from '@mingchou/domain';

/** What a 抽取记录 says, from whichever view it is printed: the desk's, for the archive, or the portal's, for everyone. */
export interface RecordFacts {
  /** The archive's copy names inspectors and excluded objects; the public one does not. */
  readonly copy: 'archive' | 'public';
  readonly demonstration: boolean;
  readonly bureau: string;
  /** 本局用语. */
  readonly terms: Terms;
  readonly year: number;
  readonly drawNo: number;
  readonly planRowNo: number | null;
  readonly taskName: string;
  readonly objects: string;
  readonly suite: 'sha256' | 'sm3';
  readonly counts: {
    readonly pool: number | null;
    readonly eligible: number | null;
    readonly selected: number;
    /** Null until the roster is frozen. */
    readonly reserves: number | null;
  };
  /** Seats of a team; null where the view does not say. */
  readonly seats: number | null;
  readonly strata: readonly RecordStratum[];
  readonly exclusions: readonly {
    readonly reason: string;
    readonly count: number;
    readonly names: readonly string[];
  }[];
  /** What was approved against the plan or the rules of exclusion, each a sentence. */
  readonly exceptions: readonly string[];
  /** 封存: until when, and why; null in an open draw. */
  readonly sealing: string | null;
  readonly frozenAt: string | null;
  readonly commitment: { readonly c: string; readonly at: string; readonly logIndex: number | null } | null;
  readonly sources: readonly RecordSource[];
  readonly drawn: { readonly at: string; readonly seed: string; readonly h: string | null } | null;
  readonly drawnObjects: readonly RecordObject[];
  readonly amendments: readonly { readonly at: string; readonly text: string; readonly approver: string }[];
  readonly voided: { readonly at: string; readonly reason: string; readonly approver: string } | null;
  /** Who signs, in the order of the fields. */
  readonly signers: readonly { readonly part: string; readonly name: string }[];
  /** The public page of the draw, behind the QR code. */
  readonly address: string;
}

export interface RecordStratum {
  readonly name: string;
  readonly eligible: number;
  readonly size: number;
  /** 全部检查: the draw settles the order only. */
  readonly full: boolean;
}

export interface RecordSource {
  readonly label: string;
  readonly kind: 'dice' | 'lottery' | 'witness' | 'drand';
  /** Null until it is there and confirmed. */
  readonly value: string | null;
  readonly at: string | null;
}

export interface RecordObject {
  readonly kind: 'selected' | 'reserve';
  readonly order: number;
  readonly name: string;
  readonly code: string;
  readonly ticket: string;
  /** Empty where nothing is stratified. */
  readonly stratum: string;
  /** Names of the team, a vacant seat in words; null in copies that do not say who goes where. */
  readonly team: string | null;
}
