import { readingRoutes } from '@mingchou/contract';
import { useCommand } from '../../api/index.ts';
import type { ShownReading, Spot } from './shown-reading.ts';

/** What a person may do with a value or a draft of an open reading. */
export interface ReviewActs {
  readonly correct: (spot: Spot, text: string) => Promise<boolean>;
  /** One value, or all that wait in the draft. */
  readonly confirm: (draft: string, field: Spot['field'] | null) => Promise<boolean>;
  readonly take: (drafts: readonly string[]) => void;
  readonly pending: boolean;
  readonly refusal: ReturnType<typeof useCommand>['refusal'];
  readonly forget: () => void;
}

/** Commands of the review, each against the version that is shown. */
export function useReviewActs({ reading }: ShownReading, take: ReviewActs['take']): ReviewActs {
  const correct = useCommand(readingRoutes.correctValue);
  const confirm = useCommand(readingRoutes.confirmValues);
  const at = { readingId: reading.id, version: reading.version };
  const forget = () => {
    correct.forget();
    confirm.forget();
  };
  return {
    correct: async ({ draft, field }, text) => {
      confirm.forget();
      return (await correct.give({ ...at, draft, field, text })).ok;
    },
    confirm: async (draft, field) => {
      correct.forget();
      return (await confirm.give({ ...at, draft, field })).ok;
    },
    take,
    pending: correct.pending || confirm.pending,
    refusal: correct.refusal ?? confirm.refusal,
    forget,
  };
}
