import type { BudgetView } from '@mingchou/contract';
import type { BudgetRules } from '@mingchou/domain';
import { Column, Columns, formatMoment, Link, PageHead, Panel, SealWithWord } from '../../design/index.ts';
import { Allocation } from './allocation.tsx';
import { Balance } from './balance.tsx';
import { KeptDoubts } from './budget-findings.tsx';
import { BudgetPrint } from './budget-print.tsx';
import { DayGroupPanel } from './day-group.tsx';
import { PaperPanel } from './paper-panel.tsx';
import { shownBudget } from './shown-budget.ts';

type Old = BudgetView['editions'][number];

/** 已批准的各稿: whatever is being written now, what was approved can be read and printed. */
export function EditionsPanel({ budget }: { readonly budget: BudgetView }) {
  const { editions } = budget;
  if (editions.length === 0) return null;
  return (
    <Panel as="aside" title="已批准的测算" sub={`${editions.length}稿`} padded>
      {editions.map(({ edition, approved }) => (
        <p key={edition}>
          <Link to={`/budget?edition=${edition}`}>第{edition}稿</Link>{' '}
          <span className="second">
            {approved.name} {formatMoment(approved.at, budget.year)}批准
          </span>
        </p>
      ))}
      {budget.status !== 'approved' && (
        <p className="second">新的一稿批准前，计划按第{editions.at(-1)?.edition}稿计算。</p>
      )}
    </Panel>
  );
}

/** One approved edition, as it was approved. */
export function OldEdition({
  budget,
  old,
  rules,
}: {
  readonly budget: BudgetView;
  readonly old: Old;
  readonly rules: BudgetRules;
}) {
  const shown = shownBudget({ ...budget, kept: old.kept, origin: null }, old.content, rules, false);
  const typing = { set: () => undefined, marked: [] };
  return (
    <>
      <PageHead
        title={`${old.content.title}　第${old.edition}稿`}
        state={<SealWithWord character="批">{old.approved.name}</SealWithWord>}
        meta={`${formatMoment(old.approved.at, budget.year)}批准`}
        actions={
          <Link to="/budget" button="plain">
            返回现在的第{budget.edition}稿
          </Link>
        }
      />
      <Columns side={388}>
        <Column>
          <Balance shown={shown} typing={typing} />
          <div className="budget-groups">
            <DayGroupPanel shown={shown} place={0} typing={typing} />
            <DayGroupPanel shown={shown} place={1} typing={typing} />
          </div>
          <Allocation shown={shown} typing={typing} />
        </Column>
        <Column>
          <KeptDoubts shown={shown} />
          <PaperPanel year={budget.year} edition={old.edition} draft={false} />
        </Column>
      </Columns>
      <BudgetPrint shown={shown} />
    </>
  );
}
