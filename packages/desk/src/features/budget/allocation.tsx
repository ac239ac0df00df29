import { daysWords, shareWords, unitClassTerms } from '@mingchou/domain';
import { Icon, Panel } from '../../design/index.ts';
import { DayInput } from './day-input.tsx';
import { KeyShareNote } from './key-share-note.tsx';
import type { ShownBudget } from './shown-budget.ts';
import { markOf, type Place, type Typing, withClass } from './typing.ts';

/** 监督检查工作日怎么分: by class, with its share and the cost of a visit. */
export function Allocation({ shown, typing }: { readonly shown: ShownBudget; readonly typing: Typing }) {
  const { supervision, allocated, slack } = shown.reckoning;
  const over = slack < 0;
  return (
    <div id="budget-classes" className={markOf(typing, 'classes', 'supervision')}>
      <Panel
        title="监督检查工作日怎么分"
        sub={`可用${Math.max(supervision, 0)}日，已分${allocated}日`}
        right={
          <span className={over ? 'tone-late' : 'second'}>
            {over && <Icon name="octagon" />} {over ? `多分${-slack}日` : `留${slack}日`}
          </span>
        }
      >
        <table className="plain-table allocation">
          <thead>
            <tr>
              <th>类别</th>
              <th className="num">家数</th>
              <th className="num">工作日</th>
              <th>占比</th>
              <th>文件占比</th>
              <th>每家用时</th>
            </tr>
          </thead>
          <tbody>
            <ClassRow shown={shown} typing={typing} place={0} />
            <ClassRow shown={shown} typing={typing} place={1} />
          </tbody>
        </table>
      </Panel>
    </div>
  );
}

function ClassRow({
  shown,
  typing,
  place,
}: {
  readonly shown: ShownBudget;
  readonly typing: Typing;
  readonly place: Place;
}) {
  const { content, reckoning, editable } = shown;
  const one = content.classes[place];
  const { share } = reckoning.classes[place];
  const name = unitClassTerms[one.key];
  const set = (change: Partial<typeof one>) => typing.set(withClass(content, place, { ...one, ...change }));
  return (
    <tr>
      <td>
        <b>{name}</b>
        <br />
        {editable ? (
          <input
            className="budget-word"
            aria-label={`${name}的组成`}
            value={one.parts}
            maxLength={200}
            onChange={(event) => set({ parts: event.target.value })}
          />
        ) : (
          <span className="second">{one.parts}</span>
        )}
      </td>
      <td className="num allocation-units">
        {editable ? (
          <DayInput label={`${name}家数`} value={one.units} onChange={(units) => set({ units })} />
        ) : (
          (one.units ?? '未写')
        )}
      </td>
      <td className="num">
        {editable ? (
          <DayInput
            label={`${name}工作日`}
            value={one.days}
            wrong={reckoning.slack < 0 && place === 1}
            onChange={(days) => set({ days })}
          />
        ) : (
          (one.days ?? '未写')
        )}
      </td>
      <td className="short">
        {shareWords(share)}
        <span className="share-bar" aria-hidden="true">
          <i style={{ width: `${share / 100}%` }} />
        </span>
      </td>
      <td className="short">
        <WrittenShare shown={shown} place={place} />
      </td>
      <td>
        <PerVisit shown={shown} place={place} />
        {place === 0 ? <KeyShareNote shown={shown} /> : <SlackNote shown={shown} />}
      </td>
    </tr>
  );
}

function WrittenShare({ shown, place }: { readonly shown: ShownBudget; readonly place: Place }) {
  const { share } = shown.content.classes[place];
  if (share === null) return <span className="second">未写</span>;
  const doubted = shown.check.open.some(({ id }) => id === 'shares');
  if (!doubted) return <>{shareWords(share)}</>;
  return (
    <span className="tone-soon">
      <Icon name="triangle" /> {shareWords(share)}
    </span>
  );
}

/** 8人日，即2人×4天. */
function PerVisit({ shown, place }: { readonly shown: ShownBudget; readonly place: Place }) {
  const { perVisit } = shown.reckoning.classes[place];
  const { team } = shown.rules;
  if (perVisit === null) return <>填写家数和工作日后算出</>;
  return (
    <>
      {daysWords(perVisit)}人日，即{team}人×{daysWords(perVisit / team)}天
    </>
  );
}

function SlackNote({ shown }: { readonly shown: ShownBudget }) {
  const found = shown.check.open.find(({ id }) => id === 'slack');
  if (shown.reckoning.slack > 0 && found === undefined) {
    return (
      <small className="tone-done allocation-note">
        <Icon name="tick" /> 另留{shown.reckoning.slack}日用于整改复查
      </small>
    );
  }
  if (found === undefined) return null;
  return (
    <small className="tone-soon allocation-note">
      <Icon name="triangle" /> {shown.reckoning.slack > 0 ? found.verdict : '没有留整改复查的工作日'}
    </small>
  );
}
