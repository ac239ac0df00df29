import { accountPages } from '../features/account/index.tsx';
import { auditPages } from '../features/audit/index.tsx';
import { budgetPages, budgetTodos } from '../features/budget/index.tsx';
import { drawPages, drawSearch, drawTodos } from '../features/draw/index.tsx';
import { roundPages } from '../features/round/index.tsx';
import { taskPages } from '../features/task/index.tsx';
import { disclosurePages, disclosureTodos } from '../features/disclosure/index.tsx';
import { inspectionPages, inspectionSearch, inspectionTodos } from '../features/inspection/index.tsx';
import { exchangePages, exchangeTodos } from '../features/exchange/index.tsx';
import { registryPages, registrySearch, registryTodos } from '../features/registry/index.tsx';
import { cataloguePages } from '../features/catalogue/index.tsx';
import { planPages, planTodos } from '../features/plan/index.tsx';
import { readingPages } from '../features/reading/index.tsx';
import { policyPages } from '../features/policy/index.tsx';
import { type Entry, type FeaturePage, lazyPage, pageMatching } from './feature-page.ts';
import type { SearchSource } from './search-source.ts';
import type { TodoSource } from './todo.ts';

const todayPage: FeaturePage = {
  path: '/',
  entry: '今日',
  title: '今日',
  menu: 1,
  component: lazyPage(() => import('./today-page.tsx').then((m) => m.TodayPage)),
};

/** Opened once, before there is anybody who could sign in. */
const setUpPage: FeaturePage = {
  path: '/set-up',
  entry: '今日',
  title: '登记本局',
  open: true,
  frame: 'bare',
  component: lazyPage(() => import('./set-up-page.tsx').then((m) => m.SetUpPage)),
};

/**
 * The one place where features meet. A feature adds its line here:
 *
 *     import { planPages, planTodos } from '../features/plan/index.tsx';
 *     export const pages = [...planPages, …];
 *     export const todoSources = [planTodos, …];
 */
export const pages: readonly FeaturePage[] = [
  todayPage,
  setUpPage,
  ...drawPages,
  ...taskPages,
  ...roundPages,
  ...inspectionPages,
  ...disclosurePages,
  ...registryPages,
  ...exchangePages,
  ...planPages,
  ...readingPages,
  ...budgetPages,
  ...cataloguePages,
  ...policyPages,
  ...accountPages,
  ...auditPages,
];

/** What waits for the person, by feature; 今日 lists the rows and the rail shows the counts. */
export const todoSources: readonly TodoSource[] = [
  planTodos,
  budgetTodos,
  registryTodos,
  exchangeTodos,
  drawTodos,
  inspectionTodos,
  disclosureTodos,
];

/** What the search box of the top bar looks through, in this order. */
export const searchSources: readonly SearchSource[] = [registrySearch, inspectionSearch, drawSearch];

/** The pages of an entry of the rail that this person may open, in the order of the menu. */
export function menuOf(entry: Entry, may: (command: string) => boolean): readonly FeaturePage[] {
  return pages
    .filter((page) => page.entry === entry && page.menu !== undefined)
    .filter((page) => page.needs === undefined || may(page.needs))
    .sort((a, b) => (a.menu ?? 0) - (b.menu ?? 0));
}

/** The page at an address, with or without the base `/desk`. */
export function pageAt(pathname: string): FeaturePage | undefined {
  return pageMatching(pages, pathname.replace(/^\/desk(?=\/|$)/, ''));
}
