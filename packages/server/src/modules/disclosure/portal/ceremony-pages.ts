import { dateOf, instantOf } from '@mingchou/domain';
import { ceremonyPage } from '@mingchou/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Channel, openCeremonyHub } from './ceremony-hub.ts';
import { openStreams } from './ceremony-stream.ts';
import { displayOf } from './display.ts';
import type { PortalPorts } from './ports.ts';

const address = '/b/:slug/draws/:drawNo';

interface Asked {
  readonly Params: { readonly slug: string; readonly drawNo: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

type Asking = FastifyRequest<Asked>;

/** 仪式大屏 for the wall and for every phone, its events, and the same for who asks instead of listening. */
export function ceremonyPages(ports: PortalPorts, app: FastifyInstance): void {
  const hub = openCeremonyHub(ports);
  const streams = openStreams();
  const found = (request: Asking) => hub.channel(request.params.slug, request.params.drawNo);
  app.addHook('preClose', () => {
    streams.close();
    hub.close();
  });
  app.get<Asked>(`${address}/live`, async (request, reply) => {
    const channel = await found(request);
    return channel === undefined ? lasting(request, reply) : sendPage(ports, channel, request, reply);
  });
  app.get<Asked>(`${address}/events`, async (request, reply) => {
    const channel = await found(request);
    if (channel === undefined) return reply.code(404).header('cache-control', 'no-store').send();
    streams.open(channel, request, reply);
    return reply;
  });
  app.get<Asked>(`${address}/live.json`, async (request, reply) => {
    const channel = await found(request);
    if (channel === undefined) return reply.code(404).header('cache-control', 'no-store').send();
    return reply.header('cache-control', 'no-store').send(channel.news());
  });
}

/** A draw from before this page has its lasting page and no ceremony; one before its commitment has neither. */
function lasting(request: Asking, reply: FastifyReply): FastifyReply {
  const { slug, drawNo } = request.params;
  return reply
    .header('cache-control', 'no-store')
    .redirect(`/b/${encodeURIComponent(slug)}/draws/${encodeURIComponent(drawNo)}`);
}

function sendPage(ports: PortalPorts, channel: Channel, request: Asking, reply: FastifyReply): FastifyReply {
  const news = channel.news();
  const now = instantOf(Date.parse(news.now));
  const { demonstration } = ports;
  const site = { bureau: channel.bureau(), demonstration, today: dateOf(now), now, display: displayOf(request) };
  const asked = { screen: 'screen' in request.query, dark: 'dark' in request.query };
  const page = ceremonyPage(site, { news, ...asked, origin: originOf(ports.publicUrl, request) });
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

/** What the QR leads to: the public address, or where there is none yet the one under which this page was opened. */
function originOf(publicUrl: string, request: Asking): string {
  const { hostname } = new URL(publicUrl);
  return hostname === 'localhost' ? `${request.protocol}://${request.host}` : publicUrl;
}
