/** Import as `../../form/index.ts`. */
export { CommandForm, type CommandFormProps } from './command-form.tsx';
export * from './fields.tsx';
export { useField, useFormValues, useSetValue } from './form-context.ts';
export type { Values } from './form-state.ts';
export { IrreversibleDialog } from './irreversible-dialog.tsx';
export { halfWidth, normalizeTypedCode, normalizeTypedDate, parseTypedNumber } from './typed-text.ts';
