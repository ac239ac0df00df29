import { createContext, useContext } from 'react';
import type { Entry } from './feature-page.ts';

/**
 * One row of 今日 · 待办: something that waits for the signed-in person (or, with `others`, for somebody else).
 * A feature exports `planTodos: TodoSource`; `app/routes.tsx` lists it in `todoSources`.
 */
export interface Todo {
  readonly key: string;
  readonly urgency: 'overdue' | 'today' | 'soon' | 'later' | 'others';
  /** 已超1个工作日 · 今天到期 · 剩3个工作日; empty when there is no deadline. */
  readonly when: string;
  /** Sorts rows of the same urgency; `YYYY-MM-DD` or empty. */
  readonly dueOn: string;
  /** What it is about: 月字号加油站, 第2号抽签. */
  readonly subject: string;
  /** What is to be done, or whom it waits for: 补签字页, 待吕审审批. */
  readonly what: string;
  /** The button: verb (and noun). */
  readonly verb: string;
  /** Where the button leads, below `/desk`. */
  readonly to: string;
}

export interface TodoList {
  readonly rows: readonly Todo[];
  readonly loading: boolean;
  /** The list could not be read; 今日 says so instead of showing fewer rows. */
  readonly failed: boolean;
}

export interface TodoSource {
  /** The entry of the rail that carries the count. */
  readonly entry: Entry;
  /** A React hook; called on every page, so it asks one small query. */
  readonly useTodos: () => TodoList;
}

const urgencies = ['overdue', 'today', 'soon', 'later', 'others'] as const;

/** What is overdue first, then by the day it is due; what has no day comes after what has one. */
export function inOrderOfUrgency(rows: readonly Todo[]): readonly Todo[] {
  const keyOf = (row: Todo) => `${urgencies.indexOf(row.urgency)} ${row.dueOn === '' ? '9' : row.dueOn} ${row.key}`;
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The urgency and the words of a deadline that is `remaining` working days away. */
export function urgencyOf(remaining: number): Todo['urgency'] {
  if (remaining < 0) return 'overdue';
  if (remaining === 0) return 'today';
  return remaining === 1 ? 'soon' : 'later';
}

/** Everything that waits, from all features. */
export interface AllTodos {
  /** By urgency, 等别人 last. */
  readonly rows: readonly Todo[];
  /** What waits for me, by entry of the rail; 今日 holds all of it. */
  readonly waiting: Readonly<Partial<Record<Entry, readonly Todo[]>>>;
  readonly loading: boolean;
  readonly failed: boolean;
}

export const todosContext = createContext<AllTodos>({ rows: [], waiting: {}, loading: true, failed: false });

export function useTodos(): AllTodos {
  return useContext(todosContext);
}
