import type { DrawPreviewView } from '@mingchou/contract';
import { isOverridable } from '@mingchou/domain';
import { LongTextField, useFormValues } from '../../form/index.ts';

/** Asked only where the design departs from plan or policy in a way that a deputy director may allow. */
export function OverrideField({ findings }: { readonly findings: DrawPreviewView['findings'] }) {
  const typed = useFormValues()['overrideReason'];
  const asked = findings.some((finding) => isOverridable(finding)) || (typeof typed === 'string' && typed !== '');
  if (!asked) return null;
  return (
    <LongTextField
      name="overrideReason"
      label="与计划或规则不同的理由"
      rows={2}
      maxLength={500}
      hint="报{deputyDirector}批准，批准前名单不能冻结；理由、申请人和批准人记入办理记录"
    />
  );
}
