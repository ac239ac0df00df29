import type { DrawView } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { useState } from 'react';
import { Button, formatMoment, formatTime } from '../../design/index.ts';
import { CeremonyDialog } from './ceremony-dialog.tsx';
import { DiceStep } from './dice-step.tsx';
import { DispatchStep } from './dispatch-step.tsx';
import { DrandStep } from './drand-step.tsx';
import { FreezeStep } from './freeze-step.tsx';
import { LotteryStep } from './lottery-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { RunDialog, RunStep } from './run-step.tsx';
import { diceOf, drandOf, isOpen, openLine, waitingWitnesses } from './words.ts';

interface NextStepProps {
  readonly draw: DrawView;
  readonly now: Instant;
  /** Name of the person signed in. */
  readonly me: string;
  readonly roles: readonly string[];
  readonly mayOperate: boolean;
  readonly mayConfirm: boolean;
}

/** The verb of the next gate, and at most two plain buttons beside it. */
export function NextStep(props: NextStepProps) {
  const { draw } = props;
  const [running, setRunning] = useState(false);
  const [showing, setShowing] = useState(false);
  return (
    <>
      {draw.commitment !== null && (
        <Button icon="print" onPress={() => window.print()}>
          打印承诺单
        </Button>
      )}
      {draw.commitment !== null && <Button onPress={() => setShowing(true)}>打开仪式大屏</Button>}
      <Verb {...props} onRun={() => setRunning(true)} />
      {showing && <CeremonyDialog draw={draw} onClose={() => setShowing(false)} />}
      {running && <RunDialog draw={draw} onClose={() => setRunning(false)} />}
    </>
  );
}

type VerbProps = NextStepProps & { readonly onRun: () => void };

/** Gate 4, in the order of the protocol: dice and lottery, witnesses, drand. */
function CollectStep({ draw, now, me, roles, mayOperate, mayConfirm, onRun }: VerbProps) {
  const line = openLine(draw);
  if (line?.kind === 'dice') {
    return mayOperate || mayConfirm ? <DiceStep draw={draw} me={me} mayOperate={mayOperate} /> : null;
  }
  if (line !== undefined && line.lottery !== null) {
    const mayType = roles.includes(line.lottery.typist);
    return mayType || mayConfirm ? <LotteryStep draw={draw} source={line} me={me} mayType={mayType} /> : null;
  }
  if (!mayOperate) return null;
  const drand = drandOf(draw);
  const drandNext = drand !== undefined && drand.recordedAt === null && waitingWitnesses(draw).length === 0;
  return drandNext ? <DrandStep draw={draw} source={drand} now={now} /> : <RunStep draw={draw} onPress={onRun} />;
}

function Verb({ draw, now, me, roles, mayOperate, mayConfirm, onRun }: VerbProps) {
  switch (draw.status) {
    case 'preparing':
      return mayOperate ? <FreezeStep draw={draw} /> : null;
    case 'frozen':
      return mayOperate ? <PublishStep draw={draw} now={now} /> : null;
    case 'committed':
    case 'collecting':
      if (!isOpen(draw, now)) return <TooEarly draw={draw} now={now} />;
      return <CollectStep {...{ draw, now, me, roles, mayOperate, mayConfirm, onRun }} />;
    case 'drawn':
      return mayOperate ? <DispatchStep draw={draw} /> : null;
    case 'dispatched':
    case 'voided':
      return null;
  }
}

function TooEarly({ draw, now }: { readonly draw: DrawView; readonly now: Instant }) {
  const today = draw.openAt.slice(0, 10) === now.slice(0, 10);
  const when = today ? formatTime(draw.openAt) : formatMoment(draw.openAt, draw.year);
  const verb = diceOf(draw) === undefined ? '录入随机数' : '录入骰子数';
  return (
    <Button look="main" reason={`${when}后可${verb}`} reasonOnButton>
      {verb}
    </Button>
  );
}
