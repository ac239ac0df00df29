import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export const auditPages: readonly FeaturePage[] = [
  {
    path: '/audit',
    entry: '统计',
    title: '办理日志',
    menu: 7,
    needs: 'list-audit-entries',
    component: lazyPage(() => import('./audit-page.tsx').then((m) => m.AuditPage)),
  },
];
