import type { CommandRoute } from '@mingchou/contract';
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { useCheckedCommand } from '../api/use-command.ts';
import { Button } from '../design/button.tsx';
import { Icon } from '../design/icon.tsx';
import { RefusalNote } from '../design/waiting.tsx';
import './command-form.css';
import { ErrorSummary } from './error-summary.tsx';
import { type Reading, formContext } from './form-context.ts';
import {
  type FieldError,
  type Values,
  errorsOfIssues,
  errorsOfRefusal,
  readValues,
  withoutBlanks,
} from './form-state.ts';
import { useDraft } from './use-draft.ts';

export interface CommandFormProps<I extends z.ZodType, R extends z.ZodType> {
  readonly route: CommandRoute<I, R>;
  readonly initial: Values;
  /** Parts of the input that are not typed: ids, `version`. */
  readonly fixed?: Values;
  /** Puts the typed values into the shape of the route's input, when it is not the same. */
  readonly toInput?: (values: Values) => Values;
  /** Name under which what is typed is kept every 5 s, with the record's id: `plan-edit:0190…`. Without it nothing is kept. */
  readonly draft?: string;
  /** Verb + noun: 建立计划草稿. */
  readonly verb: string;
  /** `plain` in a pane, where the page's own main action stands elsewhere. */
  readonly look?: 'main' | 'plain';
  /** Words of the fields for the error summary: `{ title: '计划名称' }`. */
  readonly names: Readonly<Record<string, string>>;
  readonly onDone: (reply: z.output<R>) => void;
  /** A second button: 不建立，返回列表. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Our one form, inside a padded panel, a page or (up to five fields) a dialog:
 *
 *     <CommandForm route={planRoutes.createPlan} initial={{ year: 2022, title: '' }} draft="plan-new"
 *       names={{ year: '年度', title: '名称' }} verb="建立计划草稿" onDone={(plan) => go(`/plan/${plan.id}`)}>
 *       <NumberField name="year" label="年度" unit="年" />
 *       <TextField name="title" label="名称" hint="与正式文件的标题相同" />
 *     </CommandForm>
 *
 * On sending, the route's schema is asked first; errors stand at the fields and in a summary that links to them.
 * What was typed survives a refusal, an ended session and a closed window; a double click has one effect.
 */
export function CommandForm<I extends z.ZodType, R extends z.ZodType>(props: CommandFormProps<I, R>) {
  const { route, initial, fixed, toInput = withoutBlanks, draft, names, onDone } = props;
  const id = useId();
  const command = useCheckedCommand(route);
  const { values, setValues, savedAt, save, restored, discard, finish } = useDraft(draft, initial);
  const [ownErrors, setOwnErrors] = useState<readonly FieldError[]>([]);
  const readings = useRef(new Map<string, Reading>()).current;
  const errors = useMemo(
    () => (ownErrors.length > 0 ? ownErrors : errorsOfRefusal(command.refusal)),
    [ownErrors, command.refusal],
  );

  const sendIt = async () => {
    // Enter sends while a field has not been left yet.
    const read = readValues(values, readings);
    setValues(() => read);
    const input = { ...fixed, ...toInput(read) };
    const checked = route.input.safeParse(input, { reportInput: true });
    setOwnErrors(checked.success ? [] : errorsOfIssues(checked.error.issues));
    if (!checked.success) return;
    const outcome = await command.give(input);
    if (!outcome.ok) return;
    finish();
    onDone(outcome.value);
  };
  const keepOnCtrlS = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    save();
  };
  const context = useMemo(
    () => ({
      values,
      errors,
      id,
      readings,
      set: (name: string, value: unknown) =>
        setValues((old) => (Object.is(old[name], value) ? old : { ...old, [name]: value })),
    }),
    [values, errors, id, readings, setValues],
  );

  return (
    <formContext.Provider value={context}>
      <form
        className="command-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog opened from inside another form is no part of that form.
          event.stopPropagation();
          void sendIt();
        }}
        onKeyDown={keepOnCtrlS}
      >
        {restored && (
          <p className="form-restored" role="status">
            <Icon name="info" /> 接着填写{savedAt}保存的内容。
            <Button look="text" onPress={discard}>
              不要草稿，重新填写
            </Button>
          </p>
        )}
        <ErrorSummary errors={errors} names={names} formId={id} />
        {errors.length === 0 && <RefusalNote refusal={command.refusal} />}
        {props.children}
        <div className="form-actions">
          <Button look={props.look ?? 'main'} submits busy={command.pending}>
            {props.verb}
          </Button>
          {props.aside}
          <span className="hint" aria-live="polite">
            {savedAt !== undefined && `${savedAt}已自动保存`}
          </span>
        </div>
      </form>
    </formContext.Provider>
  );
}
