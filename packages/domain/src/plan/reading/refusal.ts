import type { Instant } from '../../time.ts';

/** Why a reading stays as it is. */
export type ReadingRefusal =
  | { readonly code: 'reading-not-found' }
  | { readonly code: 'reading-stale'; readonly changedBy: string; readonly changedAt: Instant }
  | { readonly code: 'reading-empty' }
  | { readonly code: 'reading-draft-gone' }
  | { readonly code: 'reading-plan-unnamed' }
  | { readonly code: 'reading-year-missing' }
  | { readonly code: 'reading-draft-taken'; readonly draft: string }
  | { readonly code: 'reading-value-open'; readonly draft: string; readonly fields: readonly string[] }
  | {
      readonly code: 'reading-value-unreadable';
      readonly draft: string;
      readonly field: string;
      readonly why: string;
    };
