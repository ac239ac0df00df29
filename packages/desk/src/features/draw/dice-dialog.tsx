import { type DrawView, drawRoutes } from '@mingchou/contract';
import { useId } from 'react';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, Field, useField } from '../../form/index.ts';
import { useShownTyping } from './show-typing.ts';
import { diceOf, fives } from './words.ts';

/** Typing what lies on the table: the operator first, then another person, who does not see the first typing. */
export function DiceDialog({
  draw,
  act,
  onClose,
}: {
  readonly draw: DrawView;
  readonly act: 'record' | 'confirm';
  readonly onClose: () => void;
}) {
  const count = diceOf(draw)?.digits ?? 0;
  const recording = act === 'record';
  const showTyping = useShownTyping(draw.id, recording && diceOf(draw)?.recordedBy === null);
  return (
    <Dialog
      open
      title={recording ? `录入第${draw.drawNo}号抽签的骰子数？` : `复核第${draw.drawNo}号抽签的骰子数？`}
      onClose={onClose}
      width={560}
    >
      <CommandForm
        route={recording ? drawRoutes.recordDice : drawRoutes.confirmDice}
        fixed={{ drawId: draw.id, version: draw.version }}
        initial={{ digits: '' }}
        names={{ digits: '骰子数' }}
        verb={recording ? '录入骰子数' : '复核骰子数'}
        onDone={onClose}
        aside={<Button onPress={onClose}>{recording ? '暂不录入' : '暂不复核'}</Button>}
      >
        <p>
          {recording
            ? `照桌面从左到右键入${count}位。全角数字和空格都可以。录入后由另一人在自己的设备上复核，复核前可以重新录入。`
            : `请看桌面，不看屏幕，从左到右再键入一遍${count}位。不一致时会指出是第几位。`}
        </p>
        <DigitsField count={count} onType={showTyping} />
      </CommandForm>
    </Dialog>
  );
}

const fullWidthZero = 0xff10;

function digitsIn(text: string): string {
  const narrow = [...text].map((char) => {
    const value = (char.codePointAt(0) ?? 0) - fullWidthZero;
    return value >= 0 && value <= 9 ? String(value) : char;
  });
  return narrow.join('').replace(/\D/g, '');
}

function DigitsField({ count, onType }: { readonly count: number; readonly onType: (digits: string) => void }) {
  const { id, value, set } = useField('digits');
  const counter = useId();
  const text = typeof value === 'string' ? value : '';
  const digits = digitsIn(text);
  return (
    <Field name="digits" label={`骰子数，${count}位`}>
      <input
        id={id}
        className="mono dice-input"
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        aria-describedby={counter}
        value={text}
        onChange={(event) => {
          set(event.target.value);
          onType(digitsIn(event.target.value));
        }}
        onBlur={() => set(fives(digits))}
      />
      <p className="field-hint" id={counter} aria-live="polite">
        已键入{digits.length}位，{digits.length === count ? '位数相符' : `要${count}位`}
      </p>
    </Field>
  );
}
