import { type FeaturePage, lazyPage } from '../../app/feature-page.ts';

export { registrySearch } from './search.ts';
export { registryTodos } from './todos.ts';

export const registryPages: readonly FeaturePage[] = [
  {
    path: '/registry',
    entry: '底册',
    title: '{subject}',
    menu: 1,
    component: lazyPage(() => import('./subjects-page.tsx').then((m) => m.SubjectsPage)),
  },
  {
    path: '/registry/new',
    entry: '底册',
    title: '增加企业',
    component: lazyPage(() => import('./subject-form-page.tsx').then((m) => m.NewSubjectPage)),
  },
  {
    path: '/registry/subjects/$subjectId/change',
    entry: '底册',
    title: '修改登记',
    component: lazyPage(() => import('./subject-form-page.tsx').then((m) => m.ChangeSubjectPage)),
  },
  {
    path: '/registry/inspectors',
    entry: '底册',
    title: '执法人员',
    menu: 2,
    component: lazyPage(() => import('./inspectors-page.tsx').then((m) => m.InspectorsPage)),
  },
  {
    path: '/registry/inspectors/new',
    entry: '底册',
    title: '增加执法人员',
    component: lazyPage(() => import('./inspector-form-page.tsx').then((m) => m.NewInspectorPage)),
  },
  {
    path: '/registry/inspectors/$inspectorId/change',
    entry: '底册',
    title: '修改登记',
    component: lazyPage(() => import('./inspector-form-page.tsx').then((m) => m.ChangeInspectorPage)),
  },
  {
    path: '/registry/experts',
    entry: '底册',
    title: '专家',
    menu: 2.5,
    component: lazyPage(() => import('./experts-page.tsx').then((m) => m.ExpertsPage)),
  },
  {
    path: '/registry/experts/new',
    entry: '底册',
    title: '增加专家',
    component: lazyPage(() => import('./expert-form-page.tsx').then((m) => m.NewExpertPage)),
  },
  {
    path: '/registry/experts/$expertId/change',
    entry: '底册',
    title: '修改登记',
    component: lazyPage(() => import('./expert-form-page.tsx').then((m) => m.ChangeExpertPage)),
  },
  {
    path: '/registry/conflicts',
    entry: '底册',
    title: '利害关系',
    menu: 3,
    component: lazyPage(() => import('./conflicts-page.tsx').then((m) => m.ConflictsPage)),
  },
  {
    path: '/registry/sections',
    entry: '底册',
    title: '分册上报',
    menu: 3.5,
    component: lazyPage(() => import('./sections-page.tsx').then((m) => m.SectionsPage)),
  },
  {
    path: '/registry/requests',
    entry: '底册',
    title: '待批变动',
    menu: 3.7,
    component: lazyPage(() => import('./requests-page.tsx').then((m) => m.RequestsPage)),
  },
  {
    path: '/registry/codes',
    entry: '底册',
    title: '代码表',
    menu: 8,
    component: lazyPage(() => import('./codes-page.tsx').then((m) => m.CodesPage)),
  },
];
