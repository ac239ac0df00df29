import { policyValueSchemas } from '@mingchou/contract';
import type { PolicyKey } from '@mingchou/domain';
import { z } from 'zod';

type Plain = string | number | boolean | null;

/** What a form must offer for a value; made from the schema of the key, so that a new key has its form at once. */
export type Shape =
  | { readonly kind: 'choice'; readonly options: readonly Plain[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'group'; readonly members: readonly Member[] }
  | { readonly kind: 'variants'; readonly of: readonly Shape[] };

export interface Member {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: Plain;
  readonly enum?: readonly Plain[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** The shape of one key's value. */
export function shapeOfKey(key: PolicyKey): Shape {
  return shapeOf(z.toJSONSchema(policyValueSchemas[key], { io: 'input' }) as Schema);
}

function shapeOf(schema: Schema): Shape {
  const types = typeof schema.type === 'string' ? undefined : schema.type;
  const variants = schema.anyOf ?? schema.oneOf ?? types?.map((type) => ({ ...schema, type }));
  if (variants !== undefined) return { kind: 'variants', of: variants.map(shapeOf) };
  if (schema.const !== undefined) return { kind: 'choice', options: [schema.const] };
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum };
  switch (schema.type) {
    case 'null':
      return { kind: 'choice', options: [null] };
    case 'integer':
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'yes-no' };
    case 'array':
      return { kind: 'list', of: shapeOf(schema.items ?? {}) };
    case 'object':
      return { kind: 'group', members: membersOf(schema) };
    default:
      return { kind: 'text' };
  }
}

function membersOf({ properties = {}, required = [] }: Schema): readonly Member[] {
  return Object.entries(properties).map(([name, member]) => ({
    name,
    shape: shapeOf(member),
    optional: !required.includes(name),
  }));
}

/** A value to begin with: the first choice, an empty list, nothing typed yet. */
export function emptyOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'choice':
      return shape.options[0] ?? null;
    case 'number':
    case 'text':
      return '';
    case 'yes-no':
      return false;
    case 'list':
      return [];
    case 'group': {
      const needed = shape.members.filter(({ optional }) => !optional);
      return Object.fromEntries(needed.map((member) => [member.name, emptyOf(member.shape)]));
    }
    case 'variants':
      return shape.of[0] === undefined ? null : emptyOf(shape.of[0]);
  }
}

/** Whether a value has the outline of a shape: enough to tell which variant it is. */
export function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'choice':
      return shape.options.some((option) => option === value);
    case 'number':
    case 'text':
      return typeof value === 'number' || typeof value === 'string';
    case 'yes-no':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every((one) => fits(shape.of, one));
    case 'group': {
      const given = recordOf(value);
      if (given === undefined) return false;
      const names = new Set(shape.members.map(({ name }) => name));
      const known = Object.keys(given).every((name) => names.has(name));
      return known && shape.members.every((one) => isGiven(one, given[one.name]));
    }
    case 'variants':
      return shape.of.some((one) => fits(one, value));
  }
}

function isGiven(member: Member, value: unknown): boolean {
  return value === undefined ? member.optional : fits(member.shape, value);
}

/** The members of a plain object; undefined for anything else. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
