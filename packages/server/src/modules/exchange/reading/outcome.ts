import type { FileRefusal } from '@mingchou/domain';

// The worker takes only types from the domain: it starts for each file, and loading the whole house would double its time.
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse(refusal: FileRefusal): { readonly ok: false; readonly refusal: FileRefusal } {
  return { ok: false, refusal };
}
