import type { policyRoutes } from '@mingchou/contract';
import type {
  Actor,
  CalendarDate,
  PolicyProfile,
  PolicyRefusal,
  Result,
  TaskId,
  TaskProfile,
  WorkingCalendar,
} from '@mingchou/domain';
import {
  addDays,
  dateOf,
  dayOf,
  inForceOn,
  legalWorkdays,
  nationalCalendar,
  nationalProfile,
  ok,
  parseCalendarDate,
  profileForTask,
  refuse,
} from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { loadChanges } from './change-store.ts';
import { loadOverrides } from './override-store.ts';
import type { PolicyPorts } from './ports.ts';
import { loadProposals } from './proposal-store.ts';
import { loadPolicy, loadVersions } from './store.ts';

type Current = z.output<typeof policyRoutes.currentPolicy.reply>;
type History = z.input<typeof policyRoutes.policyHistory.reply>;
type TaskRulesReply = z.input<typeof policyRoutes.taskRules.reply>;
type Year = z.input<typeof policyRoutes.calendarYear.reply>;

/** The rules in force; before a bureau has adopted any, the national defaults. */
export async function policyOf(db: Db): Promise<PolicyProfile> {
  const stored = await loadPolicy(db);
  return stored?.profile ?? nationalProfile(dateOf(db.now));
}

/** The rules as they count for one task: the bureau's, and what was approved for this task. */
export async function policyOfTask(db: Db, taskId: TaskId): Promise<TaskProfile> {
  return profileForTask(await policyOf(db), await loadOverrides(db, taskId));
}

/** 本任务的规则 */
export async function taskRules(
  ports: PolicyPorts,
  db: Db,
  actor: Actor,
  taskId: TaskId,
): Promise<Result<TaskRulesReply, PolicyRefusal>> {
  const task = await ports.task(db, taskId);
  if (task === undefined) return refuse({ code: 'task-rule-not-found' });
  return ok({
    taskId,
    name: task.name,
    undrawn: task.status === 'planned',
    profile: await policyOf(db),
    rules: (await loadOverrides(db, taskId)).map(({ proposed, taskId: _, ...override }) => ({
      ...override,
      proposed: { name: proposed.name, at: proposed.at },
      mine: proposed.personId === actor.personId,
    })),
  });
}

/** The working calendar by which the bureau reckons. */
export function calendarOf(_db: Db): WorkingCalendar {
  return nationalCalendar;
}

export async function currentPolicy(db: Db): Promise<Result<Current, PolicyRefusal>> {
  const versions = await loadVersions(db);
  const stored = inForceOn(versions, dateOf(db.now));
  const latest = versions.at(-1);
  if (stored === undefined || latest === undefined) return refuse({ code: 'policy-not-adopted' });
  const { profile, unread, version, adoptedAt, adoptedBy } = stored;
  return ok({ profile, unread: [...unread], version, latest: latest.version, adoptedAt, adoptedBy });
}

/** Every version with its profile, the newest first, and every change proposed. */
export async function policyHistory(db: Db, actor: Actor): Promise<History> {
  const versions = await loadVersions(db);
  const today = dateOf(db.now);
  return {
    today,
    inForce: inForceOn(versions, today)?.version ?? null,
    versions: versions.map(({ policyId: _, unread, ...version }) => ({ ...version, unread: [...unread] })).reverse(),
    changes: (await loadChanges(db)).map(({ proposed, ...change }) => ({
      ...change,
      proposed: { name: proposed.name, at: proposed.at },
      mine: proposed.personId === actor.personId,
    })),
    proposals: (await loadProposals(db)).map(({ proposed, ...proposal }) => ({
      ...proposal,
      proposed: { name: proposed.name, at: proposed.at },
      mine: proposed.personId === actor.personId,
    })),
  };
}

export function calendarYear(calendar: WorkingCalendar, year: number): Year {
  const first = parseCalendarDate(`${year}-01-01`);
  if (first === undefined) throw new Error(`not a year: ${year}`);
  const days: ReturnType<typeof dayOf>[] = [];
  for (let date: CalendarDate = first; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    days.push(dayOf(calendar, date));
  }
  return {
    year,
    legalWorkdays: legalWorkdays(calendar, year),
    provisional: year > calendar.lastPublishedYear || year < calendar.firstYear,
    notices: [...(calendar.notices.get(year) ?? [])],
    days,
  };
}
