import type { Terms } from '@mingchou/domain';
import { Button, Icon, useTerms } from '../../design/index.ts';
import { parseTypedNumber } from '../../form/index.ts';
import { emptyOf, fits, type Member, recordOf, type Shape } from './value-shape.ts';
import { memberTitle, optionTitle } from './value-words.ts';
import './value-editor.css';

interface EditorProps {
  readonly shape: Shape;
  /** The key, or the member that the value stands under: it decides the words. */
  readonly name: string;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** A form for any value of a policy key, as deep as its schema goes. */
export function ValueEditor(props: EditorProps) {
  const { shape } = props;
  switch (shape.kind) {
    case 'choice':
      return <Choice {...props} options={shape.options} />;
    case 'number':
    case 'text':
      return <Typed {...props} numeric={shape.kind === 'number'} />;
    case 'yes-no':
      return <Choice {...props} options={[true, false]} />;
    case 'list':
      return shape.of.kind === 'choice' ? (
        <Several {...props} options={shape.of.options} />
      ) : (
        <Rows {...props} of={shape.of} />
      );
    case 'group':
      return (
        <div className="value-group">
          {shape.members.map((member) => (
            <GroupMember key={member.name} {...props} member={member} />
          ))}
        </div>
      );
    case 'variants':
      return <Variants {...props} of={shape.of} />;
  }
}

function Choice(props: EditorProps & { readonly options: readonly (string | number | boolean | null)[] }) {
  const { options, name, label, value, onChange } = props;
  const terms = useTerms();
  const [only] = options;
  if (options.length === 1 && only !== undefined) return <span>{optionTitle(only, name, terms)}</span>;
  return (
    <select
      aria-label={label}
      value={options.findIndex((option) => option === value)}
      onChange={(event) => onChange(options[Number(event.target.value)])}
    >
      {options.map((option, index) => (
        <option key={String(option)} value={index}>
          {optionTitle(option, name, terms)}
        </option>
      ))}
    </select>
  );
}

function Typed({ numeric, label, value, onChange }: EditorProps & { readonly numeric: boolean }) {
  const read = (text: string) => onChange(numeric ? (parseTypedNumber(text) ?? text) : text);
  return (
    <input
      className={numeric ? 'number' : ''}
      inputMode={numeric ? 'decimal' : 'text'}
      autoComplete="off"
      aria-label={label}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      onChange={(event) => read(event.target.value)}
    />
  );
}

function Several(props: EditorProps & { readonly options: readonly (string | number | boolean | null)[] }) {
  const { options, name, value, onChange } = props;
  const terms = useTerms();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="choices abreast">
      {options.map((option) => (
        <label key={String(option)} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) =>
              onChange(options.filter((one) => (one === option ? event.target.checked : chosen.includes(one))))
            }
          />
          <span>{optionTitle(option, name, terms)}</span>
        </label>
      ))}
    </div>
  );
}

function Rows({ of, name, label, value, onChange }: EditorProps & { readonly of: Shape }) {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const put = (index: number, next: unknown) => onChange(rows.map((row, place) => (place === index ? next : row)));
  return (
    <div className="value-rows">
      {placed(rows).map(({ one: row, index, place }) => (
        <div key={place} className="value-row">
          <ValueEditor
            shape={of}
            name={name}
            label={`${label}第${index + 1}项`}
            value={row}
            onChange={(next) => put(index, next)}
          />
          <button
            type="button"
            className="value-remove"
            aria-label={`删去第${index + 1}项`}
            onClick={() => onChange(rows.filter((_, place) => place !== index))}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
      <Button look="small" onPress={() => onChange([...rows, emptyOf(of)])}>
        增加一项
      </Button>
    </div>
  );
}

function GroupMember({ member, value, onChange }: EditorProps & { readonly member: Member }) {
  const given = recordOf(value) ?? {};
  const title = memberTitle(member.name);
  return (
    <div className="value-member">
      <span className="value-title">{title}</span>
      <ValueEditor
        shape={member.shape}
        name={member.name}
        label={title}
        value={given[member.name]}
        onChange={(next) => onChange({ ...given, [member.name]: next })}
      />
    </div>
  );
}

/** Plain data have no name of their own: their place tells them apart, and nothing is kept of them outside the value. */
function placed<One>(
  list: readonly One[],
): readonly { readonly one: One; readonly index: number; readonly place: string }[] {
  return list.map((one, index) => ({ one, index, place: `第${index + 1}项` }));
}

/** First which kind, then what belongs to it. */
function Variants({ of, ...props }: EditorProps & { readonly of: readonly Shape[] }) {
  const terms = useTerms();
  const found = of.findIndex((shape) => fits(shape, props.value));
  const current = of[Math.max(found, 0)];
  return (
    <div className="value-variants">
      <select
        aria-label={`${props.label}种类`}
        value={Math.max(found, 0)}
        onChange={(event) => {
          const next = of[Number(event.target.value)];
          if (next !== undefined) props.onChange(emptyOf(next));
        }}
      >
        {placed(of).map(({ one: shape, index, place }) => (
          <option key={place} value={index}>
            {variantTitle(shape, props.name, terms)}
          </option>
        ))}
      </select>
      {current !== undefined && hasMore(current) && <ValueEditor {...props} shape={withoutKind(current)} />}
    </div>
  );
}

/** The choice above already says which kind it is. */
function withoutKind(shape: Shape): Shape {
  if (shape.kind !== 'group') return shape;
  return { ...shape, members: shape.members.filter((member) => !isFixed(member.shape)) };
}

function hasMore(shape: Shape): boolean {
  if (shape.kind === 'group') return shape.members.some((member) => !isFixed(member.shape));
  return !isFixed(shape);
}

function isFixed(shape: Shape): boolean {
  return shape.kind === 'choice' && shape.options.length === 1;
}

function variantTitle(shape: Shape, name: string, terms: Terms): string {
  if (shape.kind === 'choice') return shape.options.map((option) => optionTitle(option, name, terms)).join('、');
  if (shape.kind !== 'group') return '填写';
  const fixed = shape.members.find((member) => isFixed(member.shape));
  if (fixed?.shape.kind === 'choice') return optionTitle(fixed.shape.options[0] ?? null, fixed.name, terms);
  return shape.members.map((member) => memberTitle(member.name)).join('、');
}
