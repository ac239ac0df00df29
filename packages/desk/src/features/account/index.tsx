import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const accountPages: readonly FeaturePage[] = [
  {
    path: '/account',
    entry: '今日',
    title: '账号与权限',
    component: lazyPage(() => import('./people-page.tsx').then((m) => m.PeoplePage)),
  },
  {
    path: '/account/new',
    entry: '今日',
    title: '登记人员账号',
    component: lazyPage(() => import('./new-person-page.tsx').then((m) => m.NewPersonPage)),
  },
  {
    path: '/account/me',
    entry: '今日',
    title: '我的账号',
    component: lazyPage(() => import('./my-account-page.tsx').then((m) => m.MyAccountPage)),
  },
];
