interface Dated {
  readonly at: string;
}

/** Entries of the installation's public log (mc-draw/1 §4). No personal data: an approver stands as his role. */
export type LogEntry =
  | ({ readonly kind: 'commitment'; readonly bureau: string; readonly drawNo: number; readonly c: string } & Dated)
  | ({ readonly kind: 'result'; readonly c: string; readonly h: string } & Dated)
  | ({ readonly kind: 'amendment'; readonly c: string; readonly h: string } & Dated)
  | ({ readonly kind: 'void'; readonly c: string; readonly reasonCode: string; readonly approver: string } & Dated)
  /** The head of a bureau's audit chain, so that it cannot be rewritten before it either. */
  | ({ readonly kind: 'audit'; readonly bureau: string; readonly position: number; readonly h: string } & Dated);
