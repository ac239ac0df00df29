import { LongTextField, RadioField, useFormValues } from '../../form/index.ts';

const modes = [
  { value: 'open', label: '公开抽签：名单先公开，开签即公布结果' },
  { value: 'sealed', label: '封存抽签：检查不事先通知，全部查完再公开' },
];

/** Open or sealed, and why; only where the bureau's rule lets this kind of task be sealed. */
export function SealingFields() {
  const sealed = isSealing(useFormValues());
  return (
    <>
      <RadioField name="sealing.mode" label="公开还是封存" options={modes} />
      {sealed && (
        <LongTextField
          name="sealing.reason"
          label="封存的理由"
          hint="为什么不能事先让企业知道。开封后公开。封存期间只公开承诺、日志证明和结果的加盐指纹"
          maxLength={500}
        />
      )}
    </>
  );
}

export function isSealing(values: Readonly<Record<string, unknown>>): boolean {
  return values['sealing.mode'] === 'sealed';
}
