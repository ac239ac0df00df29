import { type InspectorRow, registryRoutes } from '@mingchou/contract';
import { employmentTitles, parseCalendarDate } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Columns, Empty, Link, PageHead, Panel, StateText, formatDate } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { AsOf } from './as-of.tsx';
import { optionsOf, useChoices } from './choices.ts';
import { InspectorPane } from './inspector-pane.tsx';

/** 底册 · 执法人员: who may be drawn today, and why not the others? */
export function InspectorsPage() {
  const { search, setSearch } = useAddress();
  const { session, year } = useDesk();
  const may = useMay();
  const { sectors, sections } = useChoices();
  const open = search['inspector'];
  return (
    <>
      <PageHead
        title="执法人员"
        meta="抽签只用证件有效、在编、在岗、有相应行业的人员"
        actions={
          <>
            <AsOf />
            {may('add-inspector') && (
              <Link to="/exchange/inspector" button="plain">
                导入名录
              </Link>
            )}
            {may('add-inspector') && (
              <Link to="/registry/inspectors/new" button="main">
                增加执法人员
              </Link>
            )}
          </>
        }
      />
      <Columns side={396}>
        <Panel label="执法人员名录">
          <QueryTable
            name="registry.inspectors"
            exportAs="inspectors"
            route={registryRoutes.listInspectors}
            filter={{ asOf: parseCalendarDate(search['asOf'] ?? '') }}
            columns={columnsOf(session.bureau.terms.section, year, sectors.length)}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            searchFor="姓名、拼音首字母、证号末几位"
            chips={[
              { key: 'sector', label: '可检查行业', options: sectors },
              { key: 'employment', label: '编制', options: optionsOf(employmentTitles) },
              { key: 'sectionId', label: session.bureau.terms.section, options: sections },
            ]}
            onOpen={(row) => setSearch({ inspector: row.id === open ? '' : row.id })}
            openKey={open}
            rowLook={(row) => (row.ineligible.length === 0 ? 'plain' : 'sunken')}
            empty={
              <Empty
                action={
                  may('add-inspector') ? (
                    <Link to="/exchange/inspector" button="small">
                      导入名录
                    </Link>
                  ) : undefined
                }
              >
                名录里还没有执法人员，所以抽签排不出检查组。
                {may('add-inspector') ? (
                  '可用Excel或CSV导入，也可逐人增加。'
                ) : (
                  <>
                    请<Term of="legalSection" />
                    导入。
                  </>
                )}
              </Empty>
            }
          />
        </Panel>
        {open === undefined ? (
          <Panel as="aside" title="一人一档" padded>
            <p className="hint">在左边选一名执法人员，这里是证件、可检查行业、利害关系和变动记录。</p>
          </Panel>
        ) : (
          <InspectorPane key={open} inspectorId={open} onClose={() => setSearch({ inspector: '' })} />
        )}
      </Columns>
    </>
  );
}

function columnsOf(sectionWord: string, year: number, allSectors: number): readonly Column<InspectorRow>[] {
  return [
    { key: 'name', title: '姓名', sortable: true, width: 90, render: (row) => <b>{row.name}</b> },
    {
      key: 'certificateNo',
      title: '执法证号',
      sortable: true,
      align: 'code',
      width: 150,
      render: (row) => row.certificateNo,
    },
    {
      key: 'expiresOn',
      title: '有效期至',
      sortable: true,
      width: 120,
      render: (row) => formatDate(row.expiresOn, year),
    },
    { key: 'employment', title: '编制', sortable: true, width: 90, render: (row) => employmentTitles[row.employment] },
    { key: 'section', title: sectionWord, width: 90, render: (row) => row.sectionName ?? '—' },
    {
      key: 'qualifications',
      title: '可检查行业',
      render: ({ qualifications }) =>
        qualifications.length === allSectors ? '全部行业' : qualifications.map(({ name }) => name).join('、'),
    },
    { key: 'cap', title: '最多户数', align: 'number', width: 80, hiddenAtFirst: true, render: (row) => row.cap },
    {
      key: 'eligible',
      title: '能否抽签',
      width: 170,
      render: (row) =>
        row.ineligible.length === 0 ? '能' : <StateText kind="none">不能：{row.ineligible.join('；')}</StateText>,
    },
  ];
}
