import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { exchangeTodos } from './todos.ts';

export const exchangePages: readonly FeaturePage[] = [
  {
    path: '/exchange/exports',
    entry: '底册',
    title: '导出记录',
    component: lazyPage(() => import('./exports-page.tsx').then((m) => m.ExportsPage)),
  },
  {
    path: '/exchange/$target',
    entry: '底册',
    title: '导入名录',
    component: lazyPage(() => import('./import-page.tsx').then((m) => m.ImportPage)),
  },
];
