import { type SubjectRow, registryRoutes } from '@mingchou/contract';
import { groundTitles, parseCalendarDate, priorityTitles, statusTitles, subjectKindTitles } from '@mingchou/domain';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Term } from '../../app/term.tsx';
import { Button, Columns, Empty, Link, PageHead, Panel, StateText, formatDate } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { AsOf } from './as-of.tsx';
import { optionsOf, statusLook, useChoices } from './choices.ts';
import { SubjectPane } from './subject-pane.tsx';

/** 底册 · 抽查对象: is the base right on this date? */
export function SubjectsPage() {
  const { search, setSearch } = useAddress();
  const { session } = useDesk();
  const may = useMay();
  const { sectors, sections } = useChoices();
  const asOf = parseCalendarDate(search['asOf'] ?? '');
  const open = search['subject'];
  return (
    <>
      <PageHead
        title="{subject}"
        meta={<BaseSentence />}
        actions={
          <>
            <AsOf />
            {may('dry-run-import') && (
              <Link to="/exchange/subject" button="plain">
                导入名录
              </Link>
            )}
            {may('add-subject') && (
              <Link to="/registry/new" button="main">
                增加企业
              </Link>
            )}
          </>
        }
      />
      <Columns side={396}>
        <Panel label="{subject}名录">
          <QueryTable
            name="registry.subjects"
            exportAs="subjects"
            route={registryRoutes.listSubjects}
            filter={{ asOf }}
            columns={columnsOf(session.bureau.terms.section)}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            searchFor="名称、拼音首字母、代码末几位"
            chips={[
              { key: 'sector', label: '行业类别', options: sectors },
              { key: 'priority', label: '重点或一般', options: optionsOf(priorityTitles) },
              { key: 'kind', label: '对象类型', options: optionsOf(subjectKindTitles) },
              { key: 'status', label: '状态', options: optionsOf(statusTitles) },
              { key: 'sectionId', label: `责任${session.bureau.terms.section}`, options: sections },
            ]}
            onOpen={(row) => setSearch({ subject: row.id === open ? '' : row.id })}
            openKey={open}
            rowLook={(row) => (row.status.kind === 'in-business' ? 'plain' : 'sunken')}
            empty={<EmptyRegistry />}
          />
        </Panel>
        {open === undefined ? (
          <Unopened onOpen={(id) => setSearch({ subject: id })} />
        ) : (
          <SubjectPane key={open} subjectId={open} onClose={() => setSearch({ subject: '' })} />
        )}
      </Columns>
    </>
  );
}

/** While no object is open: which ones the bureau's rule proposes as 重点. */
function Unopened({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const proposed = useQueryRoute(registryRoutes.listPriorityProposals, { size: 20 });
  const { rows = [], total = 0 } = proposed.data ?? {};
  return (
    <>
      <Panel as="aside" title="一企一档" padded>
        <p className="hint">在左边选一家企业，这里是它的登记内容、利害关系和变动记录。</p>
      </Panel>
      {total > 0 && (
        <Panel as="aside" title={`建议列为重点 ${total}家`} padded>
          {rows.map((row) => (
            <p key={row.id}>
              <Button look="text" onPress={() => onOpen(row.id)}>
                {row.name}
              </Button>{' '}
              {row.proposals.map(({ rule }) => rule).join('；')}
            </p>
          ))}
        </Panel>
      )}
    </>
  );
}

/** 133家＝6煤矿＋31洗储煤＋2危化生产＋39危化经营＋55工贸 */
function BaseSentence() {
  const { search } = useAddress();
  const { today, year } = useDesk();
  const asOf = parseCalendarDate(search['asOf'] ?? '');
  const base = useQueryRoute(registryRoutes.showBase, { asOf });
  if (base.data === undefined) return null;
  return (
    <>
      <b>{base.data.text}</b> 截至{formatDate(asOf ?? today, year)}，不含关闭注销和迁出的
      {base.data.outside.length > 0 && (
        <>
          {' '}
          <StateText kind="soon">有企业的行业类别不在本局规则里，请改登记或修订规则</StateText>
        </>
      )}
    </>
  );
}

function EmptyRegistry() {
  const { search } = useAddress();
  const may = useMay();
  if (search['asOf'] !== undefined)
    return (
      <Empty>
        这一天名录里还没有
        <Term of="subject" />。
      </Empty>
    );
  return (
    <Empty
      action={
        may('dry-run-import') ? (
          <Link to="/exchange/subject" button="small">
            导入名录
          </Link>
        ) : undefined
      }
    >
      名录里还没有
      <Term of="subject" />
      ，所以还不能编计划和抽签。
      {may('dry-run-import') ? (
        '可用Excel或CSV导入，也可逐家增加。'
      ) : (
        <>
          请<Term of="legalSection" />
          或业务
          <Term of="section" />
          导入。
        </>
      )}
    </Empty>
  );
}

function columnsOf(sectionWord: string): readonly Column<SubjectRow>[] {
  return [
    { key: 'name', title: '名称', sortable: true, render: (row) => <b>{row.name}</b> },
    { key: 'code', title: '代码', sortable: true, align: 'code', width: 190, render: (row) => row.code },
    { key: 'sector', title: '类别', sortable: true, width: 90, render: (row) => row.sectorName },
    {
      key: 'priority',
      title: '重点',
      sortable: true,
      width: 70,
      render: (row) => priorityTitles[row.priority],
    },
    {
      key: 'status',
      title: '状态',
      sortable: true,
      width: 100,
      render: (row) => {
        const { kind, text } = statusLook(row.status);
        return kind === undefined ? text : <StateText kind={kind}>{text}</StateText>;
      },
    },
    { key: 'section', title: sectionWord, width: 90, render: (row) => row.sectionName ?? '—' },
    {
      key: 'creditGrade',
      title: '信用风险等级',
      width: 110,
      hiddenAtFirst: true,
      render: (row) => row.creditGrade ?? '—',
    },
    {
      key: 'kind',
      title: '对象类型',
      width: 110,
      hiddenAtFirst: true,
      render: (row) => subjectKindTitles[row.kind],
    },
    {
      key: 'grounds',
      title: '重点理由',
      hiddenAtFirst: true,
      render: (row) => row.grounds.map((ground) => groundTitles[ground]).join('、') || '—',
    },
    { key: 'address', title: '地址', hiddenAtFirst: true, render: (row) => row.address },
  ];
}
