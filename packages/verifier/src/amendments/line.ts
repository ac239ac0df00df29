import { canonicalText, readCanonical } from '../canonical/json.ts';
import { codePattern, hashPattern, idPattern, isTime } from '../canonical/pattern.ts';
import type { Reading } from '../canonical/reading.ts';
import { fault, read } from '../canonical/reading.ts';
import type { Shape } from '../canonical/shape.ts';
import { integer, matching, objectOf, oneOf } from '../canonical/shape.ts';
import type { Hex } from '../hash/hex.ts';
import { textOf, utf8 } from '../hash/utf8.ts';

interface Head {
  /** From 1. */
  readonly seq: number;
  /** H of the line before without its LF; of the first line C. */
  readonly prev: Hex;
  readonly at: string;
  readonly reasonCode: string;
  readonly approver: string;
}

/** One line of amendments.jsonl: what was changed after the draw, and who answers for it (mc-draw/1 §8). */
export type Amendment =
  | (Head & {
      readonly kind: 'recusal';
      readonly visit: string;
      readonly seat: number;
      readonly inspectorId: string;
      /** Empty when nobody may take the seat. */
      readonly substitute: string;
    })
  | (Head & {
      readonly kind: 'substitution';
      readonly id: string;
      /** Empty when no reserve is left that fits. */
      readonly substitute: string;
      readonly evidence: Hex | '';
    })
  | (Head & { readonly kind: 'void' });

const time: Shape<string> = (value, path) =>
  typeof value === 'string' && isTime(value) ? read(value) : fault('wrong-value', path);
const code = matching(codePattern);
const id = matching(idPattern);
const idOrNone: Shape<string> = (value, path) => (value === '' ? read('') : id(value, path));
const head = { seq: integer(1), prev: matching(hashPattern), at: time, reasonCode: code, approver: code };
const shapes = {
  recusal: objectOf({
    ...head,
    kind: oneOf('recusal'),
    visit: matching(/^[0-9A-Za-z._-]{1,64}$/),
    seat: integer(1),
    inspectorId: id,
    substitute: idOrNone,
  }),
  substitution: objectOf({
    ...head,
    kind: oneOf('substitution'),
    id,
    substitute: idOrNone,
    evidence: matching(/^(?:|[0-9a-f]{64})$/),
  }),
  void: objectOf({ ...head, kind: oneOf('void') }),
};

/** The amendments with the text of their lines, which the next `prev` hashes. */
export function readAmendments(
  bytes: Uint8Array,
): Reading<readonly { readonly amendment: Amendment; readonly text: string }[]> {
  const text = textOf(bytes);
  if (text === undefined) return fault('not-utf8', '');
  if (text === '') return read([]);
  if (!text.endsWith('\n')) return fault('no-final-newline', '');
  const lines: { readonly amendment: Amendment; readonly text: string }[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const at = `line ${lines.length + 1}`;
    const json = readCanonical(utf8(line));
    if (!json.ok) return fault(json.fault.code, at);
    const kind = typeof json.value === 'object' && json.value !== null && 'kind' in json.value ? json.value.kind : '';
    if (kind !== 'recusal' && kind !== 'substitution' && kind !== 'void') return fault('wrong-value', `${at}.kind`);
    const amendment: Reading<Amendment> = shapes[kind](json.value, at);
    if (!amendment.ok) return amendment;
    lines.push({ amendment: amendment.value, text: line });
  }
  return read(lines);
}

/** The line without its LF. */
export function amendmentText(amendment: Amendment): string {
  return canonicalText(amendment);
}
