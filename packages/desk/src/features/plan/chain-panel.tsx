import { planRoutes } from '@mingchou/contract';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/client.ts';
import { keepFile } from '../../api/keep-file.ts';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, formatDate, formatMoment, Panel, Particulars, StateText } from '../../design/index.ts';
import { Basis } from './basis.tsx';
import { ChainDialog, type ChainStep } from './chain-dialogs.tsx';
import type { ShownPlan } from './shown-plan.ts';

interface PartProps {
  readonly shown: ShownPlan;
  readonly onTake: (step: ChainStep) => void;
}

/** 批准与备案: the way outside the bureau, each step with its day, its paper and who entered it. */
export function ChainPanel({ shown }: { readonly shown: ShownPlan }) {
  const [step, setStep] = useState<ChainStep>();
  const { today } = useDesk();
  const { government, filing } = shown.approval;
  const numbered = shown.plan.approved !== null;
  if (government === null && filing === null && !numbered) return null;
  return (
    <Panel as="aside" title="批准与备案" sub="局内审批之后">
      {government !== null && <GovernmentPart shown={shown} onTake={setStep} />}
      {numbered && <NumberPart shown={shown} onTake={setStep} />}
      {filing !== null && <FilingPart shown={shown} onTake={setStep} />}
      {step !== undefined && <ChainDialog shown={shown} step={step} today={today} onClose={() => setStep(undefined)} />}
    </Panel>
  );
}

function GovernmentPart({ shown, onTake }: PartProps) {
  const { plan, approval } = shown;
  const may = useMay();
  if (approval.government === null) return null;
  const { clause, sent, answer } = approval.government;
  const waiting = plan.status === 'awaiting-government';
  const rows: (readonly [string, ReactNode])[] = [];
  if (sent !== null)
    rows.push([
      '报送',
      <Entered
        key="s"
        text={`${formatDate(sent.sentOn, plan.year)}报${sent.to}`}
        who={sent.recorded}
        year={plan.year}
      />,
    ]);
  if (answer !== null) {
    const text = `${formatDate(answer.answeredOn, plan.year)}批准，${answer.documentNo}`;
    rows.push(['批复', <Entered key="a" text={text} who={answer.recorded} year={plan.year} />]);
    if (answer.opinion !== '') rows.push(['意见', answer.opinion]);
    if (answer.file !== null) rows.push(['文件', <Paper key="f" planId={plan.id} file={answer.file} />]);
  }
  return (
    <Block title="报同级政府批准">
      <p className="chain-basis">
        <Basis clause={clause} />
      </p>
      {rows.length === 0 ? (
        <StateText kind={waiting ? 'waiting' : 'not-begun'}>
          {waiting ? '待报送。批准以前不能公开，也不能抽签。' : '局内审批后报送'}
        </StateText>
      ) : (
        <Particulars rows={rows} />
      )}
      {waiting && sent === null && may('send-plan-to-government') && (
        <Command onPress={() => onTake('send')}>登记报送政府</Command>
      )}
      {waiting && sent !== null && may('record-government-answer') && (
        <Command onPress={() => onTake('answer')}>登记政府批复</Command>
      )}
    </Block>
  );
}

function NumberPart({ shown, onTake }: PartProps) {
  const { plan } = shown;
  const may = useMay();
  const numbers = plan.status === 'approved' && plan.documentNo === null && may('number-plan');
  return (
    <Block title="文号">
      {plan.documentNo ?? <StateText kind="not-begun">未编文号</StateText>}
      {plan.issuedOn !== null && <div className="second">{formatDate(plan.issuedOn, plan.year)}印发</div>}
      {numbers && <Command onPress={() => onTake('number')}>编文号</Command>}
    </Block>
  );
}

function FilingPart({ shown, onTake }: PartProps) {
  const { plan, approval } = shown;
  const may = useMay();
  if (approval.filing === null) return null;
  const { clause, last, late, sent, receipt } = approval.filing;
  const decided = plan.status === 'approved' || plan.status === 'published';
  const rows: (readonly [string, ReactNode])[] = [['报送机关', approval.filing.with]];
  if (last !== null) rows.push(['期限', `最晚${formatDate(last, plan.year)}`]);
  if (sent !== null)
    rows.push([
      '报备',
      <Entered key="s" text={formatDate(sent.sentOn, plan.year)} who={sent.recorded} year={plan.year} />,
    ]);
  if (receipt !== null) {
    const text = `${formatDate(receipt.receivedOn, plan.year)}，${receipt.receiptNo}`;
    rows.push(['回执', <Entered key="r" text={text} who={receipt.recorded} year={plan.year} />]);
    if (receipt.file !== null) rows.push(['文件', <Paper key="f" planId={plan.id} file={receipt.file} />]);
  }
  return (
    <Block title="报上级备案">
      <p className="chain-basis">
        <Basis clause={clause} />
      </p>
      {late && (
        <p>
          <StateText kind="late">{sent === null ? '已过期限，请尽快报备' : '晚于期限报备'}</StateText>
        </p>
      )}
      {!decided && <StateText kind="not-begun">批准后报备</StateText>}
      {decided && <Particulars rows={rows} />}
      {decided && sent === null && may('file-plan') && <Command onPress={() => onTake('file')}>登记报备</Command>}
      {sent !== null && receipt === null && may('record-filing-receipt') && (
        <Command onPress={() => onTake('receipt')}>登记备案回执</Command>
      )}
    </Block>
  );
}

type Signed = NonNullable<ShownPlan['plan']['approved']>;

function Entered({ text, who, year }: { readonly text: string; readonly who: Signed; readonly year: number }) {
  return (
    <>
      {text}
      <div className="second">
        {who.name}登记　{formatMoment(who.at, year)}
      </div>
    </>
  );
}

function Command({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <div className="row-commands">
      <Button look="small" onPress={onPress}>
        {children}
      </Button>
    </div>
  );
}

function Paper({ planId, file }: { readonly planId: string; readonly file: { name: string; hash: string } }) {
  const take = async () => {
    const outcome = await ask(planRoutes.planFile, { planId, hash: file.hash });
    if (outcome.ok) keepFile(outcome.value);
  };
  return (
    <button type="button" className="link" onClick={() => void take()}>
      {file.name}
    </button>
  );
}
