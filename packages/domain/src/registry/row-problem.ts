import type { CalendarDate } from '../time.ts';

/** Why a row of a workbook cannot be imported; `column` is the key of the column to blame. */
export type RowProblem =
  | { readonly code: 'cell-missing'; readonly column: string }
  | {
      readonly code: 'choice-unknown';
      readonly column: string;
      readonly written: string;
      readonly choices: readonly string[];
    }
  | { readonly code: 'subject-unknown'; readonly column: string; readonly written: string }
  | { readonly code: 'code-length'; readonly column: string; readonly length: number }
  | { readonly code: 'code-character'; readonly column: string; readonly at: number; readonly character: string }
  | { readonly code: 'code-check-character'; readonly column: string; readonly expected: string }
  | { readonly code: 'code-form'; readonly column: string; readonly kind: string }
  | { readonly code: 'name-not-drawable'; readonly column: string }
  | { readonly code: 'region-form'; readonly column: string; readonly written: string }
  | { readonly code: 'location-form'; readonly column: string; readonly written: string }
  | { readonly code: 'industry-form'; readonly column: string; readonly written: string }
  | { readonly code: 'phone-form'; readonly column: string; readonly written: string }
  | { readonly code: 'identity-form'; readonly column: string }
  | { readonly code: 'certificate-form'; readonly column: string; readonly written: string }
  | { readonly code: 'date-unreadable'; readonly column: string; readonly written: string }
  | { readonly code: 'number-unreadable'; readonly column: string; readonly written: string }
  | { readonly code: 'status-incomplete'; readonly column: string }
  | { readonly code: 'status-date-in-future'; readonly column: string; readonly today: CalendarDate }
  | { readonly code: 'status-not-allowed'; readonly column: string }
  | { readonly code: 'duplicate-in-file'; readonly column: string; readonly firstRow: number };

/** What an officer should look at although the row can be imported. */
export type RowNote =
  | { readonly code: 'code-kept'; readonly column: string; readonly reason: string }
  | { readonly code: 'same-name-other-code'; readonly column: string; readonly otherCode: string }
  /** Perhaps one object under two codes; the officer decides. */
  | {
      readonly code: 'similar-object';
      readonly column: string;
      readonly by: 'name' | 'address';
      readonly otherName: string;
      readonly otherCode: string;
    }
  | { readonly code: 'certificate-expired'; readonly column: string; readonly expiresOn: CalendarDate };
