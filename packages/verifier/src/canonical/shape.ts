import type { Json } from './json.ts';
import type { Reading } from './reading.ts';
import { fault, read } from './reading.ts';

/** Reads one JSON value found at `path` into a type, or says what is wrong where. */
export type Shape<T> = (value: Json, path: string) => Reading<T>;
type Read<S> = S extends Shape<infer T> ? T : never;
type Shapes = { readonly [field: string]: Shape<unknown> };
type Fields<R extends Shapes, O extends Shapes> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>;
};

export function matching(pattern: RegExp): Shape<string> {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? read(value) : fault('wrong-value', path));
}

export function oneOf<const T extends string | boolean>(...values: readonly T[]): Shape<T> {
  return (value, path) => {
    const found = values.find((candidate) => candidate === value);
    return found === undefined ? fault('wrong-value', path) : read(found);
  };
}

export function integer(least: number, greatest: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= greatest
      ? read(value)
      : fault('wrong-value', path);
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return fault('wrong-value', path);
    const items: T[] = [];
    for (const [at, entry] of value.entries()) {
      const reading = item(entry, within(path, String(at)));
      if (!reading.ok) return reading;
      items.push(reading.value);
    }
    return read(items);
  };
}

export function recordOf<T>(key: RegExp, item: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return (value, path) => {
    if (!isObject(value)) return fault('wrong-value', path);
    const entries = new Map<string, T>();
    for (const [name, entry] of Object.entries(value)) {
      if (!key.test(name)) return fault('wrong-value', within(path, name));
      const reading = item(entry, within(path, name));
      if (!reading.ok) return reading;
      entries.set(name, reading.value);
    }
    return read(entries);
  };
}

/** An object with exactly these fields. */
export function objectOf<R extends Shapes, O extends Shapes = Record<never, never>>(
  required: R,
  optional?: O,
): Shape<Fields<R, O>> {
  return (value, path) => {
    if (!isObject(value)) return fault('wrong-value', path);
    for (const name of Object.keys(required)) {
      if (!hasField(value, name)) return fault('missing-field', within(path, name));
    }
    const fields: Record<string, unknown> = {};
    for (const [name, entry] of Object.entries(value)) {
      const shape = shapeOf(required, name) ?? shapeOf(optional ?? {}, name);
      if (shape === undefined) return fault('unknown-field', within(path, name));
      const reading = shape(entry, within(path, name));
      if (!reading.ok) return reading;
      fields[name] = reading.value;
    }
    // Every required name was found and every name present was read by its own shape.
    return read(fields as Fields<R, O>);
  };
}

/** The first shape that reads the value; the fault of the last otherwise. */
export function anyOf<const S extends readonly [Shape<unknown>, ...Shape<unknown>[]]>(
  ...shapes: S
): Shape<Read<S[number]>> {
  return (value, path) => {
    let last: Reading<unknown> = fault('wrong-value', path);
    for (const shape of shapes) {
      last = shape(value, path);
      if (last.ok) break;
    }
    return last as Reading<Read<S[number]>>;
  };
}

function shapeOf(shapes: Shapes, name: string): Shape<unknown> | undefined {
  return hasField(shapes, name) ? shapes[name] : undefined;
}

/** Object.hasOwn, which browsers of bureau offices do not all have. */
export function hasField(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
