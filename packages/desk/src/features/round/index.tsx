import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const roundPages: readonly FeaturePage[] = [
  {
    path: '/round',
    entry: '抽签',
    title: '轮次',
    menu: 4,
    needs: 'list-rounds',
    component: lazyPage(() => import('./round-list.tsx').then((module) => module.RoundList)),
  },
];
