import { daySideTerms, shareWords, unitClassTerms } from '@mingchou/domain';
import { Dialog, Icon } from '../../design/index.ts';
import type { ShownBudget } from './shown-budget.ts';

/** 对照原文: the file as it was read, and beside it what was written and what it adds up to. */
export function CompareDialog({ shown, onClose }: { readonly shown: ShownBudget; readonly onClose: () => void }) {
  const { origin } = shown.budget;
  if (origin === null) return null;
  return (
    <Dialog open title={`对照原文　${origin.fileName}`} width={1180} onClose={onClose}>
      <div className="compare">
        <Source origin={origin} />
        <Reckoned shown={shown} />
      </div>
    </Dialog>
  );
}

type Origin = NonNullable<ShownBudget['budget']['origin']>;

function Source({ origin }: { readonly origin: Origin }) {
  const read = new Set(origin.figures.map(({ place }) => place));
  const unread = new Map(origin.unread.map(({ place, why }) => [place, why]));
  return (
    <section aria-label="原文" className="compare-source">
      <p className="second">
        着色的格子读出了数，{unread.size === 0 ? '没有读不懂的格子' : `${unread.size}格没有读懂`}。
      </p>
      {origin.parts.map((part) => (
        <table key={part.name} className="plain-table">
          <caption>{part.name}</caption>
          <tbody>
            {part.lines.map((line, at) => (
              <tr key={at}>
                {line.map(({ place, text }) => (
                  <td
                    key={place}
                    title={place}
                    className={unread.has(place) ? 'compare-unread' : read.has(place) ? 'compare-read' : ''}
                  >
                    {text}
                    {unread.has(place) && (
                      <small className="tone-soon">
                        <Icon name="triangle" /> {unread.get(place)}
                      </small>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function Reckoned({ shown }: { readonly shown: ShownBudget }) {
  const rows = rowsOf(shown);
  return (
    <section aria-label="复算" className="compare-sums">
      <table className="plain-table">
        <thead>
          <tr>
            <th>项目</th>
            <th className="num">现在填写</th>
            <th className="num">复算</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, written, sum }) => {
            const wrong = written !== null && sum !== null && written !== sum;
            return (
              <tr key={name} className={wrong ? 'wrong' : ''}>
                <td>{name}</td>
                <td className="num">{wrong ? <del>{written}</del> : (written ?? '未写')}</td>
                <td className="num">{sum ?? ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  readonly name: string;
  readonly written: string | null;
  readonly sum: string | null;
}

function rowsOf({ content, reckoning, check }: ShownBudget): readonly Row[] {
  const row = (name: string, written: number | null, sum: number | null): Row => ({
    name,
    written: written === null ? null : String(written),
    sum: sum === null ? null : String(sum),
  });
  return [
    row('执法人员数量', content.enforcers, reckoning.heads),
    row('每人法定工作日', content.legalWorkdays, reckoning.legalWorkdays),
    row('总法定工作日', content.totalDays, reckoning.total),
    ...content.groups.map((group, at) =>
      row(`${daySideTerms[group.heading]}合计`, group.total, reckoning.groups[at === 0 ? 0 : 1].sum),
    ),
    row('监督检查工作日', content.supervisionDays, reckoning.supervision),
    ...content.classes.flatMap((one, at) => {
      const name = unitClassTerms[one.key];
      const share = shareWords(reckoning.classes[at === 0 ? 0 : 1].share);
      // Shares of what was given out are as right as shares of all with the reserve.
      const doubted = one.share === null || check.open.some(({ id }) => id === 'shares');
      return [
        row(`${name}家数`, one.units, null),
        row(`${name}工作日`, one.days, null),
        {
          name: `${name}占比`,
          written: one.share === null ? null : shareWords(one.share),
          sum: doubted ? share : null,
        },
      ];
    }),
  ];
}
