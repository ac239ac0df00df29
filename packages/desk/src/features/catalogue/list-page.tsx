import { catalogueRoutes } from '@mingchou/contract';
import { listColumns } from '@mingchou/domain';
import type { z } from 'zod';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { Button, Empty, formatMoment, Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import './check-points.css';

type Edition = z.output<typeof catalogueRoutes.showEdition.reply>;

/** 清单表: one published edition as the paper prints it, and what it changed against the one before. */
export function ListPage() {
  const { search, setSearch } = useAddress();
  const editions = useQueryRoute(catalogueRoutes.listEditions, { size: 100 });
  const wanted = Number(search['edition'] ?? 0);
  const published = (editions.data?.total ?? 0) > 0;
  const edition = useQueryRoute(catalogueRoutes.showEdition, wanted > 0 ? { no: wanted } : {}, { enabled: published });
  if (editions.data === undefined) return <Waiting on={editions} />;
  if (!published) return <Empty>清单还没有公布过。公布第一项以后，这里有可以打印的清单表。</Empty>;
  if (edition.data === undefined) return <Waiting on={edition} />;
  const { no, publishedAt, publishedBy, items } = edition.data;
  return (
    <>
      <PageHead
        title="抽查事项清单"
        meta={`第${no}版，${items}项，${publishedBy} ${formatMoment(publishedAt)}公布`}
        actions={
          <span className="list-aside">
            <Link to="/catalogue" button="plain">
              返回清单
            </Link>{' '}
            <Button look="main" onPress={() => window.print()}>
              打印清单表
            </Button>
          </span>
        }
      />
      <Stack>
        <Panel label="抽查事项清单表" padded>
          <Paper edition={edition.data} />
        </Panel>
        <div className="list-aside">
          <Panel title="与上一版的不同" padded>
            <Changes changes={edition.data.changes} />
          </Panel>
        </div>
        <div className="list-aside">
          <Panel title="公布过的各版" padded>
            <ul>
              {editions.data.rows.map((row) => (
                <li key={row.no}>
                  <Button look="small" onPress={() => setSearch({ edition: String(row.no) })}>
                    看第{row.no}版
                  </Button>{' '}
                  {formatMoment(row.publishedAt)} {row.publishedBy}，{row.items}项，{row.changed}
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </Stack>
    </>
  );
}

/** The ten columns; 法律责任 stands below each item, for the paper has no eleventh column (GX-20). */
function Paper({ edition }: { readonly edition: Edition }) {
  return (
    <section className="list-paper" aria-label="抽查事项清单表">
      <table>
        <thead>
          <tr>
            {listColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edition.lines.map((cells) => (
            <tr key={cells[0]}>
              {listColumns.map((column, place) => (
                <td key={column}>
                  {cells[place]}
                  {place === listColumns.length - 1 && cells[listColumns.length] !== '' && (
                    <>
                      {'\n'}法律责任：{cells[listColumns.length]}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const kinds = { added: '增加', removed: '撤下', changed: '修改' } as const;

function Changes({ changes }: { readonly changes: Edition['changes'] }) {
  if (changes.length === 0) return <p>与上一版相同。</p>;
  return (
    <ul className="list-changes">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.no}`}>
          <b>
            {kinds[change.kind]}第{change.no}项
          </b>{' '}
          {change.title}
          {change.kind === 'changed' && (
            <dl>
              {change.cells.map(({ column, from, to }) => (
                <div key={column}>
                  <dt>{column}</dt>
                  <dd>
                    <del>{from}</del>
                  </dd>
                  <dd>
                    <ins>{to}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}
