import { policyKeyTitles, policyLayerTitles, policyRoutes } from '@mingchou/contract';
import { hardFloors, type PolicyKey, type PolicyProfile, resolvePolicy } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  Column,
  Columns,
  Empty,
  Failure,
  formatDate,
  formatMoment,
  Icon,
  Link,
  PageHead,
  Panel,
  Stack,
  Waiting,
} from '../../design/index.ts';
import { AdoptPolicy } from './adopt-policy.tsx';
import { keyGroups } from './key-groups.ts';
import { PendingChanges } from './pending-changes.tsx';
import { PendingProfiles } from './pending-profiles.tsx';
import { RuleChip } from './rule-chip.tsx';
import { usePolicyText } from './use-policy-text.ts';
import './policy-page.css';

/** 本局规则: what binds this bureau, key by key, and where each stands. */
export function PolicyPage() {
  const current = useQueryRoute(policyRoutes.currentPolicy, {});
  const may = useMay();
  if (current.data === undefined) {
    if (current.error?.refusal.code !== 'policy-not-adopted') return <Waiting on={current} />;
    return (
      <>
        <PageHead title="本局规则" />
        <Stack>
          <Panel label="本局规则">
            <Empty action={may('adopt-policy') ? <AdoptPolicy version={0} /> : undefined}>
              还没有采用本局规则，各项暂按国家规定。选一份规则文件采用后，这里逐项列出取值和依据。
            </Empty>
          </Panel>
        </Stack>
      </>
    );
  }
  const { profile, version, latest, unread, adoptedAt, adoptedBy } = current.data;
  return (
    <>
      <PageHead
        title="本局规则"
        meta={`第${version}版，${formatDate(profile.effectiveOn)}起施行；${adoptedBy} ${formatMoment(adoptedAt)}采用`}
        actions={
          <>
            <Link to="/policy/history" button="plain">
              历史
            </Link>
            <Link to="/policy/compare" button="plain">
              规则对照
            </Link>
            {may('adopt-policy') && <AdoptPolicy version={latest} />}
          </>
        }
      />
      {unread.length > 0 && (
        <p className="policy-unread" role="status">
          <Icon name="triangle" /> 这一版规则里有本系统不认识的项，没有采用：{unread.join('、')}
          。请升级系统，或由系统管理员核对后重新采用规则。
        </p>
      )}
      {current.error !== null && <Failure error={current.error} onRetry={current.refetch} />}
      <Columns side={372}>
        <Column>
          <PendingProfiles current={profile} />
          <PendingChanges />
          {keyGroups.map((group) => (
            <Panel key={group.title} title={group.title}>
              <table className="plain-table policy-table">
                <tbody>
                  {group.keys.map((key) => (
                    <PolicyRow key={key} profile={profile} name={key} />
                  ))}
                </tbody>
              </table>
            </Panel>
          ))}
        </Column>
        <Floors />
      </Columns>
    </>
  );
}

function PolicyRow({ profile, name }: { readonly profile: PolicyProfile; readonly name: PolicyKey }) {
  const may = useMay();
  const textOf = usePolicyText();
  const resolved = resolvePolicy(profile, name);
  return (
    <tr>
      <td className="second">{policyKeyTitles[name]}</td>
      <td>
        {textOf(name, resolved.value)}
        {resolved.overruled.map((rule) => (
          <div key={rule.layer} className="second">
            {policyLayerTitles[rule.layer]}写的「{textOf(name, rule.value)}」低于规定，没有采用
          </div>
        ))}
      </td>
      <td className="second">{policyLayerTitles[resolved.layer]}</td>
      <td>
        <RuleChip clause={resolved.clause} />
      </td>
      <td>
        {may('propose-policy-change') && (
          <Link to={`/policy/change/${name}`} button="small">
            变更
          </Link>
        )}
      </td>
    </tr>
  );
}

/** What no rule of a bureau can change. */
function Floors() {
  return (
    <Panel as="aside" title="不能改的底线" sub="任何规则和任务都不能低于" padded>
      <ul>
        {hardFloors.map((floor) => (
          <li key={floor.code}>
            <Icon name="lock" /> {floor.text}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
