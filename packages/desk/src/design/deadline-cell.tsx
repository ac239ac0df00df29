import type { CalendarDate } from '@mingchou/domain';
import { type Deadline, type ReckonedDay, deadlineWords, reckoningWeeks } from './deadline.ts';
import './deadline-cell.css';
import { formatDateWithWeekday } from './format.ts';
import { Icon } from './icon.tsx';

/** 公示期限 in a row: words, pips (used/left), the last day with its weekday; 调休上班 written out. */
export function DeadlineCell({ deadline, pageYear }: { readonly deadline: Deadline; readonly pageYear?: number }) {
  const { words, tone } = deadlineWords(deadline);
  return (
    <span className="deadline-cell">
      <b className={tone === undefined ? '' : `tone-${tone}`}>
        {tone !== undefined && <Icon name={tone === 'late' ? 'octagon' : 'triangle'} />} {words}
      </b>
      <Pips deadline={deadline} />
      <span className="second">
        {formatDateWithWeekday(deadline.dueOn, pageYear)}
        {deadline.madeUp === true && '，调休上班'}
        {deadline.provisional === true && '，暂按周末推算'}
      </span>
    </span>
  );
}

/** One small square a working day of the period; the filled ones are used. */
export function Pips({ deadline }: { readonly deadline: Pick<Deadline, 'total' | 'remaining'> }) {
  const { used, tone } = deadlineWords(deadline);
  return (
    <span className="pips" aria-hidden="true">
      {Array.from({ length: deadline.total }, (_, place) => (
        <i key={place} className={place >= used ? 'left' : (tone ?? '')} />
      ))}
    </span>
  );
}

interface ReckoningProps {
  readonly days: readonly ReckonedDay[];
  readonly dueOn: CalendarDate;
  readonly today: CalendarDate;
  /** Word in the cell that starts the period: 结束. */
  readonly startWord: string;
  /** One sentence that names the trap: 5月7日（周六）调休上班，是第7个工作日。按「7日」算会误为5月2日。 */
  readonly children?: React.ReactNode;
}

/** 期限怎么算: the weeks day by day; the last day outlined amber, today ringed. */
export function Reckoning({ days, dueOn, today, startWord, children }: ReckoningProps) {
  return (
    <>
      <div className="reckoning" role="table" aria-label="期限逐日推算">
        <div role="row">
          {['一', '二', '三', '四', '五', '六', '日'].map((word) => (
            <span key={word} role="columnheader">
              {word}
            </span>
          ))}
        </div>
        {reckoningWeeks(days, startWord).map((week) => (
          <div role="row" key={week[0]?.date}>
            {week.map((cell) => (
              <div
                key={cell.date}
                role="cell"
                className={`${cell.kind} ${cell.date === dueOn ? 'due' : ''} ${cell.date === today ? 'today' : ''}`}
              >
                {cell.label}
                <small>{cell.note}</small>
                {cell.date === dueOn && <span className="sr">最后一天</span>}
                {cell.date === today && <span className="sr">今天</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {children !== undefined && <p className="reckoning-sentence">{children}</p>}
    </>
  );
}
