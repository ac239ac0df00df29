import { type BudgetView, budgetRoutes } from '@mingchou/contract';
import { type BudgetPlace, emptyContent } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import {
  Button,
  Column,
  Columns,
  Empty,
  History,
  Link,
  PageHead,
  Panel,
  RefusalNote,
  Stack,
  Waiting,
} from '../../design/index.ts';
import { Allocation } from './allocation.tsx';
import { Balance } from './balance.tsx';
import './budget.css';
import { BudgetFindings, KeptDoubts } from './budget-findings.tsx';
import { BudgetHead } from './budget-head.tsx';
import { BudgetPrint } from './budget-print.tsx';
import { EditionsPanel, OldEdition } from './editions.tsx';
import { FileDialog } from './file-dialog.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { SourcePanel } from './source-panel.tsx';
import { DayGroupPanel } from './day-group.tsx';
import { type BudgetReply, shownBudget } from './shown-budget.ts';
import { useTypedBudget } from './use-typed-budget.ts';

/** 工作日测算: do the days add up, and are they enough? */
export function BudgetPage() {
  const { year } = useDesk();
  const { search } = useAddress();
  const shown = useQueryRoute(budgetRoutes.showBudget, { year });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { budget } = shown.data;
  if (budget === null) return <NoBudget reply={shown.data} />;
  const old = budget.editions.find(({ edition }) => String(edition) === search['edition']);
  if (old !== undefined) return <OldEdition budget={budget} old={old} rules={shown.data.rules} />;
  return <Sheet key={budget.id} budget={budget} reply={shown.data} />;
}

function Sheet({ budget, reply }: { readonly budget: BudgetView; readonly reply: BudgetReply }) {
  const may = useMay();
  const typed = useTypedBudget(budget);
  const [marked, setMarked] = useState<readonly BudgetPlace[]>([]);
  const editable = budget.status === 'draft' && may('write-budget');
  const shown = shownBudget(budget, typed.content, reply.rules, editable);
  const typing = { set: typed.setContent, marked };
  const locate = (places: readonly BudgetPlace[]) => {
    setMarked(places);
    const first = places[0] === 'supervision' ? 'classes' : places[0];
    document.getElementById(`budget-${first ?? ''}`)?.scrollIntoView({ block: 'center' });
  };
  return (
    <>
      <BudgetHead shown={shown} flush={typed.flush} saving={typed.saving} />
      <Columns side={388}>
        <Column>
          <RefusalNote refusal={typed.refusal} />
          <Balance shown={shown} typing={typing} />
          <div className="budget-groups">
            <DayGroupPanel shown={shown} place={0} typing={typing} />
            <DayGroupPanel shown={shown} place={1} typing={typing} />
          </div>
          <Allocation shown={shown} typing={typing} />
        </Column>
        <Column>
          <BudgetFindings shown={shown} flush={typed.flush} onLocate={locate} />
          <KeptDoubts shown={shown} />
          <SourcePanel shown={shown} flush={typed.flush} />
          <PaperPanel year={budget.year} edition={undefined} draft={budget.status !== 'approved'} />
          <EditionsPanel budget={budget} />
          <History entries={entriesOf(reply)} pageYear={budget.year} />
        </Column>
      </Columns>
      <BudgetPrint shown={shown} />
    </>
  );
}

function entriesOf({ history }: BudgetReply) {
  return history.map((entry, place) => ({
    key: `${history.length - place}`,
    at: entry.at,
    text: `${entry.by}${entry.what}`,
  }));
}

function NoBudget({ reply }: { readonly reply: BudgetReply }) {
  const { year, kinds, calendar } = reply.rules;
  const may = useMay();
  const begin = useCommand(budgetRoutes.beginBudget);
  const [reading, setReading] = useState(false);
  return (
    <>
      <PageHead title={`${year}年工作日测算`} meta={`${year}年法定工作日${calendar.days}日，按国家工作日历`} />
      <Stack>
        <Panel label="工作日测算">
          <Empty
            action={
              may('begin-budget') ? (
                <>
                  <Button look="main" onPress={() => setReading(true)}>
                    从文件读入测算
                  </Button>{' '}
                  <Button
                    busy={begin.pending}
                    onPress={() => void begin.give({ year, content: emptyContent(year, kinds) })}
                  >
                    新建{year}年测算
                  </Button>
                </>
              ) : undefined
            }
          >
            还没有{year}年的工作日测算。监督检查工作日＝总法定工作日−其他执法工作日−非执法工作日；填写后逐项复算。
            <Link to="/plan">查看{year}年计划</Link>
          </Empty>
        </Panel>
        <RefusalNote refusal={begin.refusal} />
        {reading && <FileDialog year={year} rules={reply.rules} onClose={() => setReading(false)} />}
      </Stack>
    </>
  );
}
