import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { codePattern } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { read } from '../canonical/reading.ts';
import { hasField, integer, listOf, matching, objectOf, oneOf, recordOf } from '../canonical/shape.ts';
import type { Suite } from '../hash/digest.ts';
import type { Size } from './size.ts';
import { sizeShape } from './size.ts';

/** 抽查类别 of the pool that is drawn by itself, such as 煤矿. */
export interface Stratum {
  readonly code: string;
  readonly size: Size;
  /** 分批: its subjects are dealt into this many visits. */
  readonly batches?: number;
}

/** A share of the whole sample that a group of subjects must have at least, or at most. */
export interface Bound {
  readonly group: string;
  readonly min?: Size;
  readonly max?: Size;
}

/** One seat of a team: who may sit there. */
export interface Slot {
  readonly department?: string;
  readonly needs?: readonly string[];
}

/** rules.json (mc-draw/1 §3). */
export interface Rules {
  readonly v: 'mc-draw/1';
  readonly suite: Suite;
  readonly strata: readonly Stratum[];
  readonly quota?: { readonly bounds: readonly Bound[] };
  readonly reserve: Size;
  readonly assignment: {
    readonly balance: boolean;
    /** By stratum; `*` for those not named. */
    readonly slots: Readonly<Record<string, readonly Slot[]>>;
  };
}

const code = matching(codePattern);
const slotKey = /^(?:\*|-|[0-9A-Za-z][0-9A-Za-z._-]{0,31})$/;
const rulesShape = objectOf(
  {
    v: oneOf('mc-draw/1'),
    suite: oneOf('sha256', 'sm3'),
    strata: listOf(objectOf({ code, size: sizeShape }, { batches: integer(1, 1_000_000_000) })),
    reserve: sizeShape,
    assignment: objectOf({
      balance: oneOf(true, false),
      slots: recordOf(slotKey, listOf(objectOf({}, { department: code, needs: listOf(code) }))),
    }),
  },
  { quota: objectOf({ bounds: listOf(objectOf({ group: code }, { min: sizeShape, max: sizeShape })) }) },
);

/** The rules in rules.json if it is canonical and has exactly the fields of §3. */
export function readRules(bytes: Uint8Array): Reading<Rules> {
  const json = readCanonical(bytes);
  if (!json.ok) return json;
  const rules = rulesShape(json.value, '');
  if (!rules.ok) return rules;
  const { assignment } = rules.value;
  return read({ ...rules.value, assignment: { ...assignment, slots: Object.fromEntries(assignment.slots) } });
}

/** rules.json; throws on rules that `readRules` would not read. */
export function rulesBytes(rules: Rules): Uint8Array {
  const bytes = canonicalBytes(rules);
  const reading = readRules(bytes);
  if (!reading.ok) throw new Error(`no such rules: ${reading.fault.code} at ${reading.fault.at}`);
  return bytes;
}

/** The seats of a team in this stratum; empty when the rules forgot it. */
export function slotsOf(rules: Rules, stratum: string): readonly Slot[] {
  const { slots } = rules.assignment;
  const key = hasField(slots, stratum) ? stratum : '*';
  return hasField(slots, key) ? (slots[key] ?? []) : [];
}
