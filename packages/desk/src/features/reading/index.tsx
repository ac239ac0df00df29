import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const readingPages: readonly FeaturePage[] = [
  {
    path: '/plan/reading',
    entry: '计划',
    title: '读入旧计划',
    menu: 3,
    needs: 'list-readings',
    component: lazyPage(() => import('./readings-page.tsx').then((m) => m.ReadingsPage)),
  },
  {
    path: '/plan/reading/$readingId',
    entry: '计划',
    title: '核对读入的计划',
    component: lazyPage(() => import('./reading-page.tsx').then((m) => m.ReadingPage)),
  },
];
