import { policyKeyTitles, policyRoutes, type TaskRuleView } from '@mingchou/contract';
import type { PolicyKey, PolicyRules } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Dialog, formatMoment, Panel, RefusalNote, StateText } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { RuleChip } from './rule-chip.tsx';
import { usePolicyText } from './use-policy-text.ts';

/** Everything asked for the task, the latest first, with who decides or decided. */
export function TaskRuleAnswers({ rules }: { readonly rules: readonly TaskRuleView[] }) {
  if (rules.length === 0) return null;
  return (
    <Panel title="另定的办理" sub={`${rules.length}项`} padded>
      {rules.toReversed().map((rule) => (
        <Entry key={rule.id} rule={rule} />
      ))}
    </Panel>
  );
}

function Entry({ rule }: { readonly rule: TaskRuleView }) {
  const textOf = usePolicyText();
  const clause = rule.rules[rule.key]?.clause;
  return (
    <section className="override" aria-label={`另定${policyKeyTitles[rule.key]}`}>
      <p>
        <b>{policyKeyTitles[rule.key]}</b>　{textOfRule(rule.key, rule.rules, textOf)}{' '}
        {clause !== undefined && <RuleChip clause={clause} />}
      </p>
      <p className="second">
        {rule.proposed.name} {formatMoment(rule.proposed.at)}提出：{rule.reason}
      </p>
      <Standing rule={rule} />
    </section>
  );
}

function textOfRule<K extends PolicyKey>(key: K, rules: PolicyRules, textOf: ReturnType<typeof usePolicyText>): string {
  const rule = rules[key];
  return rule === undefined ? '恢复按本局规则' : textOf(key, rule.value);
}

function Standing({ rule }: { readonly rule: TaskRuleView }) {
  const { decided, status } = rule;
  if (decided === null) return <Answer rule={rule} />;
  const when = `${decided.name} ${formatMoment(decided.at)}`;
  return (
    <p>
      {status === 'approved' ? (
        <StateText kind="done">{when}批准</StateText>
      ) : (
        <StateText kind="none">
          {when}
          {rule.mine && decided.name === rule.proposed.name ? '撤回' : '不批准'}：{decided.reason}
        </StateText>
      )}
    </p>
  );
}

function Answer({ rule }: { readonly rule: TaskRuleView }) {
  const may = useMay();
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(policyRoutes.approveTaskRule);
  const { id, version, mine } = rule;
  const mayApprove = may('approve-task-rule') && !mine;
  const verb = mine ? '撤回另定' : '不批准另定';
  return (
    <>
      <p>
        <StateText kind={mayApprove ? 'mine' : 'waiting'}>{mayApprove ? '请您批准' : '待另一人批准'}</StateText>
      </p>
      <p className="button-row">
        {mayApprove && (
          <Button look="small" busy={approve.pending} onPress={() => void approve.give({ id, version })}>
            批准另定
          </Button>
        )}{' '}
        {(mayApprove || mine) && (
          <Button look="small" onPress={() => setDeclining(true)}>
            {verb}
          </Button>
        )}
      </p>
      <RefusalNote refusal={approve.refusal} />
      <Dialog open={declining} title={`${verb}「${policyKeyTitles[rule.key]}」？`} onClose={() => setDeclining(false)}>
        <CommandForm
          route={policyRoutes.declineTaskRule}
          initial={{ reason: '' }}
          fixed={{ id, version }}
          names={{ reason: '理由' }}
          verb={verb}
          onDone={() => setDeclining(false)}
          aside={<Button onPress={() => setDeclining(false)}>返回</Button>}
        >
          <LongTextField name="reason" label="理由" rows={2} maxLength={500} />
        </CommandForm>
      </Dialog>
    </>
  );
}
