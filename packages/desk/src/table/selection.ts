/** Which rows are picked: some by their key, or every row that the filter finds (also on other pages). */
export type Selection =
  | { readonly kind: 'some'; readonly keys: readonly string[] }
  | { readonly kind: 'all'; readonly except: readonly string[] };

export const nothingSelected: Selection = { kind: 'some', keys: [] };

export function isSelected(selection: Selection, key: string): boolean {
  return selection.kind === 'some' ? selection.keys.includes(key) : !selection.except.includes(key);
}

export function toggle(selection: Selection, key: string): Selection {
  if (selection.kind === 'some') return { kind: 'some', keys: flip(selection.keys, key) };
  return { kind: 'all', except: flip(selection.except, key) };
}

/** The box in the head: picks the whole page, or drops it when the whole page is picked. */
export function togglePage(selection: Selection, pageKeys: readonly string[]): Selection {
  if (selection.kind === 'all') return nothingSelected;
  if (pageKeys.every((key) => selection.keys.includes(key))) {
    return { kind: 'some', keys: selection.keys.filter((key) => !pageKeys.includes(key)) };
  }
  return { kind: 'some', keys: [...new Set([...selection.keys, ...pageKeys])] };
}

export function countSelected(selection: Selection, total: number): number {
  return selection.kind === 'some' ? selection.keys.length : total - selection.except.length;
}

function flip(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}
