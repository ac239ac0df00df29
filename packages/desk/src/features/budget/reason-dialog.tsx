import type { CommandRoute } from '@mingchou/contract';
import type { z } from 'zod';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, LongTextField, type Values } from '../../form/index.ts';

/** A step of the budget that needs a reason. */
export function ReasonDialog<I extends z.ZodType, R extends z.ZodType>({
  question,
  route,
  fixed,
  label,
  verb,
  decline,
  onClose,
}: {
  readonly question: string;
  readonly route: CommandRoute<I, R>;
  readonly fixed: Values;
  readonly label: string;
  readonly verb: string;
  readonly decline: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open title={question} width={560} onClose={onClose}>
      <CommandForm
        route={route}
        initial={{ reason: '' }}
        fixed={fixed}
        names={{ reason: label }}
        verb={verb}
        onDone={onClose}
        aside={<Button onPress={onClose}>{decline}</Button>}
      >
        <LongTextField name="reason" label={label} />
      </CommandForm>
    </Dialog>
  );
}
