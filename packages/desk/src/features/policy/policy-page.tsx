import { policyKeyTitles, policyLayerTitles, policyRoutes, policyValueText } from '@mingchou/contract';
import {
  type Clause,
  clauseTitle,
  hardFloors,
  type PolicyKey,
  type PolicyProfile,
  resolvePolicy,
} from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import {
  ClauseChip,
  Column,
  Columns,
  Empty,
  Failure,
  formatDate,
  formatMoment,
  Icon,
  PageHead,
  Panel,
  Stack,
  Waiting,
} from '../../design/index.ts';
import { AdoptPolicy } from './adopt-policy.tsx';
import './policy-page.css';

/** The keys in the order of the work: before the draw, the draw, the visit, afterwards. */
const groups: readonly { readonly title: string; readonly keys: readonly PolicyKey[] }[] = [
  { title: '底册与用语', keys: ['sectors', 'terms', 'result.categories', 'registry.approval'] },
  {
    title: '计划',
    keys: [
      ...([
        'plan.genre',
        'ratio.rule',
        'ratio.base',
        'ratio.rounding',
        'target.count',
        'ratio.ordinaryCeiling',
        'quota.joint',
      ] as const),
      ...(['coverage.key', 'frequency.perObject', 'priority.rules', 'exclusion.rule', 'deadline.ownTasks'] as const),
    ],
  },
  {
    title: '抽取',
    keys: [
      ...(['draw.platform', 'draw.operatorRole', 'draw.type', 'draw.sources', 'draw.reserve'] as const),
      'quota.keySharePerDraw',
    ],
  },
  {
    title: '检查',
    keys: ['team.minInspectors', 'inspector.eligibility', 'recusal.decider', 'recusal.covers', 'legalReview.scope'],
  },
  {
    title: '公示与归档',
    keys: [
      ...(['disclosure.normal.deadline', 'disclosure.normal.startEvent', 'disclosure.problem.deadline'] as const),
      ...(['deadline.rollOver', 'disclosure.channels', 'disclosure.publisher', 'archive.handover'] as const),
    ],
  },
];

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
  const { profile, version, adoptedAt, adoptedBy } = current.data;
  return (
    <>
      <PageHead
        title="本局规则"
        meta={`第${version}版，${formatDate(profile.effectiveOn)}起施行；${adoptedBy} ${formatMoment(adoptedAt)}采用`}
        actions={may('adopt-policy') ? <AdoptPolicy version={version} /> : undefined}
      />
      {current.error !== null && <Failure error={current.error} onRetry={current.refetch} />}
      <Columns side={372}>
        <Column>
          {groups.map((group) => (
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
  const resolved = resolvePolicy(profile, name);
  return (
    <tr>
      <td className="second">{policyKeyTitles[name]}</td>
      <td>
        {policyValueText(name, resolved.value)}
        {resolved.overruled.map((rule) => (
          <div key={rule.layer} className="second">
            {policyLayerTitles[rule.layer]}写的「{policyValueText(name, rule.value)}」低于规定，没有采用
          </div>
        ))}
      </td>
      <td className="second">{policyLayerTitles[resolved.layer]}</td>
      <td>
        <RuleChip clause={resolved.clause} />
      </td>
    </tr>
  );
}

function RuleChip({ clause }: { readonly clause: Clause }) {
  return (
    <ClauseChip
      clause={{
        title: clauseTitle(clause),
        ...(clause.text === undefined ? {} : { text: clause.text }),
        ...(clause.verified ? {} : { standing: 'unverified' as const }),
      }}
    />
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
