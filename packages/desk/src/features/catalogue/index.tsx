import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const cataloguePages: readonly FeaturePage[] = [
  {
    path: '/catalogue',
    entry: '底册',
    title: '抽查事项清单',
    menu: 4,
    component: lazyPage(() => import('./items-page.tsx').then((m) => m.ItemsPage)),
  },
  {
    path: '/catalogue/new',
    entry: '底册',
    title: '增加抽查事项',
    component: lazyPage(() => import('./item-form-page.tsx').then((m) => m.ItemFormPage)),
  },
  {
    path: '/catalogue/$itemId/edit',
    entry: '底册',
    title: '修改抽查事项',
    component: lazyPage(() => import('./item-form-page.tsx').then((m) => m.ItemFormPage)),
  },
  {
    path: '/catalogue/bases',
    entry: '底册',
    title: '法律依据',
    menu: 5,
    component: lazyPage(() => import('./bases-page.tsx').then((m) => m.BasesPage)),
  },
];
