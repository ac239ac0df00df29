import type { Values } from './form-state.ts';

/** What was typed and not yet sent, kept in this browser so that nothing is lost; one entry a form. */
export interface Draft {
  readonly values: Values;
  /** Clock time on this machine, 10:42, for 「10:42已自动保存」. */
  readonly savedAt: string;
}

let owner = '';

/** Drafts belong to the signed-in person; nobody else at the same machine finds them in his forms. */
export function setDraftOwner(personId: string): void {
  owner = personId;
}

const keyOf = (name: string) => `mingchou-draft:${owner}:${name}`;

export function readDraft(name: string): Draft | undefined {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    if (!isRecord(parsed) || !isRecord(parsed['values']) || typeof parsed['savedAt'] !== 'string') return undefined;
    return { values: parsed['values'], savedAt: parsed['savedAt'] };
  } catch {
    return undefined;
  }
}

/** The time written beside the form, or `undefined` when the browser keeps nothing (private window, full disk). */
export function writeDraft(name: string, values: Values): string | undefined {
  const now = new Date();
  const savedAt = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  try {
    localStorage.setItem(keyOf(name), JSON.stringify({ values, savedAt }));
    return savedAt;
  } catch {
    return undefined;
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // A browser without storage never had the draft.
  }
}

/** At signing out nothing typed stays in the browser. */
export function dropAllDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith('mingchou-draft:')) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
