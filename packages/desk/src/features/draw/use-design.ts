import { useFormValues, useField } from '../../form/index.ts';
import type { DesignForm } from './design-form.ts';

/** The design as it stands in the form around it; draft and refusals go with the form. */
export function useDesign(): { readonly form: DesignForm; readonly set: (form: DesignForm) => void } {
  const field = useField('design');
  const form = useFormValues()['design'] as DesignForm;
  return { form, set: (next) => field.set(next) };
}
