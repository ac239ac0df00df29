import { daySideTerms, kindOf } from '@mingchou/domain';
import { useState } from 'react';
import { Button, Icon, Panel } from '../../design/index.ts';
import { KindsClause } from './balance.tsx';
import { DayInput } from './day-input.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import type { ShownBudget } from './shown-budget.ts';
import { markOf, type Place, type Typing, withGroup } from './typing.ts';

/** One of the two lists: lines as typed, their sum, and the total as written beside it. */
export function DayGroupPanel({
  shown,
  place,
  typing,
}: {
  readonly shown: ShownBudget;
  readonly place: Place;
  readonly typing: Typing;
}) {
  const { content, reckoning, rules, editable } = shown;
  const [pasting, setPasting] = useState(false);
  const group = content.groups[place];
  const { side, missing, sum } = reckoning.groups[place];
  const count = `文件${group.place}，${group.items.length}项${missing.length > 0 ? `，另${missing.length}项未列` : ''}`;
  const write = (items: typeof group.items) => typing.set(withGroup(content, place, { ...group, items }));
  return (
    <div id={`budget-group-${place}`} className={markOf(typing, `group-${place}`)}>
      <Panel
        title={daySideTerms[side]}
        sub={count}
        right={
          editable ? (
            <Button look="text" onPress={() => setPasting(true)}>
              粘贴{group.place}分项
            </Button>
          ) : undefined
        }
      >
        {reckoning.swapped && place === 0 && (
          <p className="budget-renamed">
            <Icon name="triangle" />
            <span>
              文件把这{group.items.length}项题作「{daySideTerms[group.heading]}」，与{content.groups[1].place}对调了。
              <KindsClause shown={shown} />
            </span>
          </p>
        )}
        <table className="plain-table day-table">
          <tbody>
            {group.items.map((item, at) => (
              <tr key={at}>
                <td>
                  {item.name}
                  {kindOf(item.name, rules.kinds) === undefined && <small className="tone-soon"> 不在规定项目里</small>}
                </td>
                <td className="num">
                  <Days
                    label={`${item.name}工作日`}
                    days={item.days}
                    editable={editable}
                    onChange={(days) => write(group.items.map((each, i) => (i === at ? { ...each, days } : each)))}
                  />
                </td>
              </tr>
            ))}
            {missing.map((kind) => (
              <tr key={kind.label} className="unlisted">
                <td>
                  {kind.label} <small className="tone-soon">未列，按0计</small>
                </td>
                <td className="num">
                  <Days
                    label={`${kind.label}工作日`}
                    days={0}
                    editable={editable}
                    onChange={(days) => write([...group.items, { name: kind.label, days }])}
                  />
                </td>
              </tr>
            ))}
            <tr className="sum">
              <td>复算合计</td>
              <td className="num">{sum}</td>
            </tr>
            <TotalRow total={group.total} sum={sum} />
          </tbody>
        </table>
      </Panel>
      {pasting && (
        <PasteDialog
          title={`粘贴${group.place}的分项`}
          onClose={() => setPasting(false)}
          onTake={({ items, total }) => {
            typing.set(withGroup(content, place, { ...group, items, total: total ?? group.total }));
            setPasting(false);
          }}
        />
      )}
    </div>
  );
}

function Days({
  label,
  days,
  editable,
  onChange,
}: {
  readonly label: string;
  readonly days: number;
  readonly editable: boolean;
  readonly onChange: (days: number) => void;
}) {
  return editable ? <DayInput label={label} value={days} onChange={(typed) => onChange(typed ?? 0)} /> : <>{days}</>;
}

function TotalRow({ total, sum }: { readonly total: number | null; readonly sum: number }) {
  if (total === null) {
    return (
      <tr className="written">
        <td>文件合计</td>
        <td className="num">未写</td>
      </tr>
    );
  }
  const difference = sum - total;
  const wrong = difference !== 0;
  const word = wrong ? `${difference > 0 ? '少' : '多'}${Math.abs(difference)}日` : '相符';
  return (
    <tr className={wrong ? 'written wrong' : 'written'}>
      <td>
        文件合计{' '}
        <span className={wrong ? 'tone-late' : 'tone-done'}>
          <Icon name={wrong ? 'octagon' : 'tick'} /> {word}
        </span>
      </td>
      <td className={wrong ? 'num tone-late' : 'num'}>
        <b>{total}</b>
      </td>
    </tr>
  );
}
