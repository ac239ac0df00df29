import { Button } from '../design/button.tsx';
import { Empty } from '../design/waiting.tsx';
import type { TableState } from './table-state.ts';

/** A filter of the list query: chosen values stand as filled chips. `count` when the page knows it. */
export interface FilterChip {
  /** Field of the route's input. */
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly count?: number }[];
}

export function Chips({
  chips,
  chosen,
  onChoose,
}: {
  readonly chips: readonly FilterChip[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChoose: (key: string, value: string) => void;
}) {
  return chips.map((chip) => (
    <span key={chip.key} className="chips" role="group" aria-label={chip.label}>
      {chips.length > 1 && <span aria-hidden="true">{chip.label}</span>}
      {chip.options.map((option) => {
        const on = chosen[chip.key] === option.value;
        return (
          <button
            key={option.value}
            type="button"
            className="chip"
            aria-pressed={on}
            onClick={() => onChoose(chip.key, on ? '' : option.value)}
          >
            {option.label}
            {option.count !== undefined && <span>{option.count}</span>}
          </button>
        );
      })}
    </span>
  ));
}

/** 没有符合「已超期」的结果。[清空筛选] */
export function NothingFound({
  state,
  chips,
  onClear,
}: {
  readonly state: TableState;
  readonly chips: readonly FilterChip[];
  readonly onClear: () => void;
}) {
  const words = chips.flatMap((chip) =>
    chip.options.filter((option) => state.chosen[chip.key] === option.value).map((option) => option.label),
  );
  const all = state.search === '' ? words : [...words, state.search];
  return (
    <Empty
      action={
        <Button look="small" onPress={onClear}>
          清空筛选
        </Button>
      }
    >
      没有符合「{all.join('」「')}」的结果。
    </Empty>
  );
}
