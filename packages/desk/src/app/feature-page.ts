import { type FunctionComponent, lazy } from 'react';

/** The seven words of the rail, in the order of the year; the last two stand below the hairline. */
export const entries = ['今日', '计划', '抽签', '检查', '公示', '底册', '统计'] as const;
export type Entry = (typeof entries)[number];

/**
 * One page of a feature. `desk/src/features/<noun>/index.tsx` exports them and `app/routes.tsx` composes them:
 *
 *     export const planPages: readonly FeaturePage[] = [
 *       { path: '/plan', entry: '计划', title: '年度抽查计划', menu: 1,
 *         component: lazyPage(() => import('./plan-list.tsx').then((m) => m.PlanList)) },
 *       { path: '/plan/$planId', entry: '计划', title: '抽查计划',
 *         component: lazyPage(() => import('./plan-page.tsx').then((m) => m.PlanPage)) },
 *     ];
 *
 * A page reads `$planId` with `usePathParams()` of `address/address.ts` and starts with `<PageHead>`.
 */
export interface FeaturePage {
  /** Below `/desk`; the first part is the noun; `$name` marks a part that varies. */
  readonly path: string;
  readonly entry: Entry;
  /** Names the thing, for the browser's tab and, with `menu`, for the tabs under the entry. */
  readonly title: string;
  /** Its place among the tabs of the entry; absent when the page is reached from another page only. */
  readonly menu?: number;
  /** A command or query of the permission table: who may not give it does not see the page in the menu. */
  readonly needs?: string;
  readonly component: FunctionComponent;
  /** `bare`: without rail and top bar (papers, the first set-up). */
  readonly frame?: 'desk' | 'bare';
  /** `true`: may be opened by a person without an account (a witness with his own link). */
  readonly open?: boolean;
}

/** A page's code is loaded when it is first opened, so that the first load stays small. */
export function lazyPage(load: () => Promise<FunctionComponent>): FunctionComponent {
  return lazy(async () => ({ default: await load() }));
}

/** The page whose path an address has; a written part counts more than a varying one: /plan/new is no plan's id. */
export function pageMatching<Page extends { readonly path: string }>(
  pages: readonly Page[],
  pathname: string,
): Page | undefined {
  const parts = partsOf(pathname);
  const matching = pages.filter((page) => {
    const own = partsOf(page.path);
    return own.length === parts.length && own.every((part, place) => part.startsWith('$') || part === parts[place]);
  });
  return [...matching].sort((a, b) => a.path.split('$').length - b.path.split('$').length)[0];
}

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}
