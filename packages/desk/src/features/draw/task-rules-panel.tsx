import { policyKeyTitles, policyRoutes, policyValueText, type TaskRuleView } from '@mingchou/contract';
import { profileForTask, resolvePolicy, type TaskId, taskKeys, type TaskProfile, type Terms } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import { ClauseChip, Link, Panel, StateText, useTerms } from '../../design/index.ts';

/** 本任务另定: what this draw does otherwise than the bureau's rules, why, and who allowed it. */
export function TaskRulesPanel({ taskId, invites = false }: { readonly taskId: TaskId; readonly invites?: boolean }) {
  const terms = useTerms();
  const shown = useQueryRoute(policyRoutes.taskRules, { taskId });
  if (shown.data === undefined) return null;
  const { profile, rules } = shown.data;
  const set = setOtherwise(profileForTask(profile, rules), rules);
  const waiting = rules.filter(({ status }) => status === 'waiting').length;
  if (set.length === 0 && waiting === 0) {
    return invites ? (
      <p className="second">
        按本局规则。<Link to={`/policy/task/${taskId}`}>看本任务的规则</Link>
      </p>
    ) : null;
  }
  return (
    <Panel title="本任务另定" sub={`${set.length}项`} padded>
      {set.map((rule) => (
        <OneRule key={rule.key} rule={rule} terms={terms} />
      ))}
      <p>
        {waiting > 0 && <StateText kind="waiting">还有{waiting}项待批准，批准前不算数</StateText>}{' '}
        <Link to={`/policy/task/${taskId}`}>看本任务的规则</Link>
      </p>
    </Panel>
  );
}

interface SetOtherwise {
  readonly key: (typeof taskKeys)[number];
  readonly profile: TaskProfile;
  readonly by: string;
}

function setOtherwise(profile: TaskProfile, rules: readonly TaskRuleView[]): readonly SetOtherwise[] {
  return taskKeys
    .filter((key) => resolvePolicy(profile, key).layer === 'task')
    .map((key) => {
      const decided = rules.findLast((rule) => rule.key === key && rule.status === 'approved')?.decided;
      return { key, profile, by: decided?.name ?? '' };
    });
}

function OneRule({ rule: { key, profile, by }, terms }: { readonly rule: SetOtherwise; readonly terms: Terms }) {
  const { value, reason, clause } = resolvePolicy(profile, key);
  return (
    <p>
      <b>{policyKeyTitles[key]}</b>　{policyValueText(key, value, terms)}{' '}
      <ClauseChip clause={{ title: `${clause.source} ${clause.place}`.trim() }} />
      <br />
      <span className="second">
        理由：{reason}；{by}批准
      </span>
    </p>
  );
}
