import type { CeremonyNews } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { collectingStage } from './collecting.ts';
import { footOf } from './foot.ts';
import { headOf, type Room } from './head.ts';
import type { Frame } from './play.ts';
import { resultStage } from './result.ts';
import { stageOf } from './stage.ts';
import { interruption, voidedStage } from './voided.ts';
import { waitingStage } from './waiting.ts';

/** The whole picture for a view; server and browser make it by this one function, so that all see the same. */
export function ceremonyBody(room: Room, news: CeremonyNews, frame?: Frame): Html {
  return html`${headOf(room, news)}<main id="main" tabindex="-1">${interruption(news)}${stageHtml(news, frame)}</main>${footOf(room, news)}`;
}

function stageHtml(news: CeremonyNews, frame: Frame | undefined): Html {
  switch (stageOf(news)) {
    case 'waiting':
      return waitingStage(news);
    case 'collecting':
    case 'complete':
      return collectingStage(news);
    case 'drawn':
      return resultStage(news, frame);
    case 'voided':
      return voidedStage(news);
  }
}
