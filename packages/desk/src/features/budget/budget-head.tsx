import { budgetStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { Button, formatMoment, PageHead, SealWithWord, StateTag, Steps } from '../../design/index.ts';
import { Decisions, type Flush, Submit } from './budget-decisions.tsx';
import { stepsOf } from './budget-steps.ts';
import { CompareDialog } from './compare-dialog.tsx';
import type { ShownBudget } from './shown-budget.ts';

/** Title, state, what was saved when, and the one step that comes next. */
export function BudgetHead({
  shown,
  flush,
  saving,
}: {
  readonly shown: ShownBudget;
  readonly flush: Flush;
  readonly saving: boolean;
}) {
  const { budget, content } = shown;
  const [comparing, setComparing] = useState(false);
  return (
    <PageHead
      title={content.title}
      state={<BudgetState shown={shown} />}
      meta={saving ? '正在保存' : metaOf(shown)}
      actions={
        <>
          {budget.origin !== null && <Button onPress={() => setComparing(true)}>对照原文</Button>}
          {comparing && <CompareDialog shown={shown} onClose={() => setComparing(false)} />}
          <Button icon="print" onPress={() => window.print()}>
            打印测算表
          </Button>
          {budget.status === 'draft' ? <Submit shown={shown} flush={flush} /> : <Decisions shown={shown} />}
        </>
      }
    >
      <Steps label="计划编制步骤" steps={stepsOf(shown)} />
    </PageHead>
  );
}

function metaOf({ budget, content }: ShownBudget): string {
  const { sentBack, changedAt, year } = budget;
  if (budget.status === 'draft' && sentBack !== null) {
    return `${sentBack.by.name}${{ returned: '退回', withdrawn: '撤回', reopened: '重新打开' }[sentBack.kind]}：${sentBack.reason}`;
  }
  const from = content.source === null ? '' : `从${content.source}读入，`;
  return `${from}${formatMoment(changedAt, year)}${budget.status === 'draft' ? '已自动保存' : '办理'}`;
}

function BudgetState({ shown }: { readonly shown: ShownBudget }) {
  const { budget } = shown;
  switch (budget.status) {
    case 'draft':
      return (
        <StateTag kind={budget.sentBack?.kind === 'returned' ? 'returned' : 'draft'}>
          草稿 第{budget.edition}稿
        </StateTag>
      );
    case 'awaiting-legal-review':
    case 'awaiting-approval':
      return <StateTag kind="waiting">{budgetStatusTerms[budget.status]}</StateTag>;
    case 'approved':
      return <SealWithWord character="批">{budget.approved?.name}</SealWithWord>;
  }
}
