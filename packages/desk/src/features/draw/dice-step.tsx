import type { DrawView } from '@mingchou/contract';
import { useState } from 'react';
import { Button } from '../../design/index.ts';
import { DiceDialog } from './dice-dialog.tsx';
import { diceOf } from './words.ts';

/** Gate 4, the dice: one records, another confirms. */
export function DiceStep({
  draw,
  me,
  mayOperate,
}: {
  readonly draw: DrawView;
  readonly me: string;
  readonly mayOperate: boolean;
}) {
  const [act, setAct] = useState<'record' | 'confirm'>();
  const recordedBy = diceOf(draw)?.recordedBy ?? null;
  const recordedByMe = recordedBy === me;
  return (
    <>
      {recordedBy === null && mayOperate && (
        <Button look="main" onPress={() => setAct('record')}>
          录入骰子数
        </Button>
      )}
      {recordedBy !== null && mayOperate && <Button onPress={() => setAct('record')}>重新录入骰子数</Button>}
      {recordedBy !== null && (
        <Button
          look="main"
          reason={recordedByMe ? '录入人不能复核，请另一人在自己的设备上复核' : undefined}
          onPress={() => setAct('confirm')}
        >
          复核骰子数
        </Button>
      )}
      {act !== undefined && <DiceDialog draw={draw} act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}
