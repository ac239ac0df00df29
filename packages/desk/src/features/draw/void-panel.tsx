import { type DrawView, drawRoutes, voidReasonTitles } from '@mingchou/contract';
import { useState } from 'react';
import { Button, formatMoment, Panel, SealWithWord, StateText, Dialog, useTerms } from '../../design/index.ts';
import { CommandForm, IrreversibleDialog, LongTextField } from '../../form/index.ts';

/** A void draw says so first; an application waits for the leader. */
export function VoidPanel({ draw, mayDecide }: { readonly draw: DrawView; readonly mayDecide: boolean }) {
  if (draw.voided !== null) {
    const { reason, text, applicant, approver } = draw.voided;
    return (
      <Panel label="已作废" padded>
        <p>
          <SealWithWord character="废">{formatMoment(approver.at, draw.year)}</SealWithWord>
        </p>
        <p>
          {voidReasonTitles[reason]}：{text}
        </p>
        <p className="second">
          {applicant.name}申请，{approver.name}批准。下面的记录原样保留；任务已退回待抽签，可重新准备抽签。
        </p>
      </Panel>
    );
  }
  return draw.voidRequest === null ? null : (
    <VoidRequest draw={draw} request={draw.voidRequest} mayDecide={mayDecide} />
  );
}

function VoidRequest({
  draw,
  request,
  mayDecide,
}: {
  readonly draw: DrawView;
  readonly request: NonNullable<DrawView['voidRequest']>;
  readonly mayDecide: boolean;
}) {
  const terms = useTerms();
  const [asking, setAsking] = useState<'void' | 'decline'>();
  const close = () => setAsking(undefined);
  const about = { drawId: draw.id, version: draw.version };
  return (
    <Panel label="申请作废" padded>
      <p>
        <StateText kind={mayDecide ? 'mine' : 'waiting'} strong>
          {mayDecide ? '请您审批作废申请' : `待${terms.deputyDirector}审批作废申请`}
        </StateText>
      </p>
      <p>
        {request.applicant.name}于{formatMoment(request.applicant.at, draw.year)}申请作废，
        {voidReasonTitles[request.reason]}：{request.text}
      </p>
      {mayDecide && (
        <p className="button-row">
          <Button look="small" onPress={() => setAsking('void')}>
            批准作废
          </Button>{' '}
          <Button look="small" onPress={() => setAsking('decline')}>
            不予作废
          </Button>
        </p>
      )}
      <IrreversibleDialog
        open={asking === 'void'}
        question={`作废第${draw.drawNo}号抽签？`}
        verb={`作废第${draw.drawNo}号抽签`}
        decline="不作废"
        route={drawRoutes.voidDraw}
        input={about}
        fixes={['本次抽签的结果不再使用', '编号不再使用，任务退回待抽签']}
        seenBy={draw.commitment === null ? ['本局人员'] : ['门户上的任何人：承诺、理由和批准人', '公开日志']}
        onDone={close}
        onClose={close}
      />
      <Dialog open={asking === 'decline'} title="不予作废？" onClose={close} width={520}>
        <CommandForm
          route={drawRoutes.declineVoidDraw}
          fixed={about}
          initial={{ text: '' }}
          names={{ text: '理由' }}
          verb="不予作废"
          onDone={close}
          aside={<Button onPress={close}>返回</Button>}
        >
          <LongTextField name="text" label="理由" maxLength={500} />
        </CommandForm>
      </Dialog>
    </Panel>
  );
}
