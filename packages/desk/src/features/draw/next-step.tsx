import type { DrawView } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { useState } from 'react';
import { Button, formatMoment, formatTime, Link } from '../../design/index.ts';
import { DiceStep } from './dice-step.tsx';
import { DispatchStep } from './dispatch-step.tsx';
import { FreezeStep } from './freeze-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { RunDialog, RunStep } from './run-step.tsx';
import { diceOf, isOpen } from './words.ts';

interface NextStepProps {
  readonly draw: DrawView;
  readonly now: Instant;
  /** Name of the person signed in. */
  readonly me: string;
  readonly mayOperate: boolean;
  readonly mayConfirm: boolean;
}

/** The verb of the next gate, and at most two plain buttons beside it. */
export function NextStep(props: NextStepProps) {
  const { draw } = props;
  const [running, setRunning] = useState(false);
  return (
    <>
      {draw.commitment !== null && (
        <Button icon="print" onPress={() => window.print()}>
          打印承诺单
        </Button>
      )}
      {draw.commitment !== null && (
        <Link to={`/ceremony/${draw.id}`} button="plain">
          打开仪式大屏
        </Link>
      )}
      <Verb {...props} onRun={() => setRunning(true)} />
      {running && <RunDialog draw={draw} onClose={() => setRunning(false)} />}
    </>
  );
}

function Verb({ draw, now, me, mayOperate, mayConfirm, onRun }: NextStepProps & { readonly onRun: () => void }) {
  switch (draw.status) {
    case 'preparing':
      return mayOperate ? <FreezeStep draw={draw} /> : null;
    case 'frozen':
      return mayOperate ? <PublishStep draw={draw} now={now} /> : null;
    case 'committed':
    case 'collecting':
      if (!isOpen(draw, now)) return <TooEarly draw={draw} now={now} />;
      if (diceOf(draw)?.confirmedAt !== null) return mayOperate ? <RunStep draw={draw} onPress={onRun} /> : null;
      return mayOperate || mayConfirm ? <DiceStep draw={draw} me={me} mayOperate={mayOperate} /> : null;
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
  return (
    <Button look="main" reason={`${when}后可录入骰子数`} reasonOnButton>
      录入骰子数
    </Button>
  );
}
