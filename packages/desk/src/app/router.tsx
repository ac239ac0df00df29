import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { parseSearch, writeSearch } from '../address/address.ts';
import { Empty } from '../design/waiting.tsx';
import { Link } from '../address/link.tsx';
import { PageCrash } from './page-crash.tsx';
import { Root } from './root.tsx';
import { pages } from './routes.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NoSuchPage });

const routes = pages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: page.component,
    // Another record is another page: nothing typed or opened on the one may show on the other.
    remountDeps: ({ params }) => params,
  }),
);

export const router = createRouter({
  routeTree: root.addChildren(routes),
  basepath: '/desk',
  parseSearch: (text) => parseSearch(text.replace(/^\?/, '')),
  stringifySearch: writeSearch,
  defaultErrorComponent: PageCrash,
  scrollRestoration: true,
});

function NoSuchPage() {
  return <Empty action={<Link to="/">回到今日</Link>}>没有这一页。地址可能抄错了，或者这条记录已经不在。</Empty>;
}
