import { policyKeyTitles, policyLayerTitles, policyRoutes } from '@mingchou/contract';
import { profileForTask, resolvePolicy, type TaskId, taskKeys, type TaskProfile } from '@mingchou/domain';
import { useAddress, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Column, Columns, Link, PageHead, Panel, StateText, Waiting } from '../../design/index.ts';
import './policy-page.css';
import { RuleChip } from './rule-chip.tsx';
import { TaskRuleAnswers } from './task-rule-answers.tsx';
import { TaskRuleForm } from './task-rule-form.tsx';
import { usePolicyText } from './use-policy-text.ts';

type TaskKey = (typeof taskKeys)[number];

/** 本任务的规则: which rules count for this task, and which of them are set otherwise for it alone? */
export function TaskRulesPage() {
  const taskId = (usePathParams()['taskId'] ?? '') as TaskId;
  const { search, setSearch } = useAddress();
  const may = useMay();
  const shown = useQueryRoute(policyRoutes.taskRules, { taskId });
  if (shown.data === undefined) return <Waiting on={shown} lines={10} />;
  const { name, undrawn, profile, rules } = shown.data;
  const inForce = profileForTask(profile, rules);
  const changing = taskKeys.find((key) => key === search['rule']);
  const mayPropose = undrawn && may('propose-task-rule');
  const close = () => setSearch({ rule: '' });
  return (
    <>
      <PageHead
        title="本任务的规则"
        meta={name}
        actions={
          <Link to="/task" button="plain">
            返回任务
          </Link>
        }
      />
      <Columns side={396}>
        <Panel
          title="抽签和组队的规则"
          sub={undrawn ? '没有另定的，按本局规则' : '抽签已开始，按准备时的规则办，不能再另定'}
        >
          <table className="plain-table task-rules">
            <tbody>
              {taskKeys.map((key) => (
                <RuleRow key={key} profile={inForce} name={key}>
                  {mayPropose && (
                    <Button look="small" label={`另定${policyKeyTitles[key]}`} onPress={() => setSearch({ rule: key })}>
                      另定
                    </Button>
                  )}
                </RuleRow>
              ))}
            </tbody>
          </table>
        </Panel>
        <Column>
          {changing !== undefined && mayPropose && (
            <Panel title={`另定「${policyKeyTitles[changing]}」`} onClose={close} padded>
              <TaskRuleForm key={changing} taskId={taskId} name={changing} profile={inForce} onDone={close} />
            </Panel>
          )}
          <TaskRuleAnswers rules={rules} />
        </Column>
      </Columns>
    </>
  );
}

function RuleRow(props: { readonly profile: TaskProfile; readonly name: TaskKey; readonly children: React.ReactNode }) {
  const { profile, name } = props;
  const textOf = usePolicyText();
  const resolved = resolvePolicy(profile, name);
  const dropped = resolved.overruled.filter(({ layer }) => layer === 'task');
  return (
    <tr>
      <td className="second">{policyKeyTitles[name]}</td>
      <td>
        {textOf(name, resolved.value)}
        <div className="second">
          {resolved.layer === 'task' ? (
            <StateText kind="mine">本任务另定：{resolved.reason}</StateText>
          ) : (
            policyLayerTitles[resolved.layer]
          )}{' '}
          <RuleChip clause={resolved.clause} />
        </div>
        {dropped.map((rule) => (
          <div key={rule.layer} className="second">
            本任务另定的「{textOf(name, rule.value)}」低于现在的规定，不再采用
          </div>
        ))}
      </td>
      <td>{props.children}</td>
    </tr>
  );
}
