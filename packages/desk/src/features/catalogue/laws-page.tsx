import { catalogueRoutes, type LawRow } from '@mingchou/contract';
import { lawStatuses, lawStatusTerms } from '@mingchou/domain';
import { useDesk, useMay } from '../../app/session.ts';
import { Empty, formatDate, Link, PageHead, Panel, Stack, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';

const looks = { 'in-force': 'done', repealed: 'late', superseded: 'soon' } as const;

/** 法律依据库: each edition with the days between which it stands, and who in the list relies on it. */
export function LawsPage() {
  const { year } = useDesk();
  const may = useMay();
  return (
    <>
      <PageHead
        title="法律依据"
        meta="每个版本一行；已废止和已有新版的保留。附带的是一部分，待核的请对照原文件"
        actions={
          <>
            <Link to="/catalogue/bases" button="plain">
              清单引用的依据
            </Link>
            {may('dry-run-import') && (
              <Link to="/exchange/law" button="plain">
                导入法律依据
              </Link>
            )}
            {may('record-law') && (
              <Link to="/catalogue/laws/edit" button="main">
                登记一个版本
              </Link>
            )}
          </>
        }
      />
      <Stack>
        <Panel label="法律依据">
          <QueryTable
            name="catalogue.laws"
            route={catalogueRoutes.listLaws}
            columns={columnsOf(year, may('record-law'))}
            rowKey={keyOf}
            rowName={(row) => row.title}
            searchFor="名称、文号、版本"
            chips={[
              {
                key: 'status',
                label: '状态',
                options: lawStatuses.map((value) => ({ value, label: lawStatusTerms[value] })),
              },
            ]}
            empty={<Empty>法律依据库是空的。导入或登记后，清单会标出已废止和已有新版的依据。</Empty>}
          />
        </Panel>
      </Stack>
    </>
  );
}

const keyOf = ({ title, number, revision }: LawRow): string => `${title}|${number}|${revision}`;

function columnsOf(year: number, mayRecord: boolean): readonly Column<LawRow>[] {
  const day = (date: LawRow['from'], none: string) => (date === null ? none : formatDate(date, year));
  return [
    { key: 'title', title: '名称', render: (row) => <b>《{row.title}》</b> },
    {
      key: 'revision',
      title: '版本',
      width: 200,
      render: (row) => [row.number, row.revision].filter((part) => part !== '').join('，') || '首次发布',
    },
    { key: 'from', title: '施行', width: 150, render: (row) => day(row.from, '未登记') },
    { key: 'to', title: '最后一日', width: 150, render: (row) => day(row.to, '—') },
    {
      key: 'status',
      title: '状态',
      width: 190,
      render: (row) => (
        <>
          <StateText kind={looks[row.status]}>{lawStatusTerms[row.status]}</StateText>
          {row.successor !== null && <p className="hint">现为{row.successor}</p>}
        </>
      ),
    },
    {
      key: 'verified',
      title: '核对',
      width: 90,
      render: (row) => (row.verified ? '已核对' : <StateText kind="soon">待核</StateText>),
    },
    {
      key: 'citedBy',
      title: '引用的事项',
      width: 110,
      render: (row) =>
        row.citedBy.length === 0
          ? '—'
          : row.citedBy.map(({ id, no }, place) => (
              <span key={id}>
                {place > 0 && '、'}
                <Link to={`/catalogue?item=${id}`}>第{no}项</Link>
              </span>
            )),
    },
    { key: 'source', title: '来源', width: 150, hiddenAtFirst: true, render: (row) => row.source },
    ...(mayRecord
      ? [
          {
            key: 'edit',
            title: '更正',
            width: 80,
            render: (row: LawRow) => (
              <Link to={`/catalogue/laws/edit?law=${encodeURIComponent(keyOf(row))}`}>更正</Link>
            ),
          },
        ]
      : []),
  ];
}
