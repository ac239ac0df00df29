import { policyKeyTitles, policyValueSchemas } from '@mingchou/contract';
import type { PolicyKey } from '@mingchou/domain';
import { Field, LongTextField, RadioField, TextField, useField, type Values } from '../../form/index.ts';
import { usePolicyText } from './use-policy-text.ts';
import { ValueEditor } from './value-editor.tsx';
import { shapeOfKey } from './value-shape.ts';

/** The value of a rule and where it stands; `of` is the input's field that a refusal names. */
export function RuleFields({ name, of }: { readonly name: PolicyKey; readonly of: string }) {
  return (
    <>
      <ValueField name={name} of={of} />
      <TextField name="source" label="依据的文件" hint="文件名称或文号，如长应急〔2022〕9号。" />
      <TextField name="place" label="条款" hint="如第三条、七（一）。" optional />
      <LongTextField name="text" label="条款原文" rows={2} optional />
      <RadioField
        name="verified"
        label="对照过原文件"
        options={[
          { value: 'yes', label: '已对照' },
          { value: 'no', label: '待核' },
        ]}
      />
    </>
  );
}

function ValueField({ name, of }: { readonly name: PolicyKey; readonly of: string }) {
  const { value, set } = useField('value');
  const textOfRule = usePolicyText();
  return (
    <Field name={of} label="新的取值" hint={readBack(name, value, textOfRule)}>
      <ValueEditor shape={shapeOfKey(name)} name={name} label={policyKeyTitles[name]} value={value} onChange={set} />
    </Field>
  );
}

/** The value in the words of the page of rules, so that it is read before it is sent. */
function readBack(name: PolicyKey, value: unknown, textOfRule: ReturnType<typeof usePolicyText>): string {
  const parsed = policyValueSchemas[name].safeParse(value);
  return parsed.success ? `写成：${textOfRule(name, parsed.data)}` : '还没有填完整。';
}

/** The typed value with its clause; the server's schema judges it. */
export function typedRule(values: Values) {
  const text = textOf(values['text']);
  const clause = {
    source: textOf(values['source']),
    place: textOf(values['place']),
    ...(text === '' ? {} : { text }),
    verified: values['verified'] === 'yes',
  };
  return { value: values['value'], clause };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
