import { type DrawView, drawRoutes } from '@mingchou/contract';
import { Empty, formatChance, Panel } from '../../design/index.ts';
import { type FilterChip, QueryTable } from '../../table/index.ts';
import { AbleNow } from './pool-panel.tsx';

/** 冻结的名单, excluded objects first, each with its chance. */
export function RosterPanel({
  draw,
  sectors,
}: {
  readonly draw: DrawView;
  readonly sectors: (code: string) => string;
}) {
  const { figures } = draw;
  if (figures === null) return null;
  const excluded = figures.pool - figures.eligible;
  const chances = new Map(draw.strata.map((stratum) => [stratum.code, chanceIn(stratum)]));
  return (
    <Panel title="冻结的名单" sub={`${figures.pool}家，已不可改；排除的排在前面`}>
      <QueryTable
        name="draw-roster"
        route={drawRoutes.listRoster}
        filter={{ drawId: draw.id }}
        defaults={{ size: 10 }}
        columns={[
          { key: 'position', title: '序', align: 'number', width: 56, sortable: true, render: (row) => row.position },
          { key: 'name', title: '企业名称', sortable: true, render: (row) => row.name },
          { key: 'code', title: '统一社会信用代码', align: 'code', sortable: true, render: (row) => row.code },
          { key: 'sector', title: '类别', sortable: true, render: (row) => sectors(row.sector) },
          { key: 'able', title: '能否被抽', render: (row) => <AbleNow row={row} /> },
          {
            key: 'chance',
            title: '抽中机会',
            align: 'number',
            width: 130,
            render: (row) => (row.exclusion === null ? (chances.get(row.stratum) ?? '—') : '—'),
          },
        ]}
        rowKey={(row) => row.code}
        rowName={(row) => row.name}
        rowLook={(row) => (row.exclusion === null ? 'plain' : 'sunken')}
        chips={excluded === 0 ? [] : [onlyExcluded(excluded)]}
        searchFor="企业名称、代码"
        prefix="roster"
        empty={<Empty>名单中没有符合条件的企业。</Empty>}
      />
    </Panel>
  );
}

/** The chance of everyone in the stratum; a chance of 1 is no chance (mc-draw/1 §6.5), and a quota makes cells differ. */
function chanceIn({ figures, full }: DrawView['strata'][number]): string {
  if (figures === null || figures.eligible === 0) return '—';
  return full ? '全部检查' : formatChance(figures.size, figures.eligible);
}

function onlyExcluded(count: number): FilterChip {
  return { key: 'excludedOnly', label: '能否被抽', options: [{ value: 'true', label: `只看排除的${count}家` }] };
}
