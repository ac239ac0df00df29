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
    path: '/policy/calendar',
    entry: '底册',
    title: '工作日历',
    menu: 7,
    component: lazyPage(() => import('./calendar-page.tsx').then((m) => m.CalendarPage)),
  },
];
