import { policyValueText } from '@mingchou/contract';
import type { PolicyKey, PolicyValues } from '@mingchou/domain';
import { useTerms } from '../../design/index.ts';

/** What a rule's value says, in the words of the bureau whose officer reads it. */
export function usePolicyText(): <K extends PolicyKey>(key: K, value: PolicyValues[K]) => string {
  const terms = useTerms();
  return (key, value) => policyValueText(key, value, terms);
}
