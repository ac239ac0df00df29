import type { Entry, FeaturePage } from './feature-page.ts';
import type { TodoSource } from './todo.ts';

/**
 * The one place where features meet. A feature adds its line here:
 *
 *     import { planPages, planTodos } from '../features/plan/index.tsx';
 *     export const pages = [...planPages, …];
 *     export const todoSources = [planTodos, …];
 */
export const pages: readonly FeaturePage[] = [];

/** What waits for the person, by feature; 今日 lists the rows and the rail shows the counts. */
export const todoSources: readonly TodoSource[] = [];

/** The tabs under an entry of the rail: its pages with a place in the menu. */
export function menuOf(entry: Entry): readonly FeaturePage[] {
  return pages
    .filter((page) => page.entry === entry && page.menu !== undefined)
    .sort((a, b) => (a.menu ?? 0) - (b.menu ?? 0));
}
