import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const taskPages: readonly FeaturePage[] = [
  {
    path: '/task',
    entry: '抽签',
    title: '任务',
    menu: 2,
    needs: 'list-tasks',
    component: lazyPage(() => import('./task-list.tsx').then((module) => module.TaskList)),
  },
];
