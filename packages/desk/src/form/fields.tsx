import type { ReactNode } from 'react';
import { Icon } from '../design/icon.tsx';
import { useSay } from '../design/words.tsx';
import { useField } from './form-context.ts';
import { halfWidth, normalizeTypedCode, normalizeTypedDate, parseTypedNumber } from './typed-text.ts';

interface FieldProps {
  /** Key of the route's input. */
  readonly name: string;
  readonly label: string;
  /** Below the label's control: what to type, where it comes from. */
  readonly hint?: ReactNode;
  /** Everything is required unless it says （选填）. */
  readonly optional?: boolean;
}

/** Label above, control, hint below, error below with icon; for a control of your own inside a `CommandForm`. */
export function Field({ name, label, hint, optional, children }: FieldProps & { readonly children: ReactNode }) {
  const say = useSay();
  const { id, error } = useField(name);
  return (
    <div className={`field ${error === undefined ? '' : 'wrong'}`}>
      <label htmlFor={id}>
        {say(label)}
        {optional === true && <span className="hint">（选填）</span>}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

function FieldNotes({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}) {
  const say = useSay();
  return (
    <>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {typeof hint === 'string' ? say(hint) : hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="octagon" /> {error}
        </p>
      )}
    </>
  );
}

/** What ties a control to its hint and error for a screen reader. */
function described(id: string, hint: ReactNode, error: string | undefined) {
  const by = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return { id, 'aria-invalid': error !== undefined || undefined, 'aria-describedby': by === '' ? undefined : by };
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const readText = (value: unknown) => (typeof value === 'string' ? value.trim() : value);
const readCode = (value: unknown) => (typeof value === 'string' ? normalizeTypedCode(value) : value);
const readDate = (value: unknown) => (typeof value === 'string' ? normalizeTypedDate(value) : value);
const readNumber = (value: unknown) =>
  typeof value === 'string' ? (parseTypedNumber(value) ?? halfWidth(value).trim()) : value;
/** A password is taken as it was typed. */
const readAsTyped = (value: unknown) => value;

interface TextFieldProps extends FieldProps {
  readonly width?: number;
  readonly maxLength?: number;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  /** `code`: upper case without spaces (credit codes, certificate numbers). */
  readonly kind?: 'text' | 'code';
}

export function TextField({
  width,
  maxLength,
  type = 'text',
  autoComplete = 'off',
  kind = 'text',
  ...field
}: TextFieldProps) {
  const reading = type === 'password' ? readAsTyped : kind === 'code' ? readCode : readText;
  const { id, value, set, error, settle } = useField(field.name, reading);
  return (
    <Field {...field}>
      <input
        {...described(id, field.hint, error)}
        className={kind === 'code' ? 'mono' : ''}
        type={type}
        autoComplete={autoComplete}
        maxLength={maxLength}
        style={width === undefined ? {} : { width }}
        value={textOf(value)}
        onChange={(event) => set(event.target.value)}
        onBlur={settle}
      />
    </Field>
  );
}

export function LongTextField({
  rows = 4,
  maxLength,
  ...field
}: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  const { id, value, set, error, settle } = useField(field.name, readText);
  return (
    <Field {...field}>
      <textarea
        {...described(id, field.hint, error)}
        rows={rows}
        maxLength={maxLength}
        value={textOf(value)}
        onChange={(event) => set(event.target.value)}
        onBlur={settle}
      />
    </Field>
  );
}

/** A number with its unit behind the field; full-width digits and thousands' commas are accepted. */
export function NumberField({ unit, ...field }: FieldProps & { readonly unit?: string }) {
  const { id, value, set, error, settle } = useField(field.name, readNumber);
  return (
    <Field {...field}>
      <span className="with-unit">
        <input
          {...described(id, field.hint, error)}
          className="number"
          inputMode="decimal"
          autoComplete="off"
          value={textOf(value)}
          onChange={(event) => set(event.target.value)}
          onBlur={settle}
        />
        {unit}
      </span>
    </Field>
  );
}

/** A day: typed as 20220406 or 2022年4月6日, or picked from the browser's calendar. */
export function DateField(field: FieldProps) {
  const { id, value, set, error, settle } = useField(field.name, readDate);
  const text = textOf(value);
  return (
    <Field {...field}>
      <span className="with-unit">
        <input
          {...described(id, field.hint, error)}
          className="date"
          inputMode="numeric"
          autoComplete="off"
          placeholder="如2022-04-06"
          value={text}
          onChange={(event) => set(event.target.value)}
          onBlur={settle}
        />
        <input
          type="date"
          className="date-picker"
          tabIndex={-1}
          aria-label={`从日历选择${field.label}`}
          value={/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''}
          onChange={(event) => set(event.target.value)}
        />
      </span>
    </Field>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Short words without hints stand abreast, so that a long form stays short. */
function layout(options: readonly Option[]): string {
  const short = options.every(({ label, hint }) => hint === undefined && label.length <= 8);
  return short && options.length <= 5 ? 'choices abreast' : 'choices';
}

/** Up to seven choices; more are a `SelectField`. */
export function RadioField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const say = useSay();
  const { id, value, set, error } = useField(field.name);
  return (
    <fieldset
      className={`field ${error === undefined ? '' : 'wrong'}`}
      id={id}
      aria-describedby={described(id, field.hint, error)['aria-describedby']}
    >
      <legend>
        {say(field.label)}
        {field.optional === true && <span className="hint">（选填）</span>}
      </legend>
      <div className={layout(options)}>
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={id} checked={value === option.value} onChange={() => set(option.value)} />
            <span>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={field.hint} error={error} />
    </fieldset>
  );
}

/** Several of a list; the value is a list of the options' values. */
export function ChecksField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const say = useSay();
  const { id, value, set, error } = useField(field.name);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset
      className={`field ${error === undefined ? '' : 'wrong'}`}
      id={id}
      aria-describedby={described(id, field.hint, error)['aria-describedby']}
    >
      <legend>
        {say(field.label)}
        {field.optional === true && <span className="hint">（选填）</span>}
      </legend>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              set(event.target.checked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))
            }
          />
          <span>
            {option.label}
            {option.hint !== undefined && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
      <FieldNotes id={id} hint={field.hint} error={error} />
    </fieldset>
  );
}

export function SelectField({ options, ...field }: FieldProps & { readonly options: readonly Option[] }) {
  const { id, value, set, error } = useField(field.name);
  return (
    <Field {...field}>
      <select {...described(id, field.hint, error)} value={textOf(value)} onChange={(event) => set(event.target.value)}>
        <option value="">请选择</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
