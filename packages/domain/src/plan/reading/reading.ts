import type { PlanId, ReadingId } from '../../id.ts';
import type { Result } from '../../result.ts';
import { ok, refuse } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { PlanDocument } from '../document/index.ts';
import { faultIn } from './accept.ts';
import type { Draft, DraftFieldKey, ReadingFacts } from './draft.ts';
import { draftFieldTerms, fieldOf, needsEye, openFields } from './draft.ts';
import type { ReadingRefusal } from './refusal.ts';

/** 列入: what became of a draft, and by whom. */
export interface Acceptance {
  readonly draft: string;
  readonly as: 'head' | 'row' | 'item';
  /** The plan, the plan's row, or the item that was made. */
  readonly id: string;
  readonly planId: PlanId | null;
  readonly at: Instant;
  readonly by: string;
}

/** 读入: a document that was read, its drafts as people have left them, and what was made of them. */
export interface PlanReading {
  readonly id: ReadingId;
  readonly fileName: string;
  readonly fileHash: string;
  readonly document: PlanDocument;
  readonly drafts: readonly Draft[];
  readonly accepted: readonly Acceptance[];
  readonly readAt: Instant;
  readonly readBy: string;
}

export type ReadingEvent =
  | {
      readonly type: 'document-read';
      readonly id: ReadingId;
      readonly fileName: string;
      readonly fileHash: string;
      readonly document: PlanDocument;
      readonly drafts: readonly Draft[];
      readonly at: Instant;
      readonly by: string;
    }
  | {
      readonly type: 'value-corrected';
      readonly draft: string;
      readonly field: DraftFieldKey;
      readonly from: string;
      readonly to: string;
    }
  | { readonly type: 'values-confirmed'; readonly draft: string; readonly fields: readonly DraftFieldKey[] }
  | { readonly type: 'drafts-accepted'; readonly accepted: readonly Acceptance[] };

type Decision = Result<ReadingEvent, ReadingRefusal>;

/** A document that says neither what to inspect nor whom is not kept. */
export function readDocument(input: Omit<Extract<ReadingEvent, { type: 'document-read' }>, 'type'>): Decision {
  const useful = input.drafts.some(({ kind }) => kind === 'row' || kind === 'item');
  return useful ? ok({ type: 'document-read', ...input }) : refuse({ code: 'reading-empty' });
}

/** Writes a value anew; what cannot be the field's value is refused with what it should look like. */
export function correctValue(
  reading: PlanReading,
  input: { readonly draft: string; readonly field: DraftFieldKey; readonly text: string },
  facts: ReadingFacts,
): Decision {
  const draft = openDraft(reading, input.draft);
  if (!draft.ok) return draft;
  const field = fieldOf(draft.value, input.field);
  if (field === undefined) return refuse({ code: 'reading-draft-gone' });
  const to = input.text.trim();
  const why = faultIn(draft.value, input.field, to, facts);
  if (why !== null) {
    const about = { draft: draft.value.title, field: draftFieldTerms[input.field] };
    return refuse({ code: 'reading-value-unreadable', ...about, why });
  }
  return ok({ type: 'value-corrected', draft: input.draft, field: input.field, from: field.text, to });
}

/** Lets the values that wait for an eye stand as read; what is missing cannot stand. */
export function confirmValues(
  reading: PlanReading,
  input: { readonly draft: string; readonly field: DraftFieldKey | null },
): Decision {
  const draft = openDraft(reading, input.draft);
  if (!draft.ok) return draft;
  const waiting = draft.value.fields.filter((field) => needsEye(field) && (input.field ?? field.key) === field.key);
  const lacking = waiting.filter(({ state }) => state === 'missing').map(({ key }) => draftFieldTerms[key]);
  if (lacking.length > 0 && (input.field !== null || lacking.length === waiting.length)) {
    return refuse({ code: 'reading-value-open', draft: draft.value.title, fields: lacking });
  }
  const fields = waiting.filter(({ state }) => state !== 'missing').map(({ key }) => key);
  return ok({ type: 'values-confirmed', draft: input.draft, fields });
}

/** The draft, unless it has become a row or an item already: then it is changed there. */
export function openDraft(reading: PlanReading, key: string): Result<Draft, ReadingRefusal> {
  const draft = reading.drafts.find((one) => one.key === key);
  if (draft === undefined) return refuse({ code: 'reading-draft-gone' });
  const taken = reading.accepted.some((one) => one.draft === key);
  return taken ? refuse({ code: 'reading-draft-taken', draft: draft.title }) : ok(draft);
}

export function evolveReading(reading: PlanReading | null, event: ReadingEvent): PlanReading {
  if (event.type === 'document-read') {
    const { type: _type, at, by, ...kept } = event;
    return { ...kept, accepted: [], readAt: at, readBy: by };
  }
  if (reading === null) throw new Error(`${event.type} without a reading`);
  if (event.type === 'drafts-accepted') return { ...reading, accepted: [...reading.accepted, ...event.accepted] };
  const drafts = reading.drafts.map((draft) => (draft.key === event.draft ? changed(draft, event) : draft));
  return { ...reading, drafts };
}

function changed(draft: Draft, event: Extract<ReadingEvent, { draft: string }>): Draft {
  const fields = draft.fields.map((field) => {
    if (event.type === 'values-confirmed') {
      return event.fields.includes(field.key) ? { ...field, state: 'confirmed' as const } : field;
    }
    if (field.key !== event.field) return field;
    return {
      ...field,
      text: event.to,
      state: event.to === field.text ? ('confirmed' as const) : ('corrected' as const),
    };
  });
  return { ...draft, fields };
}

/** Values that still wait for an eye in drafts that have not become anything. */
export function openOf(reading: PlanReading): number {
  const taken = new Set(reading.accepted.map(({ draft }) => draft));
  return openFields(reading.drafts.filter(({ key }) => !taken.has(key)));
}

/** Values that a person had to write himself. */
export function correctionsOf(reading: PlanReading): number {
  return reading.drafts.flatMap(({ fields }) => fields).filter(({ state }) => state === 'corrected').length;
}
