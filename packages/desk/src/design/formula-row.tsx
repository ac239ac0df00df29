import type { ReactNode } from 'react';
import './formula-row.css';

interface FormulaRowProps {
  /** Lines of name and content: 底数 …, 取整 <RoundingChoice/>. The last may have an empty name (the reason with its clause). */
  readonly lines: readonly (readonly [name: string, content: ReactNode])[];
}

/** Calculation in place: opens under its row in a table (`unfold` of QueryTable, or a `<td colSpan>`). */
export function FormulaRow({ lines }: FormulaRowProps) {
  return (
    <dl className="formula-row">
      {lines.map(([name, content]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={name === '' ? 'second' : ''}>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Alternatives with their results: 进一，抽9家 ○ 四舍五入，抽8家 ○ 舍去，抽8家. `onChoose` absent: read only. */
export function ResultChoice({
  name,
  options,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly options: readonly {
    readonly key: string;
    readonly word: string;
    readonly result: number | string;
    readonly unit: string;
  }[];
  readonly chosen: string;
  readonly onChoose?: ((key: string) => void) | undefined;
}) {
  return (
    <span role="radiogroup" aria-label={name}>
      {options.map((option) => (
        <label key={option.key} className="result-choice">
          <input
            type="radio"
            name={name}
            checked={option.key === chosen}
            disabled={onChoose === undefined && option.key !== chosen}
            readOnly={onChoose === undefined}
            onChange={() => onChoose?.(option.key)}
          />
          {option.word}，抽<b>{option.result}</b>
          {option.unit}
        </label>
      ))}
    </span>
  );
}

/** Twelve small squares: the months of the plan; `warned` for months before the plan was issued. */
export function MonthBar({
  from,
  to,
  warned = [],
}: {
  readonly from: number;
  readonly to: number;
  readonly warned?: readonly number[];
}) {
  return (
    <span className="month-bar" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => (
        <i key={month} className={warned.includes(month) ? 'warned' : month >= from && month <= to ? 'filled' : ''} />
      ))}
    </span>
  );
}
