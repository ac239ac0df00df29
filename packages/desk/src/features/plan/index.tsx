import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { planTodos } from './todos.ts';

export const planPages: readonly FeaturePage[] = [
  {
    path: '/plan',
    entry: '计划',
    title: '年度抽查计划',
    menu: 1,
    component: lazyPage(() => import('./plan-home.tsx').then((m) => m.PlanHome)),
  },
  {
    path: '/plan/new',
    entry: '计划',
    title: '新建年度抽查计划',
    component: lazyPage(() => import('./new-plan-page.tsx').then((m) => m.NewPlanPage)),
  },
  {
    path: '/plan/$planId',
    entry: '计划',
    title: '年度抽查计划',
    component: lazyPage(() => import('./plan-page.tsx').then((m) => m.PlanPage)),
  },
  {
    path: '/plan/$planId/head',
    entry: '计划',
    title: '修改标题与文号',
    component: lazyPage(() => import('./head-page.tsx').then((m) => m.HeadPage)),
  },
  {
    path: '/plan/$planId/row/$rowId',
    entry: '计划',
    title: '计划任务',
    component: lazyPage(() => import('./row-page.tsx').then((m) => m.RowPage)),
  },
  {
    path: '/plan/$planId/compare/$withId',
    entry: '计划',
    title: '计划版本对照',
    component: lazyPage(() => import('./compare-page.tsx').then((m) => m.ComparePage)),
  },
  {
    path: '/plan/$planId/approval',
    entry: '计划',
    title: '审批计划',
    component: lazyPage(() => import('./approval-page.tsx').then((m) => m.ApprovalPage)),
  },
];
