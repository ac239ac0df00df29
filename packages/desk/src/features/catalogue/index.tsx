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
    path: '/catalogue/table',
    entry: '底册',
    title: '抽查事项清单表',
    component: lazyPage(() => import('./list-page.tsx').then((m) => m.ListPage)),
  },
  {
    path: '/catalogue/mappings',
    entry: '底册',
    title: '清单对应关系',
    component: lazyPage(() => import('./mappings-page.tsx').then((m) => m.MappingsPage)),
  },
  {
    path: '/catalogue/hazards',
    entry: '底册',
    title: '重大事故隐患',
    menu: 6,
    component: lazyPage(() => import('./hazards-page.tsx').then((m) => m.HazardsPage)),
  },
  {
    path: '/catalogue/laws',
    entry: '底册',
    title: '法律依据',
    menu: 5,
    component: lazyPage(() => import('./laws-page.tsx').then((m) => m.LawsPage)),
  },
  {
    path: '/catalogue/laws/edit',
    entry: '底册',
    title: '登记法律依据',
    component: lazyPage(() => import('./law-form-page.tsx').then((m) => m.LawFormPage)),
  },
  {
    path: '/catalogue/bases',
    entry: '底册',
    title: '清单引用的依据',
    component: lazyPage(() => import('./bases-page.tsx').then((m) => m.BasesPage)),
  },
];
