import { ok, refuse, type Result } from '../result.ts';
import { judgeCreditCode } from './credit-code.ts';

/** What kind of code names an object: not every 抽查对象 has a business licence. */
export const codeKinds = ['credit', 'registration', 'organisation', 'local'] as const;
export type CodeKind = (typeof codeKinds)[number];

export const codeKindTitles: Readonly<Record<CodeKind, string>> = {
  credit: '统一社会信用代码',
  registration: '工商注册号',
  organisation: '组织机构代码',
  local: '本局编号',
};

export interface SubjectCode {
  readonly kind: CodeKind;
  readonly text: string;
  /** 按执照保留: why a code with a wrong check character stands as printed on the licence; null for a right one. */
  readonly keptReason: string | null;
}

export type SubjectCodeRefusal =
  | { readonly code: 'code-length'; readonly length: number }
  | { readonly code: 'code-character'; readonly at: number; readonly character: string }
  | { readonly code: 'code-check-character'; readonly expected: string }
  | { readonly code: 'code-form'; readonly kind: CodeKind };

// mc-draw/1 §1 fixes what an id of the pool may look like; a code that could not enter a draw is no use here.
const drawable = /^(?!B-)[0-9A-Z][0-9A-Z._-]{0,21}$/;
const forms: Readonly<Record<Exclude<CodeKind, 'credit'>, RegExp>> = {
  registration: /^\d{13}(\d{2})?$/,
  organisation: /^[0-9A-Z]{8}-?[0-9X]$/,
  local: drawable,
};

/** Half-width capitals without any white space: what the eye reads on a licence, whatever the keyboard typed. */
export function writeCode(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200d\ufeff]/g, '')
    .toUpperCase();
}

/**
 * A code as it may stand in the registry. Licences with a wrong check character exist (early pilot regions issued
 * them), so such a code is refused once with the expected character and kept when a reason is given.
 */
export function parseSubjectCode(
  kind: CodeKind,
  written: string,
  keptReason: string | null,
): Result<SubjectCode, SubjectCodeRefusal> {
  const text = writeCode(written);
  if (kind !== 'credit') {
    if (!forms[kind].test(text)) return refuse({ code: 'code-form', kind });
    return ok({ kind, text, keptReason: null });
  }
  const judged = judgeCreditCode(text);
  const reason = keptReason?.trim() ?? '';
  switch (judged.verdict) {
    case 'valid':
      return ok({ kind, text, keptReason: null });
    case 'length':
      return refuse({ code: 'code-length', length: judged.length });
    case 'character':
      return refuse({ code: 'code-character', at: judged.at, character: judged.character });
    case 'check-character':
      if (reason === '') return refuse({ code: 'code-check-character', expected: judged.expected });
      return ok({ kind, text, keptReason: reason });
  }
}
