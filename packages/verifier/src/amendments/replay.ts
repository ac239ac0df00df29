import type { Suite } from '../hash/digest.ts';
import { digestHex } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import type { Course, Drawn } from './course.ts';
import { conflictingSeats, recuse, startOf, substitute } from './course.ts';
import type { Amendment } from './line.ts';
import { amendmentText, readAmendments } from './line.ts';

/** What an officer decides after the draw; who follows is computed. */
export type AmendmentRequest = { readonly at: string; readonly reasonCode: string; readonly approver: string } & (
  | { readonly kind: 'recusal'; readonly visit: string; readonly seat: number }
  | { readonly kind: 'substitution'; readonly id: string; readonly evidence: Hex | '' }
  | { readonly kind: 'void' }
);

export interface ReplayFault {
  readonly code:
    | 'malformed'
    | 'wrong-seq'
    | 'wrong-prev'
    | 'after-void'
    | 'recusal-missing'
    | 'nothing-there'
    | 'wrong-inspector'
    | 'wrong-substitute';
  /** From 1; one past the last line where a line is missing. */
  readonly line: number;
}

export type Replay =
  | { readonly ok: true; readonly course: Course; readonly count: number; readonly head: Hex }
  | { readonly ok: false; readonly fault: ReplayFault };

/** Applies amendments.jsonl line by line and checks that each is the one the protocol gives (mc-draw/1 §8). */
export function replay(suite: Suite, c: Hex, drawn: Drawn, amendmentsFile: Uint8Array): Replay {
  const lines = readAmendments(amendmentsFile);
  if (!lines.ok) return failed('malformed', lineNumber(lines.fault.at));
  let course = startOf(drawn);
  let head = c;
  let due: ReturnType<typeof conflictingSeats> = [];
  for (const [at, { amendment, text }] of lines.value.entries()) {
    const line = at + 1;
    if (amendment.seq !== line) return failed('wrong-seq', line);
    if (amendment.prev !== head) return failed('wrong-prev', line);
    if (course.voided) return failed('after-void', line);
    const answered =
      amendment.kind === 'recusal' &&
      due.some(({ visit, seat }) => visit === amendment.visit && seat === amendment.seat);
    if (due.length > 0 && !answered) return failed('recusal-missing', line);
    const step = follow(course, amendment);
    if (typeof step === 'string') return failed(step, line);
    course = step;
    head = digestHex(suite, text);
    due = conflictingSeats(course);
  }
  if (due.length > 0) return failed('recusal-missing', lines.value.length + 1);
  return { ok: true, course, count: lines.value.length, head };
}

/**
 * The lines that a request leads to: for a substitution also the recusals of seats that conflict with the newcomer.
 * `undefined` when there is nothing to amend: no such seat holder or subject, or the draw is void.
 */
export function linesFor(
  suite: Suite,
  from: { readonly course: Course; readonly count: number; readonly head: Hex },
  request: AmendmentRequest,
): readonly Amendment[] | undefined {
  const { at, reasonCode, approver } = request;
  const lines: Amendment[] = [];
  let { course, head } = from;
  const headOfNext = () => ({ seq: from.count + lines.length + 1, prev: head, at, reasonCode, approver });
  const add = (amendment: Amendment, next: Course) => {
    lines.push(amendment);
    head = digestHex(suite, amendmentText(amendment));
    course = next;
  };
  const addRecusal = (visit: string, seat: number, reason: string) => {
    const step = recuse(course, visit, seat);
    if (step === undefined) return;
    const { inspectorId, substitute: follower } = step;
    const head = { ...headOfNext(), reasonCode: reason };
    add({ ...head, kind: 'recusal', visit, seat, inspectorId, substitute: follower }, step.next);
  };
  if (course.voided) return undefined;
  if (request.kind === 'void') add({ ...headOfNext(), kind: 'void' }, { ...course, voided: true });
  if (request.kind === 'recusal') addRecusal(request.visit, request.seat, reasonCode);
  if (request.kind === 'substitution') {
    const step = substitute(course, request.id);
    if (step === undefined) return undefined;
    const { id, evidence } = request;
    add({ ...headOfNext(), kind: 'substitution', id, substitute: step.substitute, evidence }, step.next);
    for (const { visit, seat } of conflictingSeats(course)) addRecusal(visit, seat, 'conflict');
  }
  return lines.length === 0 ? undefined : lines;
}

function follow(course: Course, amendment: Amendment): Course | ReplayFault['code'] {
  if (amendment.kind === 'void') return { ...course, voided: true };
  if (amendment.kind === 'substitution') {
    const step = substitute(course, amendment.id);
    if (step === undefined) return 'nothing-there';
    return step.substitute === amendment.substitute ? step.next : 'wrong-substitute';
  }
  const step = recuse(course, amendment.visit, amendment.seat);
  if (step === undefined) return 'nothing-there';
  if (step.inspectorId !== amendment.inspectorId) return 'wrong-inspector';
  return step.substitute === amendment.substitute ? step.next : 'wrong-substitute';
}

function failed(code: ReplayFault['code'], line: number): Replay {
  return { ok: false, fault: { code, line } };
}

function lineNumber(at: string): number {
  return Number(/^line (\d+)/.exec(at)?.[1] ?? 1);
}
