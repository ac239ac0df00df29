import { draftFieldTerms } from '@mingchou/domain';
import { useEffect, useMemo, useRef } from 'react';
import { Panel } from '../../design/index.ts';
import { fateOf, placeKey, type ShownField, type ShownReading, type Spot } from './shown-reading.ts';
import { needsEye } from '@mingchou/domain';

interface DocumentViewProps {
  readonly shown: ShownReading;
  readonly spot: Spot | undefined;
  readonly onSpot: (spot: Spot) => void;
}

type Waiting = ReadonlyMap<string, { readonly spot: Spot; readonly field: ShownField }>;

/** 原文 as it was read: paragraphs and tables, with the places that wait marked and those of the open value lit. */
export function DocumentView({ shown, spot, onSpot }: DocumentViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { document } = shown.reading;
  const waiting = useMemo(() => waitingPlaces(shown), [shown]);
  const field = shown.reading.drafts
    .find(({ key }) => key === spot?.draft)
    ?.fields.find(({ key }) => key === spot?.field);
  const lit = (field?.sources ?? []).map(placeKey);
  const first = lit[0];
  useEffect(() => {
    if (first !== undefined) bringIntoView(scroller.current, first);
  }, [first]);
  const look = (place: string) =>
    [lit.includes(place) ? 'lit' : '', waiting.has(place) ? 'waits' : ''].filter((word) => word !== '').join(' ');
  const content = (place: string, text: string) => {
    const found = waiting.get(place);
    if (found === undefined) return text;
    const label = `${draftFieldTerms[found.field.key]}，请核对：${text === '' ? '空格' : text}`;
    return (
      <button type="button" title={label} onClick={() => onSpot(found.spot)}>
        {text === '' ? '（空格）' : text}
      </button>
    );
  };
  return (
    <Panel title="原文" sub={`${document.paragraphs.length}段、${document.tables.length}张表，照原样显示，不改动`}>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className="read-document" ref={scroller} tabIndex={0} role="region" aria-label="原文内容">
        {document.paragraphs.map((paragraph, index) => {
          const place = `p${index}`;
          return (
            <p key={place} data-place={place} className={`level-${paragraph.level} ${look(place)}`}>
              {content(place, paragraph.text)}
            </p>
          );
        })}
        {document.tables.map((table, tableIndex) => (
          <figure key={`${table.label}-${table.title}`}>
            <figcaption>
              <b>{table.label}</b> {table.title}
            </figcaption>
            <table>
              <thead>
                <tr>
                  {table.columns.map((title, column) => (
                    <th key={column}>{title}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((cells, row) => (
                  <tr key={row}>
                    {cells.map((text, column) => {
                      const place = `t${tableIndex}.${row}.${column}`;
                      return (
                        <td key={place} data-place={place} className={look(place)}>
                          {content(place, text)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </figure>
        ))}
      </div>
    </Panel>
  );
}

function waitingPlaces(shown: ShownReading): Waiting {
  const places = new Map<string, { spot: Spot; field: ShownField }>();
  for (const draft of shown.reading.drafts) {
    if (fateOf(shown, draft) !== 'open') continue;
    for (const field of draft.fields.filter(needsEye)) {
      for (const source of field.sources) {
        const key = placeKey(source);
        if (!places.has(key)) places.set(key, { spot: { draft: draft.key, field: field.key }, field });
      }
    }
  }
  return places;
}

function bringIntoView(scroller: HTMLElement | null, place: string): void {
  const target = scroller?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  if (scroller === null || target === null || target === undefined) return;
  const [outer, inner] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  scroller.scrollTop += inner.top - outer.top - (outer.height - Math.min(inner.height, outer.height)) / 2;
  scroller.scrollLeft += inner.left - outer.left - (outer.width - Math.min(inner.width, outer.width)) / 2;
}
