import { planRoutes } from '@mingchou/contract';
import { planStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  Button,
  formatDate,
  formatMoment,
  Link,
  PageHead,
  RefusalNote,
  SealWithWord,
  StateTag,
} from '../../design/index.ts';
import { PlanDecisions } from './plan-decisions.tsx';
import { PlanSteps } from './plan-steps.tsx';
import type { ShownPlan } from './shown-plan.ts';

/** Title, state, who saved what when, and the one step that comes next. */
export function PlanHead({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  return (
    <PageHead
      title={`${plan.year}年度抽查计划${plan.amendment === null ? '' : `（第${plan.amendment.no}次修订）`}`}
      state={<PlanState shown={shown} />}
      meta={metaOf(shown)}
      actions={plan.status === 'draft' ? <DraftActions shown={shown} /> : <PlanDecisions shown={shown} />}
    >
      <PlanSteps shown={shown} />
    </PageHead>
  );
}

function metaOf({ plan }: ShownPlan): string {
  if (plan.status === 'draft' && plan.sentBack !== null) {
    const word = { returned: '退回', withdrawn: '撤回', government: '登记' }[plan.sentBack.kind];
    return `${plan.sentBack.by.name}${word}：${plan.sentBack.reason}`;
  }
  return `${formatMoment(plan.changedAt, plan.year)}已保存，${plan.changedBy}${plan.status === 'draft' ? '编辑' : '办理'}`;
}

/** A version that is approved but not the one that counts today: replaced, or waiting for its day. */
function standingOf({ plan, versions }: ShownPlan): string | undefined {
  const own = versions.find(({ id }) => id === plan.id);
  const current = versions.find(({ inForce }) => inForce);
  if (own === undefined || current === undefined || own.inForce || own.from === null) return undefined;
  return current.no > own.no ? '已被修订' : `${formatDate(own.from, plan.year)}起施行`;
}

function PlanState({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  const standing = standingOf(shown);
  if (standing !== undefined) return <StateTag kind="none">{standing}</StateTag>;
  switch (plan.status) {
    case 'draft':
      return (
        <StateTag kind={plan.sentBack === null || plan.sentBack.kind === 'withdrawn' ? 'draft' : 'returned'}>
          草稿 第{plan.edition}稿
        </StateTag>
      );
    case 'awaiting-legal-review':
    case 'awaiting-approval':
    case 'awaiting-government':
      return <StateTag kind="waiting">{planStatusTerms[plan.status]}</StateTag>;
    case 'approved':
      return <SealWithWord character="批">{plan.approved?.name}</SealWithWord>;
    case 'published':
      return <StateTag kind="done">已公开</StateTag>;
  }
}

function DraftActions({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  const may = useMay();
  const [refused, setRefused] = useState(false);
  const submit = useCommand(planRoutes.submitPlan);
  const reason = reasonNotToSubmit(shown);
  const toFindings = () => document.querySelector('.finding')?.scrollIntoView({ block: 'center' });
  if (!may('submit-plan')) return <Button onPress={() => window.print()}>打印计划表</Button>;
  return (
    <>
      {refused && <RefusalNote refusal={submit.refusal} />}
      <Link to={`/plan/${plan.id}/head`} button="plain">
        修改标题与文号
      </Link>
      <Button icon="print" onPress={() => window.print()}>
        打印计划表
      </Button>
      <Button
        look="main"
        busy={submit.pending}
        reason={reason}
        {...(reason === undefined ? {} : { onReason: toFindings })}
        onPress={async () => {
          const outcome = await submit.give({ planId: plan.id, version: plan.version });
          setRefused(!outcome.ok);
        }}
      >
        提交审批
      </Button>
    </>
  );
}

function reasonNotToSubmit({ plan, check }: ShownPlan): string | undefined {
  if (plan.rows.length === 0) return '先增加任务，才能提交';
  const must = check.open.filter((finding) => finding.severity === 'must').length;
  if (must > 0) return `先解决${must}项矛盾，才能提交`;
  const floor = check.open.find((finding) => finding.blocks);
  return floor === undefined ? undefined : `${floor.verdict}，不能提交`;
}
