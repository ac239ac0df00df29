import { type PersonRow, accountRoutes, roleName } from '@mingchou/contract';
import { roles, type Terms } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useMay } from '../../app/session.ts';
import { Column as Stacked, Columns, Empty, Link, PageHead, Panel, StateText, useTerms } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { PersonPane } from './person-pane.tsx';
import { SectionsPanel } from './sections-panel.tsx';

const columnsIn = (terms: Terms): readonly Column<PersonRow>[] => [
  { key: 'name', title: '姓名', sortable: true, width: 110, render: (row) => <b>{row.name}</b> },
  { key: 'login', title: '登录名', sortable: true, width: 130, render: (row) => row.login },
  { key: 'roles', title: '角色', render: (row) => row.roles.map((role) => roleName(role, terms)).join('、') },
  { key: 'section', title: terms.section, width: 120, render: (row) => row.section?.name ?? '—' },
  {
    key: 'inspector',
    title: '执法人员名录',
    width: 130,
    render: (row) =>
      row.inspectorId === null ? (
        <StateText kind="none">没有对应</StateText>
      ) : (
        <StateText kind="done">已对应</StateText>
      ),
  },
  {
    key: 'status',
    title: '账号',
    width: 90,
    render: (row) => (row.status === 'active' ? '在用' : <StateText kind="terminated">已停用</StateText>),
  },
];

/** 账号与权限: who may do what in this bureau? */
export function PeoplePage() {
  const { search, setSearch } = useAddress();
  const open = search['person'];
  const may = useMay();
  const terms = useTerms();
  return (
    <>
      <PageHead
        title="账号与权限"
        meta="谁能办哪些事由角色决定；系统管理员、纪检监察不能兼任其他角色"
        actions={
          may('add-person') && (
            <Link to="/account/new" button="main">
              登记人员账号
            </Link>
          )
        }
      />
      <Columns side={396}>
        <Stacked>
          <Panel label="人员账号">
            <QueryTable
              name="account.people"
              route={accountRoutes.listPeople}
              columns={columnsIn(terms)}
              rowKey={(row) => row.id}
              rowName={(row) => row.name}
              searchFor="姓名、登录名"
              chips={[
                {
                  key: 'role',
                  label: '角色',
                  options: roles.map((role) => ({ value: role, label: roleName(role, terms) })),
                },
              ]}
              onOpen={(row) => setSearch({ person: row.id === open ? '' : row.id })}
              openKey={open}
              empty={<Empty>还没有登记人员账号。</Empty>}
            />
          </Panel>
          <SectionsPanel />
        </Stacked>
        {open === undefined ? (
          <Panel as="aside" title="一个人的账号" padded>
            <p className="hint">
              在左边选一个人，这里显示其账号；系统管理员可以调整角色和
              {terms.section}、重设密码、停用或恢复账号。
            </p>
          </Panel>
        ) : (
          <PersonPane key={open} personId={open} onClose={() => setSearch({ person: '' })} />
        )}
      </Columns>
    </>
  );
}
