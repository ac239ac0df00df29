import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const policyPages: readonly FeaturePage[] = [
  {
    path: '/policy',
    entry: '底册',
    title: '本局规则',
    menu: 6,
    component: lazyPage(() => import('./policy-page.tsx').then((m) => m.PolicyPage)),
  },
  {
    path: '/policy/change/$key',
    entry: '底册',
    title: '变更规则',
    needs: 'propose-policy-change',
    component: lazyPage(() => import('./change-page.tsx').then((m) => m.ChangePage)),
  },
  {
    path: '/policy/task/$taskId',
    entry: '抽签',
    title: '本任务的规则',
    component: lazyPage(() => import('./task-rules-page.tsx').then((m) => m.TaskRulesPage)),
  },
  {
    path: '/policy/history',
    entry: '底册',
    title: '本局规则的历史',
    component: lazyPage(() => import('./history-page.tsx').then((m) => m.HistoryPage)),
  },
  {
    path: '/policy/compare',
    entry: '底册',
    title: '规则对照',
    component: lazyPage(() => import('./compare-page.tsx').then((m) => m.ComparePage)),
  },
  {
    path: '/policy/calendar',
    entry: '底册',
    title: '工作日历',
    menu: 7,
    component: lazyPage(() => import('./calendar-page.tsx').then((m) => m.CalendarPage)),
  },
];
