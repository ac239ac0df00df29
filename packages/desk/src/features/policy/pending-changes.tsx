import { type PolicyChangeView, policyKeyTitles, policyLayerTitles, policyRoutes } from '@mingchou/contract';
import type { PolicyKey, PolicyRules } from '@mingchou/domain';
import { useState } from 'react';
import { useCommand, useQueryRoute } from '../../api/index.ts';
import { useMay } from '../../app/session.ts';
import { Button, Dialog, formatDate, formatMoment, Panel, RefusalNote, StateText } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';
import { Impacts } from './change-impact.tsx';
import { RuleChip } from './rule-chip.tsx';
import { usePolicyText } from './use-policy-text.ts';

/** The changes that wait for another person. */
export function PendingChanges() {
  const history = useQueryRoute(policyRoutes.policyHistory, {});
  const waiting = (history.data?.changes ?? []).filter(({ status }) => status === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Panel title="待批准的变更" sub={`${waiting.length}项`}>
      <table className="plain-table">
        <tbody>
          {waiting.map((change) => (
            <tr key={change.id}>
              <td>
                <ChangeWords change={change} />
              </td>
              <td style={{ width: 190 }}>
                <Answer change={change} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** What is to be changed, by whom, from when and why. */
export function ChangeWords({ change }: { readonly change: PolicyChangeView }) {
  const textOf = usePolicyText();
  const { key, layer, rules, effectiveOn, proposed, reason } = change;
  return (
    <>
      <b>{policyKeyTitles[key]}</b>
      <span className="second">（{policyLayerTitles[layer === 'own' ? 'bureau' : 'province']}）</span>{' '}
      {textOfRule(key, rules, textOf)} {rules[key] !== undefined && <RuleChip clause={rules[key].clause} />}
      <div className="second">
        {formatDate(effectiveOn)}起；{proposed.name} {formatMoment(proposed.at)}提出：{reason}
      </div>
    </>
  );
}

function textOfRule<K extends PolicyKey>(key: K, rules: PolicyRules, textOf: ReturnType<typeof usePolicyText>): string {
  const rule = rules[key];
  return rule === undefined ? '不再规定' : textOf(key, rule.value);
}

function Answer({ change }: { readonly change: PolicyChangeView }) {
  const may = useMay();
  const [open, setOpen] = useState<'approve' | 'decline'>();
  const mayApprove = may('approve-policy-change') && !change.mine;
  if (!mayApprove && !change.mine) return <StateText kind="waiting">待另一人批准</StateText>;
  return (
    <>
      {mayApprove && (
        <Button look="small" onPress={() => setOpen('approve')}>
          批准变更
        </Button>
      )}{' '}
      <Button look="small" onPress={() => setOpen('decline')}>
        {change.mine ? '撤回变更' : '不批准'}
      </Button>
      {open === 'approve' && <ApproveDialog change={change} onClose={() => setOpen(undefined)} />}
      {open === 'decline' && <DeclineDialog change={change} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface Answering {
  readonly change: PolicyChangeView;
  readonly onClose: () => void;
}

function ApproveDialog({ change, onClose }: Answering) {
  const approve = useCommand(policyRoutes.approvePolicyChange);
  const { id, version, layer, key, rules, effectiveOn } = change;
  const give = async () => {
    const outcome = await approve.give({ id, version });
    if (outcome.ok) onClose();
  };
  return (
    <Dialog open title={`批准变更「${policyKeyTitles[key]}」？`} width={640} onClose={onClose}>
      <p>
        <ChangeWords change={change} />
      </p>
      <Impacts change={JSON.stringify({ layer, key, rules, effectiveOn })} />
      <RefusalNote refusal={approve.refusal} />
      <div className="dialog-answers">
        <Button onPress={onClose}>先不批准</Button>
        <Button look="main" busy={approve.pending} onPress={() => void give()}>
          批准变更
        </Button>
      </div>
    </Dialog>
  );
}

function DeclineDialog({ change: { id, version, key, mine }, onClose }: Answering) {
  return (
    <Dialog open title={`${mine ? '撤回' : '不批准'}变更「${policyKeyTitles[key]}」？`} onClose={onClose}>
      <CommandForm
        route={policyRoutes.declinePolicyChange}
        initial={{ reason: '' }}
        fixed={{ id, version }}
        names={{ reason: '理由' }}
        verb={mine ? '撤回变更' : '不批准变更'}
        onDone={onClose}
      >
        <LongTextField name="reason" label="理由" rows={2} />
      </CommandForm>
    </Dialog>
  );
}
