import { policyKeyTitles, policyRoutes } from '@mingchou/contract';
import { type PolicyKey, type PolicyProfile, policyKeys, resolvePolicy } from '@mingchou/domain';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Column, Columns, Empty, Link, PageHead, Panel, Waiting } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField, RadioField, useFormValues, type Values } from '../../form/index.ts';
import { ChangeImpact } from './change-impact.tsx';
import { Resolved } from './rule-chip.tsx';
import { RuleFields, typedRule } from './rule-fields.tsx';

/** 变更一项规则: the new value, where it stands, from when, and why; another person approves it. */
export function ChangePage() {
  const name = usePathParams()['key'] ?? '';
  const key = policyKeys.find((one) => one === name);
  const current = useQueryRoute(policyRoutes.currentPolicy, {});
  if (key === undefined) return <Empty>没有这一项规则。</Empty>;
  if (current.data === undefined) return <Waiting on={current} />;
  return <ChangeForm key={key} name={key} profile={current.data.profile} />;
}

function ChangeForm({ name, profile }: { readonly name: PolicyKey; readonly profile: PolicyProfile }) {
  const go = useGo();
  const { today } = useDesk();
  const resolved = resolvePolicy(profile, name);
  const [asked, setAsked] = useState<string>();
  const own = resolved.layer === 'bureau' ? resolved.clause : undefined;
  const initial: Values = {
    layer: 'own',
    speaks: 'value',
    value: resolved.value,
    source: own?.source ?? '',
    place: own?.place ?? '',
    text: own?.text ?? '',
    verified: 'yes',
    effectiveOn: today,
    reason: '',
  };
  return (
    <>
      <PageHead title={`变更「${policyKeyTitles[name]}」`} meta="由另一人批准后，从生效日起按新规则" />
      <Columns side={396}>
        <Column>
          <Panel title="现在的规则" padded>
            <Resolved profile={profile} name={name} />
          </Panel>
          <Panel title="新规则" padded>
            <CommandForm
              route={policyRoutes.proposePolicyChange}
              initial={initial}
              toInput={(values) => ({ change: changeOf(name, values), reason: values['reason'] })}
              names={names}
              verb="提出变更"
              aside={<Link to="/policy">不变更，返回</Link>}
              onDone={() => go('/policy')}
            >
              <Fields name={name} onAsk={setAsked} />
            </CommandForm>
          </Panel>
        </Column>
        <ChangeImpact change={asked} />
      </Columns>
    </>
  );
}

const names = {
  'change.rules': '新的取值',
  'change.effectiveOn': '生效日',
  change: '新的取值',
  reason: '变更理由',
};

function Fields({ name, onAsk }: { readonly name: PolicyKey; readonly onAsk: (change: string) => void }) {
  const values = useFormValues();
  const silent = values['speaks'] === 'silent';
  return (
    <>
      <RadioField
        name="layer"
        label="哪一级的文件"
        options={[
          { value: 'own', label: '本局' },
          { value: 'province', label: '省级' },
        ]}
      />
      <RadioField
        name="speaks"
        label="文件怎么规定"
        options={[
          { value: 'value', label: '规定如下' },
          { value: 'silent', label: '不再规定' },
        ]}
      />
      {!silent && <RuleFields name={name} of="change.rules" />}
      <DateField name="effectiveOn" label="生效日" hint="今天或以后的日期。" />
      <LongTextField name="reason" label="变更理由" rows={2} />
      <p>
        <button type="button" className="button text" onClick={() => onAsk(JSON.stringify(changeOf(name, values)))}>
          看改了会怎样
        </button>
      </p>
    </>
  );
}

/** The form's values in the shape of the route; the server's schema judges it. */
function changeOf(key: PolicyKey, values: Values) {
  const rules = values['speaks'] === 'silent' ? {} : { [key]: typedRule(values) };
  return { layer: values['layer'], key, rules, effectiveOn: values['effectiveOn'] };
}
