/** What is wrong with a file, and where: a path inside JSON (`strata.0.code`) or a line of CSV (`line 3`). */
export interface Fault {
  readonly code:
    | 'not-utf8'
    | 'not-json'
    | 'not-canonical'
    | 'too-deep'
    | 'wrong-value'
    | 'missing-field'
    | 'unknown-field'
    | 'no-final-newline'
    | 'wrong-field-count'
    | 'wrong-field'
    | 'not-sorted'
    | 'duplicate';
  readonly at: string;
}

/** The outcome of reading bytes that may come from anyone. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

export function fault(code: Fault['code'], at: string): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code, at } };
}
