import { type PolicyVersionView, policyRoutes } from '@mingchou/contract';
import { policyDifferences } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import {
  Column,
  Columns,
  Empty,
  formatDate,
  formatMoment,
  Link,
  PageHead,
  Panel,
  StateText,
  Waiting,
} from '../../design/index.ts';
import { ChangeWords } from './pending-changes.tsx';
import { DifferenceTable } from './rule-chip.tsx';
import './policy-page.css';

/** Every version of 本局规则 with what it changed, field by field, and every change that was asked for. */
export function HistoryPage() {
  const history = useQueryRoute(policyRoutes.policyHistory, {});
  if (history.data === undefined) return <Waiting on={history} />;
  const { versions, changes, inForce, today } = history.data;
  return (
    <>
      <PageHead
        title="本局规则的历史"
        meta={`共${versions.length}版`}
        actions={
          <Link to="/policy" button="plain">
            返回本局规则
          </Link>
        }
      />
      <Columns side={396}>
        <Column>
          {versions.length === 0 && (
            <Panel label="各版">
              <Empty>还没有采用本局规则。</Empty>
            </Panel>
          )}
          {versions.map((version, index) => (
            <Version
              key={version.version}
              version={version}
              before={versions[index + 1]}
              standing={version.version === inForce ? 'now' : version.profile.effectiveOn > today ? 'later' : 'past'}
            />
          ))}
        </Column>
        <Panel as="aside" title="规则变更" sub={`${changes.length}项`}>
          <table className="plain-table">
            <tbody>
              {changes.map((change) => (
                <tr key={change.id}>
                  <td>
                    <ChangeWords change={change} />
                    {change.decided !== null && (
                      <div className="second">
                        {change.decided.name} {formatMoment(change.decided.at)}
                        {change.status === 'approved' ? '批准' : `没有批准：${change.decided.reason ?? ''}`}
                      </div>
                    )}
                    {change.status === 'waiting' && <StateText kind="waiting">待另一人批准</StateText>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length === 0 && <Empty>还没有人提出变更。在「本局规则」里逐项提出，由另一人批准。</Empty>}
        </Panel>
      </Columns>
    </>
  );
}

const standings = {
  now: <StateText kind="mine">现行</StateText>,
  later: <StateText kind="waiting">还没有生效</StateText>,
  past: <StateText kind="none">已被替代</StateText>,
};

function Version(props: {
  readonly version: PolicyVersionView;
  readonly before: PolicyVersionView | undefined;
  readonly standing: keyof typeof standings;
}) {
  const { version, before, standing } = props;
  const { profile, adoptedBy, adoptedAt } = version;
  const keys = before === undefined ? [] : policyDifferences(before.profile, profile).map(({ key }) => key);
  return (
    <Panel
      title={`第${version.version}版`}
      sub={`${formatDate(profile.effectiveOn)}起；${adoptedBy} ${formatMoment(adoptedAt)}采用或批准`}
      right={standings[standing]}
    >
      {before === undefined ? (
        <p className="panel-body hint">第一版，各项见本局规则。</p>
      ) : keys.length === 0 ? (
        <p className="panel-body hint">各项与第{before.version}版相同。</p>
      ) : (
        <DifferenceTable
          keys={keys}
          left={before.profile}
          right={profile}
          titles={[`第${before.version}版`, `第${version.version}版`]}
        />
      )}
    </Panel>
  );
}
