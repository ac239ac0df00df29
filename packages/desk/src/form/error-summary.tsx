import { type MouseEvent, useEffect, useRef } from 'react';
import { Icon } from '../design/icon.tsx';
import { useSay } from '../design/words.tsx';
import type { FieldError } from './form-state.ts';

/** On top of the form after a failed sending: how many places, each a link to its field. */
export function ErrorSummary({
  errors,
  names,
  formId,
}: {
  readonly errors: readonly FieldError[];
  readonly names: Readonly<Record<string, string>>;
  readonly formId: string;
}) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="form-errors" role="alert" tabIndex={-1} ref={box}>
      <p>
        <Icon name="octagon" tone="late" /> 没有保存：有{errors.length}处需要改。
      </p>
      <ul>
        {errors.map((error) => {
          const name = names[error.name] === undefined ? (error.name.split('.')[0] ?? '') : error.name;
          return (
            <li key={error.name}>
              <a href={`#${formId}-${name}`} onClick={(event) => focusField(event, `${formId}-${name}`)}>
                {say(names[name] ?? '其他')}
              </a>
              ：{error.message}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function focusField(event: MouseEvent, id: string) {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  const control = field?.matches('input,select,textarea,button') === true ? field : field?.querySelector('input');
  if (control instanceof HTMLElement) control.focus();
}
