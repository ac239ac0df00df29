import type { SizeForm } from './design-form.ts';

const ways = [
  { value: 'count', label: '家' },
  { value: 'ratio', label: '%' },
] as const;
const rounds = [
  { value: 'ceil', label: '进一' },
  { value: 'halfUp', label: '四舍五入' },
  { value: 'floor', label: '舍去' },
] as const;

/** A number of households, or a percentage with its rounding. */
export function SizeInput({
  label,
  size,
  onChange,
}: {
  readonly label: string;
  readonly size: SizeForm;
  readonly onChange: (size: SizeForm) => void;
}) {
  const typed = size.way === 'count' ? size.count : size.percent;
  const type = (text: string) => onChange(size.way === 'count' ? { ...size, count: text } : { ...size, percent: text });
  return (
    <span className="size-input">
      <input
        className="number"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      <select
        aria-label={`${label}按家数还是按比例`}
        value={size.way}
        onChange={(event) => onChange({ ...size, way: event.target.value === 'count' ? 'count' : 'ratio' })}
      >
        {ways.map(({ value, label: word }) => (
          <option key={value} value={value}>
            {value === 'ratio' && size.percent.includes('/') ? '（分数）' : word}
          </option>
        ))}
      </select>
      {size.way === 'ratio' && (
        <select
          aria-label={`${label}取整`}
          value={size.round}
          onChange={(event) => {
            const round = rounds.find(({ value }) => value === event.target.value);
            if (round !== undefined) onChange({ ...size, round: round.value });
          }}
        >
          {rounds.map(({ value, label: word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
