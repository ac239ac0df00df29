import { planRoutes } from '@mingchou/contract';
import { planStatusTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk, useMay } from '../../app/session.ts';
import {
  Button,
  Column,
  Columns,
  formatDate,
  formatMoment,
  Link,
  PageHead,
  Panel,
  Particulars,
  StateTag,
  StateText,
  Waiting,
} from '../../design/index.ts';
import { IrreversibleDialog } from '../../form/index.ts';
import { DifferencePanel } from './compare-page.tsx';
import { PlanComparison } from './plan-comparison.tsx';
import { ReturnDialog } from './plan-decisions.tsx';
import { KeptFindings } from './plan-findings.tsx';
import './plan-table.css';
import { formulaOfRow, type ShownPlan } from './shown-plan.ts';

/** 审批: may these numbers govern the year's draws? */
export function ApprovalPage() {
  const { planId = '' } = usePathParams();
  const shown = useQueryRoute(planRoutes.showPlan, { planId });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { plan, totals } = shown.data;
  return (
    <>
      <PageHead
        title={`审批${plan.year}年度抽查计划${plan.amendment === null ? '' : `（第${plan.amendment.no}次修订）`}`}
        state={<StateTag kind="waiting">{planStatusTerms[plan.status]}</StateTag>}
        meta={`${totals.rows}项任务，抽取${totals.count}家，底数${totals.rowBase}家`}
        actions={<ApprovalActions shown={shown.data} />}
      />
      <Columns side={388}>
        <Column>
          {plan.amendment !== null && <AmendmentDifference planId={plan.id} former={plan.amendment.former} />}
          <NumbersPanel shown={shown.data} />
          <PlanComparison shown={shown.data} />
        </Column>
        <Column>
          <WayPanel shown={shown.data} />
          <KeptFindings shown={shown.data} />
        </Column>
      </Columns>
    </>
  );
}

function ApprovalActions({ shown }: { readonly shown: ShownPlan }) {
  const { plan, totals } = shown;
  const go = useGo();
  const may = useMay();
  const me = useDesk().session.person.id;
  const [asking, setAsking] = useState<'approve' | 'return'>();
  const back = `/plan/${plan.id}`;
  const reason = reasonNotToApprove(shown, me, may('approve-plan'));
  return (
    <>
      <Link to={back} button="plain">
        看计划全文
      </Link>
      {reason === undefined && <Button onPress={() => setAsking('return')}>退回补正</Button>}
      <Button look="main" reason={reason} onPress={() => setAsking('approve')}>
        批准计划
      </Button>
      <IrreversibleDialog
        open={asking === 'approve'}
        question={`批准${plan.year}年度抽查计划？`}
        verb="批准计划"
        decline="暂不批准"
        route={planRoutes.approvePlan}
        input={{ planId: plan.id, version: plan.version }}
        fixes={[
          `${totals.rows}项任务的家数：${plan.rows.map((row) => formulaOfRow(shown, row).count).join('、')}，共${totals.count}家`,
          '抽签按批准的家数进行，名录库以后增减不改变家数',
          ...(shown.approval.government === null ? [] : ['还要报同级政府批准，政府批准以前不能公开，也不能抽签']),
        ]}
        seenBy={['本局人员；公开后门户上的任何人']}
        onDone={() => go(back)}
        onClose={() => setAsking(undefined)}
      />
      {asking === 'return' && <ReturnDialog shown={shown} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function reasonNotToApprove({ plan }: ShownPlan, me: string, allowed: boolean): string | undefined {
  if (plan.status !== 'awaiting-approval') return `计划${planStatusTerms[plan.status]}，不用审批`;
  if (plan.submitted?.personId === me || plan.createdBy.personId === me) return '申请人是您本人，不能审批';
  return allowed ? undefined : '由{deputyDirector}审批';
}

function NumbersPanel({ shown }: { readonly shown: ShownPlan }) {
  const { plan, totals } = shown;
  return (
    <Panel
      title="要批准的家数"
      sub={
        plan.amendment === null
          ? '底数取自提交那一天的名录库'
          : '底数取自提交那一天的名录库，没有改动的任务保持原来批准的底数'
      }
    >
      <table className="plain-table plan-table">
        <thead>
          <tr>
            <th aria-label="序号" />
            <th>抽查任务</th>
            <th>计算</th>
            <th className="number">家数</th>
            <th>抽查时间</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => {
            const formula = formulaOfRow(shown, row);
            return (
              <tr key={row.id}>
                <td className="place">{row.no}</td>
                <td>
                  {row.name}
                  <div className="second">{row.items.map((item) => item.title).join('；')}</div>
                </td>
                <td className="nw">{formula.formula}</td>
                <td className="number">
                  <span className="count">{formula.count}</span>
                </td>
                <td className="nw">{formula.windowText}</td>
              </tr>
            );
          })}
          <tr className="sum">
            <td />
            <td>合计</td>
            <td>底数{totals.rowBase}家</td>
            <td className="number">{totals.count}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </Panel>
  );
}

/** What an amendment would change, before it is approved. */
function AmendmentDifference({ planId, former }: { readonly planId: string; readonly former: string }) {
  const compared = useQueryRoute(planRoutes.comparePlans, { planId, withPlan: former });
  return compared.data === undefined ? (
    <Waiting on={compared} />
  ) : (
    <DifferencePanel difference={compared.data.difference} />
  );
}

function amendmentRows({ amendment, year }: ShownPlan['plan']): readonly (readonly [string, string])[] {
  if (amendment === null) return [];
  return [
    ['修订理由', amendment.reason],
    ['施行日期', formatDate(amendment.effectiveOn, year)],
  ];
}

/** Who wrote, submitted and reviewed: the way the plan took to this desk. */
function WayPanel({ shown }: { readonly shown: ShownPlan }) {
  const { plan } = shown;
  const signed = (who: { name: string; at: Parameters<typeof formatMoment>[0] } | null) =>
    who === null ? '—' : `${who.name}　${formatMoment(who.at, plan.year)}`;
  const review =
    plan.legalReview === null ? (
      <StateText kind="not-begun">未审核</StateText>
    ) : plan.legalReview.kind === 'reviewed' ? (
      <>
        {signed(plan.legalReview.by)}
        {plan.legalReview.opinion !== '' && <div className="second">{plan.legalReview.opinion}</div>}
      </>
    ) : (
      <StateText kind="none">{plan.legalReview.reason}</StateText>
    );
  return (
    <Panel as="aside" title="办到这里" padded>
      <Particulars
        rows={[
          ['标题', plan.title],
          ['文号', plan.documentNo ?? '—'],
          ...amendmentRows(plan),
          ['编制', signed(plan.createdBy)],
          ['提交', signed(plan.submitted)],
          ['法制审核', review],
        ]}
      />
    </Panel>
  );
}
