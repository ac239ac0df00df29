import { type DrawView, drawRoutes, type SealingView } from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog, formatDate, formatMoment, Panel, StateText, useTerms } from '../../design/index.ts';
import { CommandForm, IrreversibleDialog, LongTextField } from '../../form/index.ts';

/** 封存抽签: what is closed, to whom, until when; and the unsealing. */
export function SealingPanel({ draw, roles }: { readonly draw: DrawView; readonly roles: readonly string[] }) {
  const { sealing } = draw;
  if (sealing === null || draw.status === 'voided') return null;
  const { unsealed } = sealing;
  return (
    <Panel title="封存抽签" sub={`理由：${sealing.reason}`} padded>
      {unsealed === null ? (
        <Closed draw={draw} sealing={sealing} roles={roles} />
      ) : (
        <p>
          {unsealed.act.name}于{formatMoment(unsealed.act.at, draw.year)}开封，名单、随机数、结果和盐已全部公开。
          {unsealed.early !== null && `提前开封的理由：${unsealed.early}`}
        </p>
      )}
    </Panel>
  );
}

interface ClosedProps {
  readonly draw: DrawView;
  readonly sealing: SealingView;
  readonly roles: readonly string[];
}

function Closed({ draw, sealing, roles }: ClosedProps) {
  const terms = useTerms();
  const [asking, setAsking] = useState<'over' | 'early'>();
  const { all, open } = sealing.visits;
  const drawn = draw.result !== null;
  const over = draw.status === 'dispatched' && open === 0;
  const leads = roles.includes('deputyDirector');
  const mayUnseal = leads || roles.includes(draw.operatorRole);
  const close = () => setAsking(undefined);
  return (
    <>
      <p>
        {sealing.closed
          ? `抽中了谁、随机数和名单，检查结束开封之前只给抽签经办人、${terms.deputyDirector}和审计看；检查人员派发后只看自己的检查。`
          : '门户、大屏和自查都看不到抽中了谁。请不要截图、转发或打印带走。'}
      </p>
      {drawn && <Standing sealing={sealing} over={over} />}
      {drawn && mayUnseal && (
        <p className="button-row">
          {over ? (
            <Button look="main" onPress={() => setAsking('over')}>
              开封
            </Button>
          ) : (
            leads && <Button onPress={() => setAsking('early')}>决定提前开封</Button>
          )}
        </p>
      )}
      <IrreversibleDialog
        open={asking === 'over'}
        question={`第${draw.drawNo}号抽签现在开封？`}
        verb="开封"
        decline="暂不开封"
        route={drawRoutes.unsealDraw}
        input={{ drawId: draw.id, version: draw.version }}
        fixes={[`${all}户检查已全部结束`, '开封后不能再封存']}
        seenBy={seenBy}
        onDone={close}
        onClose={close}
      />
      {asking === 'early' && <EarlyDialog draw={draw} open={open} onClose={close} />}
    </>
  );
}

const seenBy = ['门户上的任何人：名单、随机数、签号、抽中和候补、理由', '公开日志：开签后的变更', '检查进度随之公开'];

function Standing({ sealing, over }: { readonly sealing: SealingView; readonly over: boolean }) {
  const { all, open } = sealing.visits;
  if (!over) {
    return (
      <p>
        <StateText kind="waiting">{all === 0 ? '还没有派发' : `${all}户检查，还有${open}户没有查完`}</StateText>
      </p>
    );
  }
  const by = sealing.unsealBy === null ? '' : `，最晚${formatDate(sealing.unsealBy)}开封`;
  return (
    <p>
      <StateText kind={sealing.overdue ? 'late' : 'mine'} strong>
        {all}户检查已全部结束{by}
        {sealing.overdue && '，已超期'}
      </StateText>
    </p>
  );
}

function EarlyDialog({ draw, open, onClose }: { draw: DrawView; open: number; onClose: () => void }) {
  return (
    <Dialog open title={`还有${open}户没有查完，提前开封第${draw.drawNo}号抽签？`} onClose={onClose} width={560}>
      <CommandForm
        route={drawRoutes.unsealDraw}
        fixed={{ drawId: draw.id, version: draw.version }}
        initial={{ reason: '' }}
        names={{ reason: '提前开封的理由' }}
        verb="提前开封"
        onDone={onClose}
        aside={<Button onPress={onClose}>不开封</Button>}
      >
        <LongTextField
          name="reason"
          label="提前开封的理由"
          hint="随开封公开。没有查完的企业从此知道要来检查"
          maxLength={500}
        />
      </CommandForm>
    </Dialog>
  );
}
