import { type DesignBasisView, type DrawDesignView, drawRoutes, policyRoutes } from '@mingchou/contract';
import { type DrawPolicy, drawPolicyOf, profileForTask, type SourceKind, type TaskId } from '@mingchou/domain';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { formatDate, Link, PageHead, Waiting } from '../../design/index.ts';
import { CommandForm, DateField, TextField, type Values } from '../../form/index.ts';
import { announcedOf } from './announced.ts';
import { type DesignForm, designFormOf, typedDesign } from './design-form.ts';
import { DesignColumns, DesignParts } from './design-parts.tsx';
import { isSealing, SealingFields } from './sealing-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { useTypedPreview } from './use-preview.ts';
import { instantOfTyped } from './words.ts';

/** 抽签设计: what is drawn from what, who brings randomness, and when is it thrown? */
export function PreparePage() {
  const { taskId = '' } = usePathParams();
  const basis = useQueryRoute(drawRoutes.showDesign, { taskId: taskId as TaskId });
  const policy = useQueryRoute(policyRoutes.taskRules, { taskId: taskId as TaskId });
  if (basis.data === undefined) return <Waiting on={basis} />;
  if (policy.data === undefined) return <Waiting on={policy} />;
  return <Designer basis={basis.data} {...drawPolicyOf(profileForTask(policy.data.profile, policy.data.rules))} />;
}

interface DesignerProps {
  readonly basis: DesignBasisView;
  readonly diceDigits: number;
  readonly allowedSources: readonly SourceKind[];
  readonly sealing: DrawPolicy['sealing'];
}

function Designer({ basis, diceDigits, allowedSources, sealing }: DesignerProps) {
  const go = useGo();
  const { today } = useDesk();
  const [initial] = useState(() => ({
    design: designFormOf(basis.plain, basis),
    overrideReason: '',
    ...{ 'openAt.time': '10:00', 'sources.dice': diceDigits, 'sources.drandMinutes': '' },
    'sealing.mode': 'open',
  }));
  const shown = useTypedPreview(basis.taskId, basis.plain);
  return (
    <>
      <PageHead
        title={`准备抽签　${basis.objects}`}
        meta={`计划任务${basis.rowNo}，${basis.sum}，检查最晚${formatDate(basis.to)}完成`}
      />
      <DesignColumns basis={basis} shown={shown}>
        <CommandForm
          route={drawRoutes.prepareDraw}
          fixed={{ taskId: basis.taskId }}
          initial={initial}
          draft={`prepare-draw:${basis.taskId}`}
          names={{
            design: '抽签设计',
            overrideReason: '与计划或规则不同的理由',
            openAt: '开启时间',
            sources: '随机数来源',
            'sealing.reason': '封存的理由',
            'witnesses.0.name': '见证人W1姓名',
            'witnesses.0.organisation': '见证人W1单位',
            'witnesses.1.name': '见证人W2姓名',
            'witnesses.1.organisation': '见证人W2单位',
          }}
          toInput={(values) => toInput(values, basis.plain)}
          verb="准备抽签"
          onDone={({ drawId }) => go(`/draw/${drawId}`)}
          aside={<Link to="/task">不准备，返回任务</Link>}
        >
          <DesignParts basis={basis} shown={shown} onTyped={shown.onTyped} />
          <h3 className="design-part">
            随机数来源<span className="hint">　合计至少64比特，去掉任何一方仍至少24比特；缺一个都不能抽</span>
          </h3>
          <DateField
            name="openAt"
            label="开启日期"
            hint={`今天是${formatDate(today)}。到这一天才投骰子，公开承诺时还可以改`}
          />
          <TextField name="openAt.time" label="开启时刻（北京时间）" width={120} hint="如10:00" />
          {sealing.selections.includes(basis.selection) && <SealingFields />}
          <SourceFields allowed={allowedSources} />
          <TextField name="witnesses.0.name" label="见证人W1姓名" width={200} />
          <TextField name="witnesses.0.organisation" label="见证人W1单位" hint="如县纪委监委派驻组" />
          <TextField name="witnesses.1.name" label="见证人W2姓名" width={200} />
          <TextField name="witnesses.1.organisation" label="见证人W2单位" hint="如县个体私营企业协会" />
        </CommandForm>
      </DesignColumns>
    </>
  );
}

function toInput(values: Values, plain: DrawDesignView): Values {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  const design = typedDesign(values['design'] as DesignForm);
  // The row as it was approved is no design of anybody: the server reads it from the plan itself.
  const own = JSON.stringify(design) === JSON.stringify(plain) ? {} : { design: design ?? null };
  const reason = text('overrideReason').trim();
  return {
    ...own,
    ...(reason === '' ? {} : { overrideReason: reason }),
    openAt: instantOfTyped(text('openAt'), text('openAt.time')),
    sources: announcedOf(values),
    sealing: isSealing(values) ? { reason: text('sealing.reason') } : null,
    witnesses: [0, 1].map((no) => ({
      name: text(`witnesses.${no}.name`),
      organisation: text(`witnesses.${no}.organisation`),
    })),
  };
}
