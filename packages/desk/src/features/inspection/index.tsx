import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { inspectionSearch } from './search.ts';
export { inspectionTodos } from './todos.ts';

export const inspectionPages: readonly FeaturePage[] = [
  {
    path: '/inspection',
    entry: '检查',
    title: '任务与检查',
    menu: 1,
    needs: 'list-inspections',
    component: lazyPage(() => import('./inspection-list.tsx').then((m) => m.InspectionList)),
  },
  {
    path: '/inspection/$inspectionId',
    entry: '检查',
    title: '一户检查',
    component: lazyPage(() => import('./inspection-page.tsx').then((m) => m.InspectionPage)),
  },
];
