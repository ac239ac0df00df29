import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import type { InspectionId } from '@mingchou/domain';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { RecordHistory } from '../../app/record-history.tsx';
import { useDesk } from '../../app/session.ts';
import {
  Column,
  Columns,
  formatDateWithWeekday,
  formatMoment,
  Icon,
  Link,
  PageHead,
  Panel,
  Particulars,
  StateText,
  Waiting,
} from '../../design/index.ts';
import { CheckListRecord, resultWords } from './check-list.tsx';
import { ConfirmPanel } from './confirm-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RecusalPanel } from './recusal-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { StartButton } from './start-button.tsx';
import { StatusTag } from './status.tsx';

/** 一户检查: what was found, and what remains; each person sees the step that is his. */
export function InspectionPage() {
  const inspectionId = usePathParams()['inspectionId'] as InspectionId;
  const asked = useQueryRoute(inspectionRoutes.showInspection, { inspectionId });
  if (asked.data === undefined) return <Waiting on={asked} />;
  const view = asked.data;
  const may = (action: InspectionView['actions'][number]) => view.actions.includes(action);
  return (
    <>
      <PageHead
        title={view.subject.name}
        state={<StatusTag status={view.status} />}
        meta={`${drawName(view.origin)}第${view.place}位，${view.origin.objects}`}
        actions={may('start') && <StartButton view={view} />}
      />
      <Columns side={372}>
        <Column>
          {view.returned !== null && view.status === 'returned' && <Returned returned={view.returned} />}
          {may('record') && <RecordPanel key={view.version} view={view} />}
          {view.outcome !== null && !may('record') && <Outcome view={view} outcome={view.outcome} />}
          {may('confirm') && <ConfirmPanel view={view} />}
          {may('review') && <ReviewPanel key={view.version} view={view} />}
          {view.status === 'awaiting' && !may('start') && <NotYet view={view} />}
          {view.mySeat !== null && <RecusalPanel view={view} seat={view.mySeat} />}
          {view.withdrawn !== null && <Withdrawn withdrawn={view.withdrawn} />}
          {(view.status === 'awaiting-disclosure' || view.status === 'disclosed') && <Disclosed view={view} />}
          {view.checklist.items.length > 0 && !may('record') && <ListPanel view={view} />}
        </Column>
        <Column>
          <Facts view={view} />
          <RecordHistory aggregateId={view.id} />
        </Column>
      </Columns>
    </>
  );
}

function Facts({ view }: { readonly view: InspectionView }) {
  const { year } = useDesk();
  return (
    <Panel as="aside" title="这一户" padded>
      <Particulars
        rows={[
          ['代码', <span className="mono">{view.subject.code}</span>],
          ['任务', view.origin.taskName],
          [
            '抽签',
            <Link
              to={
                view.origin.drawKind === 'external'
                  ? `/draw/external/${view.origin.drawId}`
                  : `/draw/${view.origin.drawId}`
              }
            >{`${view.origin.year}年${drawName(view.origin)}`}</Link>,
          ],
          ['检查组', view.team.map((member) => `${member.seat} ${member.name}`).join('　')],
          ['派发', formatMoment(view.dispatchedAt, year)],
          ['任务最晚', formatDateWithWeekday(view.origin.dueOn, year)],
          ...(view.begun === null
            ? []
            : ([['开始检查', `${view.begun.name}，${formatMoment(view.begun.at, year)}`]] as const)),
        ]}
      />
    </Panel>
  );
}

function Returned({ returned }: { readonly returned: NonNullable<InspectionView['returned']> }) {
  const { year } = useDesk();
  return (
    <Panel title="退回补正" padded>
      <p>
        <StateText kind="returned" strong>
          退回：{returned.reason}
        </StateText>
      </p>
      <p className="second">
        {returned.act.name}，{returned.by === 'confirmation' ? '确认环节' : '法制审核'}，
        {formatMoment(returned.act.at, year)}。公示期限照旧计算。
      </p>
    </Panel>
  );
}

function Withdrawn({ withdrawn }: { readonly withdrawn: NonNullable<InspectionView['withdrawn']> }) {
  const { year } = useDesk();
  return (
    <Panel title="已撤回" padded>
      <p>
        <StateText kind="withdrawn" strong>
          {withdrawn.reason}
        </StateText>
      </p>
      <p className="second">{formatMoment(withdrawn.at, year)}。这一户不再检查，记录保留。</p>
    </Panel>
  );
}

function NotYet({ view }: { readonly view: InspectionView }) {
  return (
    <Panel title="检查结果" padded>
      <p>还没有开始检查。由检查组{view.team.map((member) => member.name).join('、')}办理。</p>
    </Panel>
  );
}

/** 检查表: before the visit what will be gone through, afterwards point by point what was recorded. */
function ListPanel({ view }: { readonly view: InspectionView }) {
  const { edition, items } = view.checklist;
  const points = items.reduce((sum, item) => sum + item.points.length, 0);
  const counted =
    view.outcome === null || view.outcome.points.length === 0 ? `共${points}条` : resultWords(view.outcome);
  return (
    <Panel title="检查表" sub={`${counted}，${editionWords(edition)}`} padded>
      <CheckListRecord view={view} />
    </Panel>
  );
}

/** The list as it stood at the dispatch: later editions change nothing here. */
function editionWords(edition: number | null): string {
  return edition === null ? '按派发时的抽查事项清单' : `按派发时的抽查事项清单第${edition}版`;
}

function Outcome({
  view,
  outcome,
}: {
  readonly view: InspectionView;
  readonly outcome: NonNullable<InspectionView['outcome']>;
}) {
  const { year } = useDesk();
  const { respondent } = outcome.signatures;
  return (
    <Panel title="检查结果" sub={`${outcome.recorded.name}录入，${formatMoment(outcome.recorded.at, year)}`} padded>
      <Particulars
        rows={[
          ['结果分类', <b>{outcome.category.label}</b>],
          ['发现的问题', outcome.findings === '' ? '无' : <span className="findings-text">{outcome.findings}</span>],
          ['检查结束', formatDateWithWeekday(outcome.endedOn, year)],
          ['检查人员', `${outcome.signatures.inspectors.length}名，均已签字`],
          ['现场负责人', respondent.kind === 'signed' ? '已签字' : `拒签：${respondent.reason}`],
          ...(view.confirmed === null
            ? []
            : ([['确认', `${view.confirmed.name}，${formatMoment(view.confirmed.at, year)}`]] as const)),
          ...(view.review === null
            ? []
            : ([['法制审核', `${view.review.act.name}，${formatMoment(view.review.act.at, year)}`]] as const)),
        ]}
      />
    </Panel>
  );
}

function Disclosed({ view }: { readonly view: InspectionView }) {
  const { year } = useDesk();
  return (
    <Panel title="公示" padded>
      {view.disclosed === null ? (
        <p>
          <Icon name="clock" /> 审核已通过，待公示。<Link to={`/disclosure?open=${view.id}`}>去待公示</Link>
        </p>
      ) : (
        <p>
          <StateText kind="done">已公示</StateText>：{view.disclosed.name}，{formatMoment(view.disclosed.at, year)}
        </p>
      )}
    </Panel>
  );
}

/** 第2号抽签, or 外部抽取第1号: that one nobody can recompute. */
function drawName({
  drawNo,
  drawKind,
}: {
  readonly drawNo: number;
  readonly drawKind: 'committed' | 'external';
}): string {
  return drawKind === 'external' ? `外部抽取第${drawNo}号` : `第${drawNo}号抽签`;
}
