import { parseTypedNumber } from '../../form/index.ts';

/** A cell for whole days or heads. Nothing typed is a figure that was not given. */
export function DayInput({
  label,
  value,
  wrong = false,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly wrong?: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <input
      className={wrong ? 'day-input wrong' : 'day-input'}
      inputMode="numeric"
      aria-label={label}
      aria-invalid={wrong || undefined}
      value={value ?? ''}
      onChange={(event) => {
        const typed = parseTypedNumber(event.target.value);
        if (event.target.value.trim() === '') onChange(null);
        else if (typed !== undefined && Number.isInteger(typed) && typed >= 0 && typed <= 999_999) onChange(typed);
      }}
    />
  );
}
