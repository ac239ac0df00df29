import type { CommandRoute } from '@mingchou/contract';
import type { z } from 'zod';
import { Button, Dialog } from '../../design/index.ts';
import { CommandForm, LongTextField, type Values } from '../../form/index.ts';

interface ReasonDialogProps<I extends z.ZodType, R extends z.ZodType> {
  /** The question both buttons answer: 退回2022年度抽查计划？ */
  readonly question: string;
  readonly route: CommandRoute<I, R>;
  readonly fixed: Values;
  readonly field: 'reason' | 'opinion';
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly verb: string;
  readonly decline: string;
  readonly onClose: () => void;
}

/** A step that needs words: keeping a finding, sending a plan back, a reviewer's opinion. */
export function ReasonDialog<I extends z.ZodType, R extends z.ZodType>(props: ReasonDialogProps<I, R>) {
  const { question, route, fixed, field, label, hint, verb, decline, onClose } = props;
  return (
    <Dialog open title={question} width={560} onClose={onClose}>
      <CommandForm
        route={route}
        initial={{ [field]: '' }}
        fixed={fixed}
        toInput={(values) => values}
        names={{ [field]: label }}
        verb={verb}
        onDone={onClose}
        aside={<Button onPress={onClose}>{decline}</Button>}
      >
        <LongTextField
          name={field}
          label={label}
          {...(hint === undefined ? {} : { hint })}
          optional={props.optional === true}
        />
      </CommandForm>
    </Dialog>
  );
}
