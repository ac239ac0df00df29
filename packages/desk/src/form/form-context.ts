import { createContext, useContext } from 'react';
import type { FieldError, Values } from './form-state.ts';

export interface FormContext {
  readonly values: Values;
  readonly errors: readonly FieldError[];
  readonly set: (name: string, value: unknown) => void;
  /** Prefix of the ids of this form's controls. */
  readonly id: string;
}

export const formContext = createContext<FormContext | undefined>(undefined);

/** One field of the form around it: `const field = useField('title')`; for a control that our fields do not offer. */
export function useField(name: string): {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly error: string | undefined;
  readonly id: string;
} {
  const form = useContext(formContext);
  if (form === undefined) throw new Error(`field ${name} stands outside a form`);
  return {
    value: form.values[name],
    set: (value) => form.set(name, value),
    error: form.errors.find((error) => error.name === name || error.name.startsWith(`${name}.`))?.message,
    id: `${form.id}-${name}`,
  };
}

/** All values of the form around it, to show or hide what depends on another field. */
export function useFormValues(): Values {
  return useContext(formContext)?.values ?? {};
}
