import { type ConflictRow, registryRoutes } from '@mingchou/contract';
import { conflictKindTitles } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Columns, Empty, PageHead, Panel, StateText, formatMoment } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { DeclareConflict } from './declare-conflict.tsx';

/** 底册 · 利害关系: who may not inspect whom? */
export function ConflictsPage() {
  const { search, setSearch } = useAddress();
  const { year } = useDesk();
  const may = useMay();
  const open = search['conflict'];
  const [opened, setOpened] = useState<ConflictRow>();
  return (
    <>
      <PageHead title="利害关系" meta="登记在册的，抽签排组时自动避开；到场才发现的，按回避办理" />
      <Columns side={396}>
        <Panel label="利害关系">
          <QueryTable
            name="registry.conflicts"
            route={registryRoutes.listConflicts}
            columns={columnsOf(year)}
            rowKey={(row) => row.id}
            rowName={(row) => `${row.inspectorName}与${row.subjectName}`}
            searchFor="姓名、企业名称"
            chips={[{ key: 'withdrawn', label: '已撤回', options: [{ value: 'true', label: '含已撤回' }] }]}
            onOpen={(row) => {
              setOpened(row);
              setSearch({ conflict: row.id === open ? '' : row.id });
            }}
            openKey={open}
            rowLook={(row) => (row.withdrawn === null ? 'plain' : 'sunken')}
            empty={<Empty>还没有登记利害关系。近亲属、持股、曾任职等关系登记在这里，抽签排组时自动避开。</Empty>}
          />
        </Panel>
        {opened !== undefined && opened.id === open ? (
          <WithdrawPane key={opened.id} conflict={opened} onClose={() => setSearch({ conflict: '' })} />
        ) : may('declare-conflict') ? (
          <DeclareConflict />
        ) : (
          <Panel as="aside" title="登记利害关系" padded>
            <p className="hint">
              您的角色只能查看。登记由
              <Term of="inspector" />
              本人、
              <Term of="sectionChief" />或<Term of="legalSection" />
              办理。
            </p>
          </Panel>
        )}
      </Columns>
    </>
  );
}

function WithdrawPane({ conflict, onClose }: { readonly conflict: ConflictRow; readonly onClose: () => void }) {
  const may = useMay();
  const { year } = useDesk();
  const { withdrawn } = conflict;
  return (
    <Panel as="aside" title={conflict.inspectorName} sub={conflict.subjectName} onClose={onClose} padded>
      <p>
        {conflictKindTitles[conflict.kind]}：{conflict.reason}
      </p>
      <p className="hint">
        {conflict.declaredBy}登记于{formatMoment(conflict.declaredAt, year)}
      </p>
      {withdrawn !== null && (
        <p>
          <StateText kind="withdrawn">
            {withdrawn.by}于{formatMoment(withdrawn.at, year)}撤回：{withdrawn.reason}
          </StateText>
        </p>
      )}
      {withdrawn === null && may('withdraw-conflict') && (
        <CommandForm
          route={registryRoutes.withdrawConflict}
          initial={{ reason: '' }}
          fixed={{ id: conflict.id, version: conflict.version }}
          names={{ reason: '撤回理由' }}
          look="plain"
          verb="撤回这条利害关系"
          onDone={onClose}
        >
          <LongTextField name="reason" label="撤回理由" rows={2} hint="记录仍保留，以后的抽签不再避开。" />
        </CommandForm>
      )}
    </Panel>
  );
}

function columnsOf(year: number): readonly Column<ConflictRow>[] {
  return [
    { key: 'inspector', title: '执法人员', width: 100, render: (row) => <b>{row.inspectorName}</b> },
    { key: 'subject', title: '{subject}', render: (row) => row.subjectName },
    { key: 'kind', title: '关系', width: 130, render: (row) => conflictKindTitles[row.kind] },
    { key: 'reason', title: '说明', render: (row) => row.reason },
    {
      key: 'declaredAt',
      title: '登记',
      width: 170,
      render: (row) => `${row.declaredBy} ${formatMoment(row.declaredAt, year)}`,
    },
    {
      key: 'state',
      title: '现在',
      width: 90,
      render: (row) => (row.withdrawn === null ? '有效' : <StateText kind="withdrawn">已撤回</StateText>),
    },
  ];
}
