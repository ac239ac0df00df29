import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { disclosureTodos } from './todos.ts';

export const disclosurePages: readonly FeaturePage[] = [
  {
    path: '/disclosure',
    entry: '公示',
    title: '待公示',
    menu: 1,
    needs: 'list-disclosures',
    component: lazyPage(() => import('./waiting-page.tsx').then((m) => m.WaitingPage)),
  },
  {
    path: '/disclosure/done',
    entry: '公示',
    title: '已公示',
    menu: 2,
    needs: 'list-disclosures',
    component: lazyPage(() => import('./done-page.tsx').then((m) => m.DonePage)),
  },
];
