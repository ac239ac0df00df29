import { randomInt } from 'node:crypto';
import type { CeremonyNews } from '@mingchou/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Channel } from './ceremony-hub.ts';

/** A room holds some hundreds; whoever comes beyond this asks every few seconds instead and misses nothing. */
const mostPerDraw = 3000;
const mostOfAll = 6000;
/** Proxies close what is silent for a minute; the beat also tells the bureau's time. */
const beatEvery = 15_000;
/** A phone that has not taken this much is gone; when it comes back it gets the whole view. */
const mostUnread = 1024 * 1024;

export interface Streams {
  /** Opens an endless answer; says no with 503 when there are too many. */
  readonly open: (channel: Channel, request: FastifyRequest, reply: FastifyReply) => void;
  readonly close: () => void;
}

/**
 * Server-sent events. Each event is the whole view, so that nothing can be missed: whoever comes back after a pause, a
 * restart of the server or to another process is shown what stands now, and nothing when he has seen it already.
 */
export function openStreams(most = { perDraw: mostPerDraw, all: mostOfAll }): Streams {
  const ends = new Set<() => void>();
  return {
    open: (channel, request, reply) => {
      if (channel.listeners() >= most.perDraw || ends.size >= most.all) {
        void reply.code(503).header('retry-after', '5').header('cache-control', 'no-store').send({
          message: '看的人太多，没有接上实时画面。网页会改为每隔几秒自动更新，内容相同。',
        });
        return;
      }
      const end = stream(channel, request, reply);
      ends.add(end);
      reply.raw.once('close', () => ends.delete(end));
    },
    close: () => {
      for (const end of ends) end();
    },
  };
}

const written = new WeakMap<CeremonyNews, string>();

/** Written once for all who listen. */
function eventOf(id: string, news: CeremonyNews): string {
  const text = written.get(news) ?? `id: ${id}\nevent: ceremony\ndata: ${JSON.stringify(news)}\n\n`;
  written.set(news, text);
  return text;
}

function timeEvent({ now }: CeremonyNews): string {
  return `event: time\ndata: ${JSON.stringify({ now })}\n\n`;
}

function stream(channel: Channel, request: FastifyRequest, reply: FastifyReply): () => void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies must hand each event on at once: nginx by this header, others by the type.
    'x-accel-buffering': 'no',
  });
  raw.socket?.setNoDelay(true);
  const write = (text: string) => {
    if (raw.writableLength > mostUnread) raw.destroy();
    else raw.write(text);
  };
  const tell = (news: CeremonyNews) => write(eventOf(channel.id(), news));
  const beat = setInterval(() => write(timeEvent(channel.news())), beatEvery);
  const leave = channel.listen(tell);
  raw.once('close', () => {
    clearInterval(beat);
    leave();
  });
  // Spread over a second, so that five hundred phones do not come back in one instant after a restart.
  write(`retry: ${randomInt(1000, 2000)}\n\n`);
  if (request.headers['last-event-id'] !== channel.id()) tell(channel.news());
  else write(timeEvent(channel.news()));
  return () => raw.end();
}
