import { externalMark, externalRoutes, type ExternalRow, externalStatusTitles } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Columns, Empty, formatMoment, Link, PageHead, Panel, StateText, type StateKind } from '../../design/index.ts';
import { type Column, QueryTable } from '../../table/index.ts';
import { ExternalForm } from './external-form.tsx';

export const externalKinds: Readonly<Record<ExternalRow['status'], StateKind>> = {
  registered: 'mine',
  dispatched: 'done',
  withdrawn: 'withdrawn',
};

/** 外部抽取登记: what was drawn on other platforms, and the form that takes it in. */
export function ExternalList() {
  const go = useGo();
  const may = useMay();
  const { year } = useDesk();
  return (
    <>
      <PageHead title="外部抽取登记" meta={`在别的平台做的抽取照结果登记；门户标明「${externalMark}」`} />
      <Columns side={396}>
        <Panel label="外部抽取">
          <QueryTable
            name="external-list"
            route={externalRoutes.listExternalDraws}
            filter={{ year }}
            columns={columnsOf(year)}
            rowKey={(row) => row.id}
            rowName={(row) => `外部第${row.registerNo}号`}
            rowLook={(row) => (row.status === 'withdrawn' ? 'sunken' : 'plain')}
            onOpen={(row) => go(`/draw/external/${row.id}`)}
            empty={<Empty>{year}年还没有外部抽取。在省平台等外部平台抽过的任务，在右边登记。</Empty>}
          />
        </Panel>
        {may('register-external-draw') ? (
          <ExternalForm />
        ) : (
          <Panel as="aside" title="登记外部抽取" padded>
            <p className="hint">您的角色只能查看。登记由抽签经办人办理。</p>
          </Panel>
        )}
      </Columns>
    </>
  );
}

function columnsOf(year: number): readonly Column<ExternalRow>[] {
  return [
    {
      key: 'registerNo',
      title: '登记号',
      width: 110,
      render: (row) => <Link to={`/draw/external/${row.id}`}>外部第{row.registerNo}号</Link>,
    },
    { key: 'task', title: '任务', render: (row) => row.taskName },
    { key: 'platform', title: '平台', render: (row) => row.platform },
    { key: 'drawnAt', title: '抽取时间', width: 130, render: (row) => formatMoment(row.drawnAt, year) },
    { key: 'objects', title: '抽中', width: 90, render: (row) => `${row.objects}家` },
    {
      key: 'status',
      title: '状态',
      width: 100,
      render: (row) => <StateText kind={externalKinds[row.status]}>{externalStatusTitles[row.status]}</StateText>,
    },
  ];
}
