import type { CeremonyView } from '@mingchou/contract';
import { useState } from 'react';
import { LotsPicture } from './lots-picture.tsx';
import { firstName, usePlay } from './use-play.ts';

/** Who was drawn, and why these. */
export function ResultStage({ view }: { readonly view: CeremonyView }) {
  const { draw, lots } = view;
  const selected = draw.objectsDrawn.filter((object) => object.kind === 'selected');
  const reserves = draw.objectsDrawn.filter((object) => object.kind === 'reserve');
  // Drawn within the last seconds: the room is watching, so the picture is played from its start.
  const [fromStart] = useState(() => draw.drawn !== null && Date.parse(draw.now) - Date.parse(draw.drawn.at) < 10_000);
  const step = usePlay(selected.length, fromStart);
  return (
    <div className="result">
      <section className="winners">
        <h2>
          签号最小的<em>{selected.length}家</em>抽中
        </h2>
        <ol>
          {selected.map((object, place) => (
            <li key={object.code} className={step >= firstName + place ? '' : 'to-come'}>
              <span className="place">{object.order}</span>
              <span className="name">{object.name}</span>
              <span className="ticket">
                <b>{object.ticket.slice(0, 4)}</b> {object.ticket.slice(4, 8)}
              </span>
            </li>
          ))}
        </ol>
        <p className={step >= firstName + selected.length - 1 ? '' : 'to-come'}>
          候补　<b>{reserves.map((object) => object.name).join('、')}</b>
        </p>
      </section>
      <LotsPicture lots={lots} eligible={draw.figures?.eligible ?? lots.length} step={step} />
    </div>
  );
}
