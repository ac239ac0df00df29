import type { CommandRoute } from '@mingchou/contract';
import type { z } from 'zod';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, LongTextField, type Values } from '../../form/index.ts';

/** A step of the budget that needs a reason. */
export function ReasonDialog<I extends z.ZodType, R extends z.ZodType>({
  question,
  route,
  fixed,
  field = 'reason',
  note,
  label,
  verb,
  decline,
  onClose,
}: {
  readonly question: string;
  readonly route: CommandRoute<I, R>;
  readonly fixed: Values;
  /** Where the words go in the route's input. */
  readonly field?: 'reason' | 'opinion';
  /** What the step leaves as it is. */
  readonly note?: string;
  readonly label: string;
  readonly verb: string;
  readonly decline: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog open title={question} width={560} onClose={onClose}>
      <CommandForm
        route={route}
        toInput={(values) => values}
        initial={{ [field]: '' }}
        fixed={fixed}
        names={{ [field]: label }}
        verb={verb}
        onDone={onClose}
        aside={<Button onPress={onClose}>{decline}</Button>}
      >
        {note !== undefined && <p>{note}</p>}
        <LongTextField name={field} label={label} optional={field === 'opinion'} />
      </CommandForm>
    </Dialog>
  );
}
