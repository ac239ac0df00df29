import type { InspectorId } from '../id.ts';
import { ok, refuse, type Result } from '../result.ts';
import { addDays, type CalendarDate } from '../time.ts';

/** 请假、外出: days on which an inspector who stays on duty cannot be sent; both days belong to it. */
export interface Leave {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: string;
}

/** Whose calendar it is. */
interface Holder {
  readonly id: InspectorId;
  readonly leaves: readonly Leave[];
}

export type LeaveRefusal =
  | { readonly code: 'leave-backwards' }
  | { readonly code: 'leave-overlaps'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly code: 'leave-reason-missing' }
  | { readonly code: 'leave-not-found' };

export interface LeaveRegistered {
  readonly type: 'inspector-leave-registered';
  readonly id: InspectorId;
  readonly leave: Leave;
}
export interface LeaveCancelled {
  readonly type: 'inspector-leave-cancelled';
  readonly id: InspectorId;
  readonly leave: Leave;
  readonly reason: string;
}

export function registerLeave(inspector: Holder, leave: Leave): Result<LeaveRegistered, LeaveRefusal> {
  const reason = leave.reason.trim();
  if (leave.to < leave.from) return refuse({ code: 'leave-backwards' });
  const other = inspector.leaves.find((one) => one.from <= leave.to && leave.from <= one.to);
  if (other !== undefined) return refuse({ code: 'leave-overlaps', from: other.from, to: other.to });
  if (reason === '') return refuse({ code: 'leave-reason-missing' });
  return ok({ type: 'inspector-leave-registered', id: inspector.id, leave: { ...leave, reason } });
}

/** 销假: the leave that begins on the day is taken off the calendar; the log keeps that it stood there. */
export function cancelLeave(
  inspector: Holder,
  from: CalendarDate,
  reason: string,
): Result<LeaveCancelled, LeaveRefusal> {
  const leave = inspector.leaves.find((one) => one.from === from);
  if (leave === undefined) return refuse({ code: 'leave-not-found' });
  if (reason.trim() === '') return refuse({ code: 'leave-reason-missing' });
  return ok({ type: 'inspector-leave-cancelled', id: inspector.id, leave, reason: reason.trim() });
}

export function leavesAfter(leaves: readonly Leave[], event: LeaveRegistered | LeaveCancelled): readonly Leave[] {
  const kept = leaves.filter(({ from }) => from !== event.leave.from);
  if (event.type === 'inspector-leave-cancelled') return kept;
  return [...kept, event.leave].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Whether no day of the window is left on which the person could go. Leaves that touch count as one. */
export function awayThroughout(
  leaves: readonly Pick<Leave, 'from' | 'to'>[],
  from: CalendarDate,
  to: CalendarDate,
): boolean {
  let open = from;
  for (const leave of [...leaves].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (leave.from <= open && leave.to >= open) open = addDays(leave.to, 1);
  }
  return open > to;
}
