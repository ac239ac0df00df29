/** 依据 — where a rule stands. `verified: false` marks data from memory or an unread source; the page shows 「待核」. */
export interface Clause {
  /** The document, such as 「2022年抽查工作计划」 or 「《政府信息公开条例》」. */
  readonly source: string;
  /** The place in it, such as 「七（一）」 or 「第二十六条」. */
  readonly place: string;
  readonly text?: string;
  readonly verified: boolean;
}

/** A value with the clause that sets it. */
export interface Rule<T> {
  readonly value: T;
  readonly clause: Clause;
}

/** The name of a clause on a chip: 「2022年抽查工作计划 七（一）」. */
export function clauseTitle(clause: Clause): string {
  return `${clause.source} ${clause.place}`.trim();
}
