import { clauseTitle, daySideTerms, shareWords } from '@mingchou/domain';
import type { CSSProperties } from 'react';
import { ClauseChip, Icon, Panel } from '../../design/index.ts';
import { FiguresForm } from './figures-form.tsx';
import type { ShownBudget } from './shown-budget.ts';
import type { Typing } from './typing.ts';

/** 总账: the days of the year as they were written, above the same days added up again. */
export function Balance({ shown, typing }: { readonly shown: ShownBudget; readonly typing: Typing }) {
  return (
    <Panel label="总账">
      <div className="balance">
        <Equation shown={shown} />
        <Bars shown={shown} />
        {shown.editable && <FiguresForm shown={shown} typing={typing} />}
      </div>
    </Panel>
  );
}

function Equation({ shown }: { readonly shown: ShownBudget }) {
  const { content, reckoning, rules } = shown;
  const { notices, days } = rules.calendar;
  const agrees = content.totalDays === null || content.totalDays === reckoning.total;
  return (
    <p className="balance-equation">
      <span>总法定工作日</span>
      <b>{content.totalDays ?? reckoning.total}</b>
      <span className="balance-sign">＝</span>
      <span>
        {reckoning.legalWorkdays}日×{reckoning.heads}人
      </span>
      <span className={agrees ? 'tone-done' : 'tone-late'}>
        <Icon name={agrees ? 'tick' : 'octagon'} /> {agrees ? '相符' : `应为${reckoning.total}`}
      </span>
      <ClauseChip
        clause={{
          title: `${rules.year}年国家工作日历 ${days}日`,
          text: notices.map(({ title }) => `《${title}》`).join('；') || '这一年的放假通知还没有收录，暂按周末推算',
          ...(rules.calendar.provisional ? { standing: 'unverified' as const } : {}),
        }}
      />
      <span className="balance-people">{content.people.map(({ kind, count }) => `${kind}${count}人`).join('，')}</span>
    </p>
  );
}

const grow = (days: number): CSSProperties => ({ flexGrow: Math.max(days, 1) });

function Bars({ shown }: { readonly shown: ShownBudget }) {
  const { content, reckoning } = shown;
  const { groups, supervision, parts } = reckoning;
  const left = Math.max(supervision, 0);
  return (
    <div className="balance-bars">
      <span>文件写的</span>
      <div className="bar written">
        {content.groups.map((group, place) => {
          const sum = groups[place]?.sum ?? 0;
          return (
            <div key={group.place} style={grow(sum)}>
              {group.place}
              <Written text={daySideTerms[group.heading]} wrong={reckoning.swapped} />
              <b>
                <Written text={written(group.total)} wrong={group.total !== null && group.total !== sum} />
              </b>
            </div>
          );
        })}
        <div className="bar-rest" style={grow(left)}>
          监督检查
          <b>
            <Written
              text={written(content.supervisionDays)}
              wrong={content.supervisionDays !== null && content.supervisionDays !== supervision}
            />
          </b>
        </div>
      </div>
      <span>复算</span>
      <div className="bar">
        {groups.map((group, place) => (
          <div key={group.side} className={group.side} style={grow(group.sum)}>
            {content.groups[place]?.place}
            {daySideTerms[group.side]}
            <b>{group.sum}</b>
          </div>
        ))}
        <div className="bar-rest" style={grow(left)}>
          监督检查<b>{String(supervision).replace('-', '−')}</b>
        </div>
      </div>
      <span />
      <div className="bar shares">
        {[...groups.map(({ sum }) => sum), left].map((days, place) => (
          <div key={place} className={place === 2 ? 'bar-rest' : ''} style={grow(days)}>
            {shareWords(parts[place] ?? 0)}
          </div>
        ))}
      </div>
    </div>
  );
}

function written(days: number | null): string {
  return days === null ? '未写' : String(days);
}

function Written({ text, wrong }: { readonly text: string; readonly wrong: boolean }) {
  return wrong ? <del>{text}</del> : text;
}

/** The notice that names the kinds, with its mark when it was not read. */
export function KindsClause({ shown }: { readonly shown: ShownBudget }) {
  const { kindsClause } = shown.rules;
  return (
    <ClauseChip
      clause={{ title: clauseTitle(kindsClause), ...(kindsClause.verified ? {} : { standing: 'unverified' as const }) }}
    />
  );
}
