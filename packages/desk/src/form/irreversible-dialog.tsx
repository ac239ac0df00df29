import type { CommandRoute } from '@mingchou/contract';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useCommand } from '../api/use-command.ts';
import { Button } from '../design/button.tsx';
import { Dialog, DialogAnswers } from '../design/dialog.tsx';
import { Icon } from '../design/icon.tsx';
import { RefusalNote } from '../design/waiting.tsx';
import './irreversible-dialog.css';

interface IrreversibleDialogProps<I extends z.ZodType, R extends z.ZodType> {
  readonly open: boolean;
  /** The question both buttons answer: 公开第2号抽签的承诺？ */
  readonly question: string;
  /** 公开承诺 */
  readonly verb: string;
  /** 暂不公开, never 取消. */
  readonly decline: string;
  readonly route: CommandRoute<I, R>;
  readonly input: z.input<I>;
  /** What can no longer be changed: 名单41家, 规则, 执法人员12人. */
  readonly fixes: readonly string[];
  /** Who will see it: 门户上的任何人, 公开日志. */
  readonly seenBy: readonly string[];
  /** Why it cannot be done now; stands beside the button. */
  readonly reason?: string | undefined;
  readonly onDone: (reply: z.output<R>) => void;
  readonly onClose: () => void;
  /** Anything the officer must add, such as the reason of a voiding. */
  readonly children?: ReactNode;
}

/**
 * 冻结名单、公开承诺、开签、公示、作废: says what becomes fixed and who will see it, then gives the command. Routes with
 * `reauthenticate` ask for the password on top (once in five minutes). No red button, no 「确定吗」.
 *
 *     <IrreversibleDialog open={asking} question="公开第2号抽签的承诺？" verb="公开承诺" decline="暂不公开"
 *       route={drawRoutes.publishCommitment} input={{ drawId, version }} fixes={[…]} seenBy={[…]}
 *       onDone={…} onClose={() => setAsking(false)} />
 */
export function IrreversibleDialog<I extends z.ZodType, R extends z.ZodType>(props: IrreversibleDialogProps<I, R>) {
  const command = useCommand(props.route);
  const close = () => {
    command.forget();
    props.onClose();
  };
  const give = async () => {
    const outcome = await command.give(props.input);
    if (outcome.ok) props.onDone(outcome.value);
  };
  return (
    <Dialog open={props.open} title={props.question} onClose={close}>
      <div className="irreversible">
        <h3>
          <Icon name="lock" /> 此后不能再改
        </h3>
        <ul>
          {props.fixes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <h3>
          <Icon name="eye" /> 谁会看到
        </h3>
        <ul>
          {props.seenBy.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        {props.children}
        <RefusalNote refusal={command.refusal} />
        <DialogAnswers>
          <Button onPress={close}>{props.decline}</Button>
          <Button look="main" busy={command.pending} reason={props.reason} onPress={() => void give()}>
            {props.verb}
          </Button>
        </DialogAnswers>
      </div>
    </Dialog>
  );
}
