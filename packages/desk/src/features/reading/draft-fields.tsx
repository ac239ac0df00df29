import { draftFieldTerms, needsEye, valueStateTerms } from '@mingchou/domain';
import { type KeyboardEvent, useState } from 'react';
import { Button, RefusalNote, type StateKind, StateText } from '../../design/index.ts';
import type { ReviewActs } from './review-acts.ts';
import { openIn, type ShownDraft, type ShownField, type Spot } from './shown-reading.ts';

const looks: Readonly<Record<ShownField['state'], StateKind | undefined>> = {
  read: undefined,
  blank: undefined,
  repaired: 'soon',
  unsure: 'soon',
  missing: 'late',
  corrected: 'draft',
  confirmed: 'done',
};

interface DraftFieldsProps {
  readonly draft: ShownDraft;
  readonly spot: Spot;
  readonly onSpot: (spot: Spot) => void;
  /** Absent where nothing may be changed any more. */
  readonly acts: ReviewActs | undefined;
}

/** The values of one draft; the chosen one shows where it comes from and can be written anew. */
export function DraftFields({ draft, spot, onSpot, acts }: DraftFieldsProps) {
  const open = openIn(draft);
  const confirmable = draft.fields.some((field) => needsEye(field) && field.state !== 'missing');
  return (
    <div className="draft-fields">
      {draft.fields
        .filter((field) => acts !== undefined || field.text !== '')
        .map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            chosen={field.key === spot.field}
            onChoose={() => onSpot({ draft: draft.key, field: field.key })}
            spot={{ draft: draft.key, field: field.key }}
            acts={draft.kind === 'promise' ? undefined : acts}
          />
        ))}
      {acts !== undefined && draft.kind !== 'promise' && (
        <div className="buttons draft-answers">
          {confirmable && (
            <Button look="small" busy={acts.pending} onPress={() => void acts.confirm(draft.key, null)}>
              {`本项${open}处核对无误`}
            </Button>
          )}
          {draft.kind !== 'head' && open === 0 && (
            <Button look="small" onPress={() => acts.take([draft.key])}>
              {draft.kind === 'row' ? '列入这项任务' : '列入这个事项'}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

interface FieldRowProps {
  readonly field: ShownField;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly spot: Spot;
  readonly acts: ReviewActs | undefined;
}

function FieldRow({ field, chosen, onChoose, spot, acts }: FieldRowProps) {
  const look = looks[field.state];
  const name = draftFieldTerms[field.key];
  return (
    <div className={`read-field ${chosen ? 'chosen' : ''}`}>
      <button type="button" className="read-value" aria-pressed={chosen} onClick={onChoose}>
        <span className="read-name">{name}</span>
        <span className={field.text === '' ? 'read-text none' : 'read-text'}>
          {field.text === '' ? '（没有）' : field.text}
        </span>
        {look !== undefined && (
          <span className="read-state">
            <StateText kind={look}>{valueStateTerms[field.state]}</StateText>
          </span>
        )}
      </button>
      {chosen && (
        <div className="read-more">
          {field.reason !== null && <p className={needsEye(field) ? 'tone-soon' : 'second'}>{field.reason}</p>}
          {field.sources.length > 0 && (
            <p className="second">出处：{[...new Set(field.sources.map(({ place }) => place))].join('；')}</p>
          )}
          {acts !== undefined && <ValueEditor key={field.text} field={field} name={name} spot={spot} acts={acts} />}
        </div>
      )}
    </div>
  );
}

function ValueEditor({
  field,
  name,
  spot,
  acts,
}: {
  readonly field: ShownField;
  readonly name: string;
  readonly spot: Spot;
  readonly acts: ReviewActs;
}) {
  const [text, setText] = useState(field.text);
  const changed = text.trim() !== field.text;
  const many = field.text.includes('\n') || field.text.length > 60;
  const save = () => void acts.correct(spot, text);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || (many && !event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (changed) save();
    else if (needsEye(field)) void acts.confirm(spot.draft, spot.field);
  };
  const hint = acts.hintOf(field.key);
  const props = { 'aria-label': name, value: text, onKeyDown };
  return (
    <>
      {many ? (
        <textarea
          {...props}
          rows={Math.min(10, text.split('\n').length + 1)}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input {...props} onChange={(event) => setText(event.target.value)} />
      )}
      {hint !== undefined && <p className="hint second">{hint}</p>}
      <RefusalNote refusal={acts.refusal} />
      <div className="buttons">
        {changed ? (
          <Button look="small" busy={acts.pending} onPress={save}>
            {`改写${name}`}
          </Button>
        ) : (
          needsEye(field) &&
          field.state !== 'missing' && (
            <Button look="small" busy={acts.pending} onPress={() => void acts.confirm(spot.draft, spot.field)}>
              核对无误
            </Button>
          )
        )}
      </div>
    </>
  );
}
