import type { RefusalReply } from '@mingchou/contract';
import type { z } from 'zod';

/** What stands in the fields, by name; the route's schema judges it when the form is sent. */
export type Values = Readonly<Record<string, unknown>>;

export interface FieldError {
  readonly name: string;
  readonly message: string;
}

/** The errors of a refused or unreadable input by field; the first error of a field counts. */
export function errorsOfIssues(issues: readonly z.core.$ZodIssue[]): readonly FieldError[] {
  return firstOfEach(issues.map((issue) => ({ name: issue.path.map(String).join('.'), message: wordsOf(issue) })));
}

export function errorsOfRefusal(refusal: RefusalReply | undefined): readonly FieldError[] {
  return firstOfEach((refusal?.fields ?? []).map((field) => ({ name: field.path, message: field.message })));
}

function firstOfEach(errors: readonly FieldError[]): readonly FieldError[] {
  return errors.filter((error, place) => errors.findIndex((one) => one.name === error.name) === place);
}

/** zod's issue in the words of an officer; a schema's own Chinese message is kept. */
export function wordsOf(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === ''
        ? '没有填写'
        : typeWords(issue.expected);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? tooFew(issue) : `不能小于${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' ? `最多${issue.maximum}个字` : `不能大于${issue.maximum}`;
    case 'invalid_value':
      return '请从所列各项中选一项';
    default:
      return '填写的内容不能识别';
  }
}

function tooFew(issue: z.core.$ZodIssueTooSmall): string {
  if (Number(issue.minimum) <= 1) return issue.origin === 'array' ? '至少选一项' : '没有填写';
  return issue.origin === 'array' ? `至少选${issue.minimum}项` : `至少${issue.minimum}个字`;
}

function typeWords(expected: string): string {
  return expected === 'number' || expected === 'int' ? '应为数字' : '填写的内容不能识别';
}

/** Untouched optional fields are not sent: empty text and `undefined` go. */
export function withoutBlanks(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
}

/** Every value as its field reads it. */
export function readValues(values: Values, readings: ReadonlyMap<string, (value: unknown) => unknown>): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, (readings.get(name) ?? unread)(value)]),
  );
}

const unread = (value: unknown) => value;
