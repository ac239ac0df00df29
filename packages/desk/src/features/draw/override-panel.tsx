import {
  drawRoutes,
  type DrawView,
  type ExclusionOverrideView,
  exclusionTitles,
  overrideTitles,
} from '@mingchou/contract';
import { useState } from 'react';
import { Button, Dialog, formatMoment, Panel, RefusalNote, StateText, useTerms } from '../../design/index.ts';
import { useCommand } from '../../api/index.ts';
import { CommandForm, LongTextField } from '../../form/index.ts';

/** 恢复与排除: what was asked for otherwise than the rules say, and what became of it. */
export function OverridePanel({ draw, mayDecide }: { readonly draw: DrawView; readonly mayDecide: boolean }) {
  if (draw.overrides.length === 0) return null;
  const waiting = draw.overrides.filter((one) => one.decision === null).length;
  const sub = draw.status !== 'preparing' ? '冻结后不能再改' : waiting === 0 ? '都已审批' : `${waiting}条待审批`;
  return (
    <Panel title="恢复与排除" sub={sub} padded>
      {draw.overrides.map((override) => (
        <Override
          key={override.no}
          draw={draw}
          override={override}
          mayDecide={mayDecide && draw.status === 'preparing' && override.decision === null}
        />
      ))}
    </Panel>
  );
}

function Override({
  draw,
  override,
  mayDecide,
}: {
  readonly draw: DrawView;
  readonly override: ExclusionOverrideView;
  readonly mayDecide: boolean;
}) {
  const { no, kind, name, was, text, ground, applicant } = override;
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(drawRoutes.approveExclusionOverride);
  const about = { drawId: draw.id, version: draw.version, no };
  const reasons = was.map((reason) => exclusionTitles[reason]).join('、');
  return (
    <div className="override">
      <p>
        <b>
          {overrideTitles[kind]}　{name}
        </b>
        {reasons !== '' && `（原为：${reasons}）`}
      </p>
      <p>
        {applicant.name}于{formatMoment(applicant.at, draw.year)}申请：{text}
        {ground !== null && `；依据${ground}`}
      </p>
      <p>
        <Decision draw={draw} override={override} mine={mayDecide} />
      </p>
      {mayDecide && (
        <p className="button-row">
          <Button look="small" busy={approve.pending} onPress={() => void approve.give(about)}>
            批准{overrideTitles[kind]}
          </Button>{' '}
          <Button look="small" onPress={() => setDeclining(true)}>
            不予{overrideTitles[kind]}
          </Button>
        </p>
      )}
      <RefusalNote refusal={approve.refusal} />
      <Dialog open={declining} title={`不予${overrideTitles[kind]}？`} onClose={() => setDeclining(false)} width={520}>
        <CommandForm
          route={drawRoutes.declineExclusionOverride}
          fixed={about}
          initial={{ text: '' }}
          names={{ text: '理由' }}
          verb={`不予${overrideTitles[kind]}`}
          onDone={() => setDeclining(false)}
          aside={<Button onPress={() => setDeclining(false)}>返回</Button>}
        >
          <LongTextField name="text" label="理由" maxLength={500} />
        </CommandForm>
      </Dialog>
    </div>
  );
}

function Decision({
  draw,
  override: { decision },
  mine,
}: {
  readonly draw: DrawView;
  readonly override: ExclusionOverrideView;
  readonly mine: boolean;
}) {
  const terms = useTerms();
  if (decision === null) {
    return (
      <StateText kind={mine ? 'mine' : 'waiting'}>{mine ? '请您审批' : `待${terms.deputyDirector}审批`}</StateText>
    );
  }
  const { act, text } = decision;
  const when = formatMoment(act.at, draw.year);
  if (decision.kind === 'approved') {
    return (
      <StateText kind="done">
        {act.name}于{when}批准
      </StateText>
    );
  }
  return (
    <StateText kind="none">
      {act.name}于{when}不予批准：{text ?? ''}
    </StateText>
  );
}
