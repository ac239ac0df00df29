import { createContext, useContext, useEffect } from 'react';
import type { FieldError, Values } from './form-state.ts';

export interface FormContext {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly set: (name: string, value: unknown) => void;
  /** Prefix of the ids of this form's controls. */
  readonly id: string;
  /** What makes a field's typed text into its value; asked when the field is left and when the form is sent. */
  readonly readings: Map<string, Reading>;
}

/** Typed text to value: １２ to 12, 20220406 to 2022-04-06. Must give the same for what it gave. */
export type Reading = (value: unknown) => unknown;

export const formContext = createContext<FormContext | undefined>(undefined);

/** One field of the form around it: `const field = useField('title')`; for a control that our fields do not offer. */
export function useField(
  name: string,
  reading?: Reading,
): {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly error: string | undefined;
  readonly id: string;
  /** The field was left. */
  readonly settle: () => void;
} {
  const form = useContext(formContext);
  if (form === undefined) throw new Error(`field ${name} stands outside a form`);
  const { readings } = form;
  useEffect(() => {
    if (reading === undefined) return;
    readings.set(name, reading);
    return () => {
      readings.delete(name);
    };
  }, [readings, name, reading]);
  return {
    value: form.values[name],
    set: (value) => form.set(name, value),
    error: form.errors.find((error) => error.name === name || error.name.startsWith(`${name}.`))?.message,
    id: `${form.id}-${name}`,
    settle: () => {
      if (reading !== undefined) form.set(name, reading(form.values[name]));
    },
  };
}

/** Sets any value of the form around it, for a control that fills several fields at once. */
export function useSetValue(): (name: string, value: unknown) => void {
  const form = useContext(formContext);
  if (form === undefined) throw new Error('stands outside a form');
  return form.set;
}

/** All values of the form around it, to show or hide what depends on another field. */
export function useFormValues(): Values {
  return useContext(formContext)?.values ?? {};
}
