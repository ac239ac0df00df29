import type { Terms } from '@mingchou/domain';
import { useTerms } from '../design/words.tsx';

/** The bureau's own word for a thing, inside a sentence: `请<Term of="legalSection" />导入。` */
export function Term({ of }: { readonly of: keyof Terms }) {
  return <>{useTerms()[of]}</>;
}
