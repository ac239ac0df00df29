import { planRoutes } from '@mingchou/contract';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField } from '../../form/index.ts';
import type { ShownPlan } from './shown-plan.ts';

const names = { reason: '修订理由', effectiveOn: '施行日期' };

/** 开始修订: the plan stays as it is; what changes is written into a draft beside it. */
export function AmendDialog({ shown, onClose }: { readonly shown: ShownPlan; readonly onClose: () => void }) {
  const { plan } = shown;
  const { today } = useDesk();
  const go = useGo();
  return (
    <Dialog open title={`修订${plan.year}年度抽查计划？`} width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.amendPlan}
        fixed={{ planId: plan.id, version: plan.version }}
        initial={{ reason: '', effectiveOn: today }}
        names={names}
        verb="开始修订"
        onDone={({ planId }) => go(`/plan/${planId}`)}
        aside={<Button onPress={onClose}>不修订</Button>}
      >
        <p>现行计划不变，另起一份草稿。改完后同样要审核、审批和公开，从施行日期起代替现行计划。</p>
        <AmendmentFields />
      </CommandForm>
    </Dialog>
  );
}

/** The reason and the day of an amendment that is still a draft. */
export function AmendmentTermsDialog({ shown, onClose }: { readonly shown: ShownPlan; readonly onClose: () => void }) {
  const { plan } = shown;
  if (plan.amendment === null) return null;
  return (
    <Dialog open title={`修改第${plan.amendment.no}次修订的理由和日期？`} width={560} onClose={onClose}>
      <CommandForm
        route={planRoutes.updateAmendment}
        fixed={{ planId: plan.id, version: plan.version }}
        initial={{ reason: plan.amendment.reason, effectiveOn: plan.amendment.effectiveOn }}
        names={names}
        verb="保存理由和日期"
        onDone={onClose}
        aside={<Button onPress={onClose}>不修改</Button>}
      >
        <AmendmentFields />
      </CommandForm>
    </Dialog>
  );
}

function AmendmentFields() {
  return (
    <>
      <LongTextField name="reason" label="修订理由" hint="写进调整通知，并在门户上公开。" maxLength={500} />
      <DateField name="effectiveOn" label="施行日期" hint="今天或以后。批准晚于这一天的，从批准之日起施行。" />
    </>
  );
}
