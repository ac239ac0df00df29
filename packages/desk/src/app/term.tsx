import type { Terms } from '@mingchou/domain';
import { useDesk } from './session.ts';

/** The bureau's own word for a thing, inside a sentence: `请<Term of="legalSection" />导入。` */
export function Term({ of }: { readonly of: keyof Terms }) {
  return <>{useDesk().session.bureau.terms[of]}</>;
}
