import { policyRoutes } from '@mingchou/contract';
import { type PolicyKey, resolvePolicy, type TaskId, type TaskProfile } from '@mingchou/domain';
import { Button } from '../../design/index.ts';
import { CommandForm, LongTextField, RadioField, useFormValues } from '../../form/index.ts';
import { RuleFields, typedRule } from './rule-fields.tsx';

interface TaskRuleFormProps {
  readonly taskId: TaskId;
  readonly name: PolicyKey;
  readonly profile: TaskProfile;
  readonly onDone: () => void;
}

/** 提出本任务另定: the value, why, and where that is written; another person approves it. */
export function TaskRuleForm({ taskId, name, profile, onDone }: TaskRuleFormProps) {
  const resolved = resolvePolicy(profile, name);
  const set = resolved.layer === 'task';
  return (
    <CommandForm
      route={policyRoutes.proposeTaskRule}
      initial={{
        ...{ speaks: 'value', value: resolved.value, source: '', place: '', text: '' },
        ...{ verified: 'yes', reason: '' },
      }}
      toInput={(values) => ({
        ...{ taskId, key: name, reason: values['reason'] },
        rules: values['speaks'] === 'silent' ? {} : { [name]: typedRule(values) },
      })}
      names={{ rules: '新的取值', reason: '另定的理由' }}
      verb="提出另定"
      onDone={onDone}
      aside={<Button onPress={onDone}>不另定</Button>}
    >
      {set && (
        <RadioField
          name="speaks"
          label="怎么定"
          options={[
            { value: 'value', label: '改为' },
            { value: 'silent', label: '恢复按本局规则' },
          ]}
        />
      )}
      <Values name={name} />
      <LongTextField
        name="reason"
        label="另定的理由"
        rows={2}
        maxLength={500}
        hint="由另一位{deputyDirector}批准后才算数；理由和批准人记入办理记录，显示在任务和抽签上。"
      />
    </CommandForm>
  );
}

function Values({ name }: { readonly name: PolicyKey }) {
  return useFormValues()['speaks'] === 'silent' ? null : <RuleFields name={name} of="rules" />;
}
