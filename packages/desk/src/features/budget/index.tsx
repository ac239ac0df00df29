import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { budgetTodos } from './todos.ts';

export const budgetPages: readonly FeaturePage[] = [
  {
    path: '/budget',
    entry: '计划',
    title: '工作日测算',
    menu: 2,
    needs: 'show-budget',
    component: lazyPage(() => import('./budget-page.tsx').then((m) => m.BudgetPage)),
  },
];
