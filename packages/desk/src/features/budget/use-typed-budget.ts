import { type BudgetView, budgetRoutes } from '@mingchou/contract';
import type { BudgetContent } from '@mingchou/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../api/index.ts';

const pause = 1200;

/**
 * What is typed into the budget, saved a moment after the last key. `flush` saves at once and answers the version that a
 * following command names; undefined when it was refused. What others saved is taken over only while nothing is typed here.
 */
export function useTypedBudget(budget: BudgetView) {
  const write = useCommand(budgetRoutes.writeBudget);
  const { give } = write;
  const [content, setContent] = useState<BudgetContent>(budget.content);
  const latest = useRef(content);
  const saved = useRef({ content: latest.current, version: budget.version });
  const line = useRef<Promise<number | undefined>>(Promise.resolve(budget.version));
  latest.current = content;

  useEffect(() => {
    if (budget.version <= saved.current.version || latest.current !== saved.current.content) return;
    saved.current = { content: budget.content, version: budget.version };
    setContent(budget.content);
  }, [budget]);

  const flush = useCallback(() => {
    const save = async () => {
      const { version } = saved.current;
      const typed = latest.current;
      if (typed === saved.current.content) return version;
      const outcome = await give({ budgetId: budget.id, version, content: typed });
      if (!outcome.ok) return undefined;
      saved.current = { content: typed, version: outcome.value.version };
      return outcome.value.version;
    };
    line.current = line.current.then(save);
    return line.current;
  }, [give, budget.id]);

  useEffect(() => {
    if (content === saved.current.content) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [content, flush]);

  return { content, setContent, flush, saving: write.pending, refusal: write.refusal };
}
