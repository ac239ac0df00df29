import type { Deadline, Remaining, WorkingCalendar } from '../calendar/index.ts';
import { deadlineOf, remainingWorkdays, workdaysAfter } from '../calendar/index.ts';
import type { Clause, DisclosureChannel, PolicyProfile, StartEvent } from '../policy/index.ts';
import { resolvePolicy } from '../policy/index.ts';
import type { CalendarDate } from '../time.ts';
import { daysBetween } from '../time.ts';

/** The days that may start the count. */
export interface StartDays {
  /** 检查结束 */
  readonly endedOn: CalendarDate;
  /** The result was written down: 检查结果产生, and the information was formed (政府信息公开条例 §26). */
  readonly recordedOn: CalendarDate;
}

export interface DisclosureDeadline extends Deadline {
  readonly startEvent: StartEvent;
  readonly clause: Clause;
}

/** The start events in the words of the documents. */
export const startEventTerms: Readonly<Record<StartEvent, string>> = {
  'inspection-finished': '检查结束',
  'result-produced': '检查结果产生',
  'information-formed': '信息形成',
};

const startDay: Readonly<Record<StartEvent, keyof StartDays>> = {
  'inspection-finished': 'endedOn',
  'result-produced': 'recordedOn',
  'information-formed': 'recordedOn',
};

/**
 * 公示期限 of one inspection's result: `disclosure.normal.*` of the bureau's policy. It also holds for a result with
 * problems, which has a category of its own; what the penalty or the order adds is disclosed in its own time (GX-18).
 */
export function disclosureDeadline(
  profile: PolicyProfile,
  calendar: WorkingCalendar,
  days: StartDays,
): DisclosureDeadline {
  const { value: length, clause } = resolvePolicy(profile, 'disclosure.normal.deadline');
  const startEvent = resolvePolicy(profile, 'disclosure.normal.startEvent').value;
  const rollOver = resolvePolicy(profile, 'deadline.rollOver').value;
  return { ...deadlineOf(calendar, { event: days[startDay[startEvent]], length, rollOver }), startEvent, clause };
}

export interface ChannelDeadline {
  readonly channel: DisclosureChannel;
  readonly last: CalendarDate;
}

/** Each channel with its last day; one document may set 「5个工作日」 for one and 「5日」 for another (YS-05, YS-10). */
export function channelDeadlines(
  profile: PolicyProfile,
  calendar: WorkingCalendar,
  deadline: DisclosureDeadline,
): readonly ChannelDeadline[] {
  const rollOver = resolvePolicy(profile, 'deadline.rollOver').value;
  return resolvePolicy(profile, 'disclosure.channels').value.map((channel) => ({
    channel,
    last:
      channel.deadline === null
        ? deadline.last
        : deadlineOf(calendar, { event: deadline.event, length: channel.deadline, rollOver }).last,
  }));
}

/** The first day on which some channel would be late: what the queue is ordered by. */
export function strictestDay(deadline: DisclosureDeadline, channels: readonly ChannelDeadline[]): CalendarDate {
  return channels.reduce((first, { last }) => (last < first ? last : first), deadline.last);
}

/** Days used from the start event to a day, in the unit of the deadline; the day after the event is day 1. */
export function daysUsed(
  calendar: WorkingCalendar,
  deadline: Pick<Deadline, 'event' | 'length'>,
  on: CalendarDate,
): number {
  return deadline.length.unit === 'workday'
    ? workdaysAfter(calendar, deadline.event, on)
    : Math.max(0, daysBetween(deadline.event, on));
}

/** Order of the queue: overdue longest first, then by working days left. */
export function byUrgency(a: Remaining, b: Remaining): number {
  return weight(a) - weight(b);
}

function weight(remaining: Remaining): number {
  switch (remaining.kind) {
    case 'overdue':
      // Overdue by a weekend alone is 0 workdays and still later than today.
      return -1 - remaining.workdays;
    case 'today':
      return 0;
    case 'left':
      return remaining.workdays + 1;
  }
}

/** How a disclosed or waiting result stands on a day. */
export function standingOf(calendar: WorkingCalendar, today: CalendarDate, last: CalendarDate): Remaining {
  return remainingWorkdays(calendar, today, last);
}
