import { useState } from 'react';
import { Button, Icon, Panel } from '../../design/index.ts';
import type { Flush } from './budget-decisions.tsx';
import { FileDialog } from './file-dialog.tsx';
import type { ShownBudget } from './shown-budget.ts';

/** 原文: which file the figures came from, what in it was not understood, and the way to read another. */
export function SourcePanel({ shown, flush }: { readonly shown: ShownBudget; readonly flush: Flush }) {
  const { budget, rules, editable } = shown;
  const [reading, setReading] = useState(false);
  const { origin } = budget;
  if (origin === null && !editable) return null;
  return (
    <Panel as="aside" title="原文" {...(origin === null ? {} : { sub: `读出${origin.figures.length}个数` })} padded>
      {origin === null ? <p>数字是逐项填写的，没有读入文件。</p> : <p>「{origin.fileName}」</p>}
      {origin !== null && origin.unread.length > 0 && (
        <ul className="budget-unread">
          {origin.unread.map(({ place, text, why }) => (
            <li key={`${place}${text}`}>
              <Icon name="triangle" /> {place}没有读懂：{why}
              <span className="second">（{text}）</span>
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <Button look="small" onPress={() => setReading(true)}>
          从文件读入
        </Button>
      )}
      {reading && (
        <FileDialog
          year={budget.year}
          rules={rules}
          draft={{ budgetId: budget.id, flush }}
          onClose={() => setReading(false)}
        />
      )}
    </Panel>
  );
}
