import { portalPlanOn } from '@mingchou/contract';
import { dateOf, nationalCalendar, standingOf, type BureauId, type CalendarDate } from '@mingchou/domain';
import {
  bureausPage,
  type Display,
  displayPage,
  drawPage,
  drawsPage,
  faultPage,
  guidePage,
  homePage,
  itemsPage,
  logPage,
  notFoundPage,
  openDataDraws,
  planPage,
  type Progress,
  resultPage,
  resultsPage,
  searchPage,
  selfCheckOfZip,
  selfCheckPage,
  type Site,
  statisticsPage,
  verifyPage,
} from '@mingchou/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../../id.ts';
import { ceremonyPages } from './ceremony-pages.ts';
import type { PortalPorts } from './ports.ts';
import { mountAssets, offlinePageExists } from './assets.ts';
import { besideKeys, verifierKeys } from '../../../public-log/index.ts';
import { numbersOfDraws } from './numbers.ts';
import { publicLog } from './log-view.ts';
import { askedCode, selfCheckJson, selfCheckLimit, selfCheckPath } from './self-check-pages.ts';
import { chosenDisplay, displayOf } from './display.ts';
import { publicBureau, publicBureaus, publicFile, type PublicRecord, publicRecord } from './reader.ts';

/** What a page of one bureau is made from. */
interface Visit {
  readonly site: Site;
  readonly bureauId: BureauId;
  readonly record: PublicRecord;
  readonly progress: readonly Progress[];
  readonly request: FastifyRequest;
}

type Answer = string | undefined;

/** `/`, `/b/<bureau>/…`, `/open-data/draws.json`: read by the portal's role alone. */
export function portalPages(ports: PortalPorts): (app: FastifyInstance) => void {
  return (app) => {
    mountAssets(app);
    app.get('/', (request, reply) => home(ports, request, reply));
    app.get('/open-data/draws.json', (_request, reply) => openData(ports, reply));
    const page = (path: string, answer: (visit: Visit) => Answer | Promise<Answer>) => {
      app.get(`/b/:slug${path}`, (request, reply) => onBureau(ports, request, reply, answer));
    };
    page('/', homeOf);
    page('/plan', ({ site, record }) => planPage(site, record.plans, record.draws, record.externals));
    page('/draws', attemptsOf);
    page('/draws/statistics', (visit) => statisticsOf(ports, visit));
    page('/results', ({ site, record, progress }) => resultsPage(site, record.results, progress));
    page('/items', ({ site, record }) => itemsPage(site, record.items));
    page('/log', async ({ site }) => logPage(site, await publicLog(ports.portal), ports.publicUrl));
    page('/guide', ({ site }) => guidePage(site));
    page('/verify', ({ site }) => verifyPage(site, offlinePageExists()));
    page('/search', ({ site, record, request }) =>
      searchPage(site, { typed: textOf(request.query, 'q'), draws: record.draws, results: record.results }),
    );
    page('/draws/:drawNo', (visit) => drawOf(ports, visit));
    ceremonyPages(ports, app);
    selfCheckJson(ports, app);
    app.get(`/b/:slug${selfCheckPath}`, { config: { rateLimit: selfCheckLimit } }, (request, reply) =>
      onBureau(ports, request, reply, (visit) => selfCheckOf(ports, visit)),
    );
    page('/results/:id', ({ site, record, request }) => {
      const result = record.results.find((one) => one.id === textOf(request.params, 'id'));
      return result === undefined ? undefined : resultPage(site, result);
    });
    app.get('/b/:slug', (request, reply) =>
      reply.redirect(`/b/${encodeURIComponent(textOf(request.params, 'slug'))}/`),
    );
    app.get('/b/:slug/display', (request, reply) => display(ports, request, reply));
    app.get('/b/*', (request, reply) => send(reply, 404, notFoundPage(displayOf(request))));
    app.get('/b/:slug/draws/:drawNo/:file', (request, reply) => download(ports, request, reply));
  };
}

function textOf(fields: unknown, name: string): string {
  if (typeof fields !== 'object' || fields === null || !Object.hasOwn(fields, name)) return '';
  const value: unknown = Reflect.get(fields, name);
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page);
}

async function home(ports: PortalPorts, request: FastifyRequest, reply: FastifyReply) {
  const bureaus = await publicBureaus(ports.portal);
  const [only] = bureaus;
  if (bureaus.length === 1 && only !== undefined) return reply.redirect(`/b/${encodeURIComponent(only.view.slug)}/`);
  return send(
    reply,
    200,
    bureausPage(
      bureaus.map((one) => one.view),
      displayOf(request),
      ports.demonstration,
    ),
  );
}

async function openData(ports: PortalPorts, reply: FastifyReply) {
  const bureaus = await publicBureaus(ports.portal);
  const all = await Promise.all(
    bureaus.map(async ({ bureauId, view }) => ({
      slug: view.slug,
      draws: (await publicRecord(ports.portal, bureauId)).draws.toSorted((a, b) => a.drawNo - b.drawNo),
    })),
  );
  return reply.header('cache-control', 'no-cache').send(openDataDraws(all));
}

async function onBureau(
  ports: PortalPorts,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (visit: Visit) => Answer | Promise<Answer>,
) {
  const shown = displayOf(request);
  try {
    const visit = await visitOf(ports, request, shown);
    const page = visit === undefined ? undefined : await answer(visit);
    return page === undefined ? send(reply, 404, notFoundPage(shown)) : send(reply, 200, page);
  } catch (error) {
    // A citizen gets a page, not JSON; the fault itself goes into the log under the number shown.
    const correlationId = newId<string>().slice(-12).toUpperCase();
    request.log.error({ err: error, correlationId }, 'portal page failed');
    return send(reply, 500, faultPage(shown, correlationId));
  }
}

async function visitOf(ports: PortalPorts, request: FastifyRequest, shown: Display): Promise<Visit | undefined> {
  const bureau = await publicBureau(ports.portal, textOf(request.params, 'slug'));
  if (bureau === undefined) return undefined;
  const now = await ports.businessNow(bureau.bureauId);
  const today = dateOf(now);
  const all = await publicRecord(ports.portal, bureau.bureauId);
  const record = { ...all, plans: all.plans.map((plan) => portalPlanOn(plan, today)) };
  const progress = record.progress.map((one) => ({
    ...one,
    remaining: one.deadline === null ? null : standingOf(nationalCalendar, today, one.deadline.last as CalendarDate),
  }));
  return {
    site: { bureau: bureau.view, demonstration: ports.demonstration, today, now, display: shown },
    bureauId: bureau.bureauId,
    record,
    progress,
    request,
  };
}

function thisYear(site: Site, record: PublicRecord) {
  return record.plans.find((plan) => String(plan.year) === site.today.slice(0, 4)) ?? null;
}

function homeOf({ site, record, progress }: Visit): string {
  return homePage(site, { ...record, plan: thisYear(site, record), progress });
}

function attemptsOf({ site, record, request }: Visit): string {
  const { draws, attempts, externals } = record;
  const show = textOf(request.query, 'show');
  return drawsPage(site, { draws, attempts, externals, plan: thisYear(site, record), show });
}

async function statisticsOf(ports: PortalPorts, { site, bureauId, record }: Visit): Promise<string> {
  const numbers = await numbersOfDraws(ports.portal, bureauId, record.draws);
  const { publicUrl: address } = ports;
  return statisticsPage(site, { draws: record.draws, numbers, address, offlinePage: offlinePageExists() });
}

async function drawOf(ports: PortalPorts, { site, bureauId, record, progress, request }: Visit): Promise<Answer> {
  const draw = record.draws.find((one) => String(one.drawNo) === textOf(request.params, 'drawNo'));
  if (draw === undefined) return undefined;
  const code = textOf(request.query, 'code');
  const file =
    code === '' || draw.bundle === null ? undefined : await publicFile(ports.portal, bureauId, draw.bundle.file);
  return drawPage(site, {
    draw,
    progress: progress.filter((one) => one.drawNo === draw.drawNo),
    results: record.results.filter((one) => one.drawKind === undefined && one.drawNo === draw.drawNo),
    asked: file === undefined ? null : { code, answer: selfCheckOfZip(file.bytes, code, draw.drawn?.sampleKey ?? '') },
    logKeys: [...(await verifierKeys(ports.portal)), ...(await besideKeys(ports.portal))],
    offlinePage: offlinePageExists(),
  });
}

async function selfCheckOf(ports: PortalPorts, { site, bureauId, record, request }: Visit): Promise<Answer> {
  const draw = record.draws.find((one) => String(one.drawNo) === textOf(request.params, 'drawNo'));
  if (draw === undefined) return undefined;
  const code = askedCode(textOf(request.query, 'code'));
  const answer = await ports.selfCheck(bureauId, draw.drawNo, code);
  return answer === undefined ? undefined : selfCheckPage(site, { draw, code, answer });
}

async function display(ports: PortalPorts, request: FastifyRequest, reply: FastifyReply) {
  const query = typeof request.query === 'object' && request.query !== null ? { ...request.query } : {};
  const cookie = chosenDisplay(query);
  if (cookie !== undefined) {
    return reply.header('set-cookie', cookie).redirect(`/b/${encodeURIComponent(textOf(request.params, 'slug'))}/`);
  }
  return onBureau(ports, request, reply, ({ site }) => displayPage(site));
}

/** A public download; its name holds the beginning of its hash, so it never changes. */
async function download(ports: PortalPorts, request: FastifyRequest, reply: FastifyReply) {
  const bureau = await publicBureau(ports.portal, textOf(request.params, 'slug'));
  const name = textOf(request.params, 'file');
  const file = bureau === undefined ? undefined : await publicFile(ports.portal, bureau.bureauId, name);
  if (file === undefined) return send(reply, 404, notFoundPage(displayOf(request)));
  return reply
    .type(file.mediaType)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(file.bytes));
}
