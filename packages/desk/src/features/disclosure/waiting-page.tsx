import { type DisclosureRow, disclosureRoutes } from '@mingchou/contract';
import { type CalendarDate, type InspectionId } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useListRoute } from '../../api/use-query-route.ts';
import { useDesk } from '../../app/session.ts';
import { Button, Columns, Empty, formatDate, formatWeekday, Link, PageHead, Panel, Stack } from '../../design/index.ts';
import { type Column, type FilterChip, type Picked, QueryTable } from '../../table/index.ts';
import { DiscloseDialog } from './disclose-dialog.tsx';
import { DisclosurePane } from './pane.tsx';
import { Due } from './due.tsx';
import './waiting-page.css';
import { type Figures, FigureMeters } from './figures.tsx';
import { StepCell } from './step.tsx';

type Chosen = readonly Pick<DisclosureRow, 'id' | 'version' | 'subjectName'>[];

/** 待公示: what is due, and what will the public see? */
export function WaitingPage() {
  const { year, session } = useDesk();
  const { search, setSearch } = useAddress();
  const [asking, setAsking] = useState<Chosen>();
  const drawNo = search['drawNo'];
  const figures = useQueryRoute(disclosureRoutes.disclosureFigures, drawNo === undefined ? {} : { drawNo });
  const ready = useReadyRows();
  const open = search['open'] as InspectionId | undefined;
  const data = figures.data;
  return (
    <>
      <PageHead
        title="待公示"
        meta={data === undefined ? undefined : <DayLine figures={data} year={year} />}
        actions={
          ready.length > 0 && (
            <Button look="main" onPress={() => setAsking(ready)}>
              公示已批准的{ready.length}条
            </Button>
          )
        }
      />
      {data !== undefined && <FigureMeters figures={data} drawNo={drawNo} />}
      <ListAndPane open={open}>
        <Panel label="待公示的结果">
          <QueryTable
            name="disclosure-queue"
            route={disclosureRoutes.listDisclosures}
            filter={{ state: 'waiting' }}
            columns={columnsOf(year, setAsking)}
            rowKey={(row) => row.id}
            rowName={(row) => row.subjectName}
            chips={chipsOf(data, session.person.roles.includes('inspector'))}
            onOpen={(row) => setSearch({ open: row.id })}
            openKey={open}
            batch={(picked) => <Batch picked={picked} ready={ready} onDisclose={setAsking} />}
            empty={
              <Empty action={<Link to="/disclosure/done">看已公示的结果</Link>}>
                没有待公示的结果。检查结束、录入结果之后列在这里，按剩余工作日排序。
              </Empty>
            }
            foot="三步：业务负责人确认、法制审核和脱敏检查、公示。谁检查、谁录入、谁公开；超期的也要公示，并一直标明超期。"
          />
        </Panel>
        {open !== undefined && (
          <DisclosurePane
            key={open}
            id={open}
            onDisclose={(row) => setAsking([row])}
            onClose={() => setSearch({ open: '' })}
          />
        )}
      </ListAndPane>
      {asking !== undefined && <DiscloseDialog rows={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function ListAndPane({ open, children }: { readonly open: string | undefined; readonly children: React.ReactNode }) {
  return open === undefined ? <Stack>{children}</Stack> : <Columns side={396}>{children}</Columns>;
}

/** The rows this person may disclose now, over all pages of the queue. */
function useReadyRows(): Chosen {
  const asked = useListRoute(disclosureRoutes.listDisclosures, { state: 'waiting', size: 500 });
  return (asked.data?.rows ?? []).filter((row) => row.mayDisclose);
}

function DayLine({ figures, year }: { readonly figures: Figures; readonly year: number }) {
  const { today, tomorrowIs } = figures;
  const tomorrow = tomorrowIs.makeUp ? '调休上班，算工作日' : tomorrowIs.workday ? '是工作日' : '休，不算工作日';
  return (
    <>
      今天{formatDate(today, year)} {formatWeekday(today)}，明天{formatWeekday(tomorrowIs.date)}
      <b>{tomorrow}</b>
    </>
  );
}

function chipsOf(figures: Figures | undefined, inspects: boolean): readonly FilterChip[] {
  const draws = (figures?.draws ?? []).map(({ drawNo, waiting }) => ({
    value: String(drawNo),
    label: `第${drawNo}号抽签`,
    count: waiting,
  }));
  const own = { value: 'true', label: '我负责的', ...(figures === undefined ? {} : { count: figures.mine }) };
  const chips: readonly FilterChip[] = [{ key: 'drawNo', label: '抽签', options: draws }];
  return inspects ? [...chips, { key: 'mine', label: '谁负责', options: [own] }] : chips;
}

function Batch({
  picked,
  ready,
  onDisclose,
}: {
  readonly picked: Picked;
  readonly ready: Chosen;
  readonly onDisclose: (rows: Chosen) => void;
}) {
  const { selection } = picked;
  const chosen = ready.filter((row) =>
    selection.kind === 'all' ? !selection.except.includes(row.id) : selection.keys.includes(row.id),
  );
  return (
    <Button
      look="main"
      reason={chosen.length === 0 ? '所选的还没有通过审核' : undefined}
      onPress={() => onDisclose(chosen)}
    >
      公示{chosen.length}条
    </Button>
  );
}

/** The row's own next step: what is approved is disclosed here, the rest is worked on at its own page. */
function RowAct({ row, onDisclose }: { readonly row: DisclosureRow; readonly onDisclose: (rows: Chosen) => void }) {
  if (row.mayDisclose)
    return (
      <Button look="small" label={`公示${row.subjectName}`} onPress={() => onDisclose([row])}>
        公示
      </Button>
    );
  return (
    <Link to={`/inspection/${row.id}`} button="small" label={`查看${row.subjectName}`}>
      {row.step === 'returned' && row.mine ? '补正' : '查看'}
    </Link>
  );
}

function columnsOf(year: number, onDisclose: (rows: Chosen) => void): readonly Column<DisclosureRow>[] {
  return [
    {
      key: 'subjectName',
      title: '企业与结果',
      render: (row) => (
        <>
          <b>{row.subjectName}</b>
          <span className="second own-line">{row.category}</span>
        </>
      ),
    },
    { key: 'deadline', title: '公示期限', width: 210, render: (row) => <Due row={row} year={year} /> },
    {
      key: 'event',
      title: '起算',
      width: 90,
      render: (row) => (
        <>
          {row.deadline.startEvent}
          <span className="second own-line">{formatDate(row.deadline.event as CalendarDate, year)}</span>
        </>
      ),
    },
    { key: 'inspectors', title: '检查人员', width: 110, render: (row) => row.inspectors.join('、') },
    { key: 'step', title: '办到哪一步', render: (row) => <StepCell row={row} /> },
    { key: 'act', title: '办理', width: 70, render: (row) => <RowAct row={row} onDisclose={onDisclose} /> },
  ];
}
