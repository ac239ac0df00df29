import type { ItemView } from '@mingchou/contract';
import { groupsOf, periodText } from '@mingchou/domain';
import { Fragment } from 'react';
import './check-points.css';

/** 抽查内容 with the wording of the record, what to bring back as evidence, the measure and its period. */
export function CheckPoints({ points }: { readonly points: ItemView['checkItems'] }) {
  return (
    <>
      {groupsOf(points).map(({ group, points: grouped }) => (
        <Fragment key={grouped[0]?.no}>
          {group !== '' && <h4 className="check-group">{group}</h4>}
          <ol className="check-points">
            {grouped.map((point) => (
              <li key={point.no}>
                <Point point={point} />
              </li>
            ))}
          </ol>
        </Fragment>
      ))}
    </>
  );
}

/** The point; its wording opens under it. */
function Point({ point }: { readonly point: ItemView['checkItems'][number] }) {
  const measure = [point.measure, periodText(point.days)].filter((part) => part !== '').join('，');
  const lines = [
    ['符合', point.pass],
    ['不符合', point.fail],
    ['取证', point.evidence],
    ['处理', measure],
    ['重大隐患', point.hazards.join('、')],
  ].filter(([, text]) => text !== '');
  const text = `${point.no}．${point.text}`;
  if (lines.length === 0) return text;
  return (
    <details>
      <summary>{text}</summary>
      <dl>
        {lines.map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
