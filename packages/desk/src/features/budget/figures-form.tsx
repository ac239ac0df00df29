import type { BudgetContent } from '@mingchou/domain';
import { Button } from '../../design/index.ts';
import { DayInput } from './day-input.tsx';
import type { ShownBudget } from './shown-budget.ts';
import { type Typing, withGroup } from './typing.ts';

type Figure = 'enforcers' | 'onRoster' | 'legalWorkdays' | 'totalDays' | 'supervisionDays' | 'reinspections';

const figures: readonly (readonly [Figure, string, string])[] = [
  ['enforcers', '执法人员数量', '人'],
  ['onRoster', '在册人员', '人'],
  ['legalWorkdays', '每人法定工作日', '日'],
  ['totalDays', '文件写的总法定工作日', '日'],
  ['supervisionDays', '文件写的监督检查工作日', '日'],
  ['reinspections', '预计整改复查', '次'],
];

/** The figures of the head of the paper: people by kind of post, and the totals as written. */
export function FiguresForm({ shown, typing }: { readonly shown: ShownBudget; readonly typing: Typing }) {
  const { content } = shown;
  const { people, groups } = content;
  const setPeople = (next: BudgetContent['people']) => typing.set({ ...content, people: next });
  return (
    <details className="budget-figures" open={content.enforcers === null}>
      <summary>填写人数、法定工作日和文件写的合计</summary>
      <div className="budget-figure-grid">
        {figures.map(([key, label, unit]) => (
          <label key={key}>
            <span>{label}</span>
            <DayInput
              label={label}
              value={content[key]}
              onChange={(value) => typing.set({ ...content, [key]: value })}
            />
            {unit}
          </label>
        ))}
        {([0, 1] as const).map((place) => (
          <label key={place}>
            <span>文件写的{groups[place].place}合计</span>
            <DayInput
              label={`文件写的${groups[place].place}合计`}
              value={groups[place].total}
              onChange={(total) => typing.set(withGroup(content, place, { ...groups[place], total }))}
            />
            日
          </label>
        ))}
      </div>
      <div className="budget-posts">
        {people.map((post, at) => (
          <span key={at}>
            <input
              className="budget-word"
              aria-label={`第${at + 1}类编制`}
              value={post.kind}
              onChange={(event) =>
                setPeople(people.map((each, i) => (i === at ? { ...each, kind: event.target.value } : each)))
              }
            />
            <DayInput
              label={`${post.kind}人数`}
              value={post.count}
              onChange={(count) =>
                setPeople(people.map((each, i) => (i === at ? { ...each, count: count ?? 0 } : each)))
              }
            />
            人{' '}
            <Button look="text" onPress={() => setPeople(people.filter((_, i) => i !== at))}>
              删去{post.kind}
            </Button>
          </span>
        ))}
        <Button look="small" icon="plus" onPress={() => setPeople([...people, { kind: '编制类别', count: 0 }])}>
          增加编制类别
        </Button>
      </div>
    </details>
  );
}
