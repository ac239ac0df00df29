import { type DrawView, drawRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useCommand } from '../../api/index.ts';
import { Button, Dialog, formatMoment, Link, Panel, RefusalNote, StateText, useTerms } from '../../design/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';

/** 与计划或规则不同的设计: who asked why, who decides; and the way to the designer while nothing is frozen. */
export function DesignOverridePanel({
  draw,
  mayDecide,
  mayOperate,
}: {
  readonly draw: DrawView;
  readonly mayDecide: boolean;
  readonly mayOperate: boolean;
}) {
  const terms = useTerms();
  const { override, status } = draw;
  const redesign = mayOperate && status === 'preparing';
  if (override === null) {
    return redesign ? (
      <p className="second">
        {draw.filterWords}。<Link to={`/draw/${draw.id}/design`}>改设计</Link>
      </p>
    ) : null;
  }
  const { approved, reason, requested } = override;
  const waiting = approved === null && status === 'preparing';
  return (
    <Panel label="与计划或规则不同的设计" padded>
      <p>
        {approved === null ? (
          <StateText kind={mayDecide && waiting ? 'mine' : 'waiting'} strong>
            {mayDecide && waiting
              ? '请您审批：设计与计划或规则不同'
              : `待${terms.deputyDirector}审批：设计与计划或规则不同`}
          </StateText>
        ) : (
          <StateText kind="done">
            设计与计划或规则不同，{approved.name}于{formatMoment(approved.at, draw.year)}批准
          </StateText>
        )}
      </p>
      <p>
        {requested.name}于{formatMoment(requested.at, draw.year)}写明：{reason}
      </p>
      {waiting && mayDecide && <Decide draw={draw} />}
      {redesign && (
        <p>
          <Link to={`/draw/${draw.id}/design`}>改设计</Link>
        </p>
      )}
    </Panel>
  );
}

function Decide({ draw }: { readonly draw: DrawView }) {
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(drawRoutes.approveDrawOverride);
  const about = { drawId: draw.id, version: draw.version };
  return (
    <>
      <p className="button-row">
        <Button look="small" busy={approve.pending} onPress={() => void approve.give(about)}>
          批准这个设计
        </Button>{' '}
        <Button look="small" onPress={() => setDeclining(true)}>
          不予批准
        </Button>
      </p>
      <RefusalNote refusal={approve.refusal} />
      <Dialog open={declining} title="不予批准这个设计？" onClose={() => setDeclining(false)} width={520}>
        <CommandForm
          route={drawRoutes.declineDrawOverride}
          fixed={about}
          initial={{ text: '' }}
          names={{ text: '理由' }}
          verb="不予批准"
          onDone={() => setDeclining(false)}
          aside={<Button onPress={() => setDeclining(false)}>返回</Button>}
        >
          <LongTextField name="text" label="理由" maxLength={500} />
        </CommandForm>
      </Dialog>
    </>
  );
}
