import { type ComponentType, lazy } from 'react';

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
  readonly component: ComponentType;
  /** `bare`: without rail and top bar (the ceremony screen, papers). */
  readonly frame?: 'desk' | 'bare';
  /** `true`: may be opened by a person without an account (a witness with his own link). */
  readonly open?: boolean;
}

/** A page's code is loaded when it is first opened, so that the first load stays small. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
