import { registryRoutes, type RoundRow, roundRoutes, roundStatuses, roundStatusTitles } from '@mingchou/contract';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Columns, Empty, formatDate, formatShare, PageHead, Panel, StateText } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { OpenRoundForm } from './open-round-form.tsx';
import { RoundPane } from './round-pane.tsx';

/** Within which span is an object drawn once, and how far has it come? */
export function RoundList() {
  const { search, setSearch } = useAddress();
  const [opened, setOpened] = useState<RoundRow>();
  const may = useMay();
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  const sectors = choices.data?.sectors ?? [];
  const scopeOf = (row: RoundRow) =>
    row.sectors.length === 0
      ? '全局'
      : row.sectors.map((code) => sectors.find((one) => one.code === code)?.name ?? code).join('、');
  const open = search['round'];
  return (
    <>
      <PageHead title="轮次" meta="本局规则要求的，同一轮次内抽过的对象不再抽；结束后开始下一轮" />
      <Columns side={396}>
        <Panel label="轮次列表">
          <QueryTable
            name="round-list"
            route={roundRoutes.listRounds}
            columns={columnsOf(scopeOf)}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            searchFor="名称"
            chips={[
              {
                key: 'status',
                label: '状态',
                options: roundStatuses.map((status) => ({ value: status, label: roundStatusTitles[status] })),
              },
            ]}
            onOpen={(row) => {
              setOpened(row);
              setSearch({ round: row.id === open ? '' : row.id });
            }}
            openKey={open}
            empty={<Empty>还没有轮次。开始一个轮次后，抽签记下它属于哪一轮。</Empty>}
          />
        </Panel>
        {opened !== undefined && opened.id === open ? (
          <RoundPane
            key={opened.id}
            round={opened}
            scope={scopeOf(opened)}
            mayClose={may('close-round')}
            onClose={() => setSearch({ round: '' })}
          />
        ) : may('open-round') ? (
          <OpenRoundForm sectors={sectors} />
        ) : (
          <Panel as="aside" title="开始轮次" padded>
            <p className="hint">
              您的角色只能查看。轮次由
              <Term of="legalSection" />或<Term of="sectionChief" />
              开始和结束。
            </p>
          </Panel>
        )}
      </Columns>
    </>
  );
}

function columnsOf(scopeOf: (row: RoundRow) => string): readonly Column<RoundRow>[] {
  return [
    { key: 'name', title: '轮次', sortable: true, render: (row) => <b>{row.name}</b> },
    { key: 'scope', title: '范围', render: scopeOf },
    {
      key: 'startsOn',
      title: '起止',
      sortable: true,
      render: (row) => `${formatDate(row.startsOn)}至${formatDate(row.closedOn ?? row.endsOn)}`,
    },
    {
      key: 'drawn',
      title: '已抽，占底数',
      width: 170,
      render: (row) => (row.base === 0 ? `${row.drawn}家` : `${row.drawn}家，${formatShare(row.drawn, row.base)}`),
    },
    {
      key: 'status',
      title: '状态',
      sortable: true,
      width: 100,
      render: (row) => (
        <StateText kind={row.status === 'open' ? 'mine' : 'done'}>{roundStatusTitles[row.status]}</StateText>
      ),
    },
  ];
}
