import { readingRoutes } from '@mingchou/contract';
import { useCommand } from '../../api/index.ts';
import type { ShownReading, Spot } from './shown-reading.ts';

/** What a person may do with a value or a draft of an open reading. */
export interface ReviewActs {
  readonly correct: (spot: Spot, text: string) => Promise<boolean>;
  /** One value, or all that wait in the draft. */
  readonly confirm: (draft: string, field: Spot['field'] | null) => Promise<boolean>;
  readonly take: (drafts: readonly string[]) => void;
  /** What a value of such a field looks like; undefined where any words will do. */
  readonly hintOf: (field: Spot['field']) => string | undefined;
  readonly pending: boolean;
  readonly refusal: ReturnType<typeof useCommand>['refusal'];
  readonly forget: () => void;
}

const hints: Partial<Readonly<Record<Spot['field'], string>>> = {
  ratio: '如20%、计划内100%、13家，可加「，每年至少1次」',
  window: '如2023年4月1日至2023年6月30日',
  items: '几个事项用分号隔开',
  partners: '几个部门用顿号隔开',
  methods: '几种方式用顿号隔开',
  contents: '每行一点',
  bases: '每行一条，法律名称加书名号',
};

/** Commands of the review, each against the version that is shown. */
export function useReviewActs({ reading, sectors }: ShownReading, take: ReviewActs['take']): ReviewActs {
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
    hintOf: (field) => (field === 'sectors' ? `本局规则有${sectors.join('、')}` : hints[field]),
    pending: correct.pending || confirm.pending,
    refusal: correct.refusal ?? confirm.refusal,
    forget,
  };
}
