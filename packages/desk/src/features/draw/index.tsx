import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { drawTodos } from './draw-todos.ts';
export { drawSearch } from './search.ts';

export const drawPages: readonly FeaturePage[] = [
  {
    path: '/draw',
    entry: '抽签',
    title: '全部抽签',
    menu: 1,
    needs: 'list-draws',
    component: lazyPage(() => import('./draw-list.tsx').then((module) => module.DrawList)),
  },
  {
    path: '/teams',
    entry: '抽签',
    title: '组队与回避',
    menu: 5,
    needs: 'show-amendments',
    component: lazyPage(() => import('./amendments/teams-page.tsx').then((module) => module.TeamsPage)),
  },
  {
    path: '/substitutions',
    entry: '抽签',
    title: '递补',
    menu: 6,
    needs: 'show-amendments',
    component: lazyPage(() => import('./amendments/substitutions-page.tsx').then((module) => module.SubstitutionsPage)),
  },
  {
    path: '/draw/external',
    entry: '抽签',
    title: '外部抽取登记',
    menu: 7,
    needs: 'list-external-draws',
    component: lazyPage(() => import('./external-list.tsx').then((module) => module.ExternalList)),
  },
  {
    path: '/draw/external/$externalId',
    entry: '抽签',
    title: '外部抽取',
    component: lazyPage(() => import('./external-page.tsx').then((module) => module.ExternalPage)),
  },
  {
    path: '/draw/new/$taskId',
    entry: '抽签',
    title: '准备抽签',
    component: lazyPage(() => import('./prepare-page.tsx').then((module) => module.PreparePage)),
  },
  {
    path: '/draw/$drawId/design',
    entry: '抽签',
    title: '改设计',
    component: lazyPage(() => import('./redesign-page.tsx').then((module) => module.RedesignPage)),
  },
  {
    path: '/draw/$drawId',
    entry: '抽签',
    title: '抽签工作台',
    component: lazyPage(() => import('./draw-page.tsx').then((module) => module.DrawPage)),
  },
];
