import { drawRoutes, type DrawView } from '@mingchou/contract';
import { termsOfSection } from '@mingchou/domain';
import Fastify from 'fastify';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../src/modules/disclosure/portal/ceremony-hub.ts';
import { openStreams } from '../src/modules/disclosure/portal/ceremony-stream.ts';
import { openHouse } from '../src/shell/house.ts';
import { type DrawBureau, digits, drawBureau, openAt } from './harness/draw-story.ts';
import { type Listener, listen } from './harness/event-stream.ts';
import { testPassword } from './harness.ts';

let bureau: DrawBureau;
let address = '';
const listeners: Listener[] = [];
/** A draw whose dice one person has typed; the later tests go on with it. */
let recorded: DrawView;

beforeAll(async () => {
  bureau = await drawBureau();
  address = await bureau.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => {
  for (const one of listeners.splice(0)) one.close();
});
afterAll(() => bureau.close());

const phone = async (drawNo: number, headers: Readonly<Record<string, string>> = {}, at = address) => {
  const one = await listen(`${at}/b/changzi/draws/${drawNo}/events`, headers);
  listeners.push(one);
  return one;
};
const wrong = '40719365028841736250';

test('a phone without an account hears each act of the ceremony within a second, and no secret', async () => {
  const { id, drawNo } = await bureau.draw('frozen');
  const page = (path: string) => fetch(`${address}/b/changzi/draws/${drawNo}/${path}`);
  expect([(await page('live')).status, (await page('events')).status]).toEqual([404, 404]);

  await bureau.clerk.reauthenticate(testPassword);
  await bureau.clerk.mustSend(drawRoutes.publishCommitment, { ...(await bureau.about(id)), openAt });
  const { until, headers, heard } = await phone(drawNo);
  expect(headers.get('content-type')).toContain('text/event-stream');
  // What lies between must neither keep the events nor hold them back.
  expect([headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual(['no-store', 'no']);
  expect(headers.get('content-encoding')).toBeNull();
  const waiting = await until(() => true);
  expect(waiting).toMatchObject({ status: 'committed', operator: '何书', drawn: null });
  expect(waiting.strata).toMatchObject([{ eligible: 41, size: 9, lots: [] }]);

  bureau.clock.set('2022-04-01T08:31:00Z');
  const { version } = await bureau.about(id);
  for (const typing of ['4', '40', '40719'])
    await bureau.clerk.mustSend(drawRoutes.typeDice, { drawId: id, digits: typing });
  expect((await until(({ sources }) => sources[0]?.value === '40719')).sources[0]).toMatchObject({ typing: true });
  // Showing decides nothing: no new version, no entry, and the other person may not show anything.
  expect((await bureau.about(id)).version).toBe(version);
  expect(await bureau.chief.send(drawRoutes.typeDice, { drawId: id, digits: '9' })).toMatchObject({ ok: false });
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(id)), digits: wrong });
  await bureau.clerk.mustSend(drawRoutes.typeDice, { drawId: id, digits: '' });
  const typed = await until(({ sources }) => sources[0]?.value === wrong);
  expect(typed.sources[0]).toMatchObject({ typedBy: '何书', confirmedBy: null, stands: false });
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(id)), digits });
  await bureau.chief.mustSend(drawRoutes.confirmDice, { ...(await bureau.about(id)), digits });
  const confirmed = await until(({ sources }) => sources[0]?.stands === true);
  // The typing that was mended stays to be seen.
  expect(confirmed.sources[0]).toMatchObject({ value: digits, confirmedBy: '施核', replaced: [wrong] });
  expect(confirmed.sources.slice(1).map(({ value }) => value)).toEqual([null, null]);
  const said = JSON.stringify(heard);
  for (const secret of [bureau.valueOf('W1'), bureau.personId('何书'), '执法1', 'filesalts']) {
    expect(said).not.toContain(secret);
  }
});

test('until a witness reveals, what the phones hear holds the hash and not the value; then the result with its lots', async () => {
  const { id, drawNo } = await bureau.draw('complete');
  const { until, heard } = await phone(drawNo);
  const complete = await until(({ sources }) => sources.every(({ stands }) => stands));
  expect(complete.drawn).toBeNull();
  expect(complete.sources.slice(1).map(({ value }) => value)).toEqual([bureau.valueOf('W1'), bureau.valueOf('W2')]);

  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  const { strata, drawn } = await until((view) => view.drawn !== null);
  expect(drawn?.by).toBe('何书');
  const outcomes = strata[0]?.lots.map(({ outcome }) => outcome);
  expect(outcomes?.slice(0, 12)).toEqual([...Array(9).fill('selected'), ...Array(3).fill('reserve')]);
  expect(outcomes).toHaveLength(41);
  const tickets = strata[0]?.lots.map(({ ticket }) => ticket) ?? [];
  expect(tickets).toEqual([...tickets].sort());
  const { objectsDrawn } = await bureau.show(id);
  expect(tickets.slice(0, 12)).toEqual(objectsDrawn.map(({ ticket }) => ticket.slice(0, 8)));
  expect(heard.filter(({ event }) => event === 'ceremony').every(({ id: name }) => name !== '')).toBe(true);
});

test('whoever comes back with what he saw last is told the time, and the view only when it has changed', async () => {
  const { id, drawNo } = await bureau.draw('committed');
  const before = await phone(drawNo);
  await before.until(() => true);
  const seen = before.heard.find(({ event }) => event === 'ceremony')?.id ?? '';
  before.close();

  const again = await phone(drawNo, { 'last-event-id': seen });
  await expect.poll(() => again.heard.map(({ event }) => event)).toEqual(['time']);
  again.close();
  bureau.clock.set('2022-04-01T08:31:00Z');
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(id)), digits });
  recorded = await bureau.show(id);
  const later = await phone(drawNo, { 'last-event-id': seen });
  expect((await later.until(() => true)).sources[0]?.value).toBe(digits);
});

test('phones at another process hear it too, and its end ends their streams so that they come back', async () => {
  const other = await openHouse({
    ...{ url: bureau.ownerUrl, filesFolder: bureau.filesFolder, clock: bureau.clock, jobs: 'later' },
    ...{ mode: 'demonstration', publicUrl: 'http://localhost:8080', logger: pino({ level: 'silent' }) },
    compose: bureau.around.compose,
  });
  const { id, drawNo } = recorded;
  const { until, ended } = await phone(drawNo, {}, await other.app.listen({ port: 0, host: '127.0.0.1' }));
  await until(() => true);
  await bureau.clerk.mustSend(drawRoutes.recordDice, { ...(await bureau.about(id)), digits: wrong });
  await until(({ sources }) => sources[0]?.value === wrong);
  await other.close();
  await ended;
});

test('who asks instead of listening is told the same, and the page reads without a script', async () => {
  const { drawNo } = recorded;
  const asked = await fetch(`${address}/b/changzi/draws/${drawNo}/live.json`);
  expect(asked.headers.get('cache-control')).toBe('no-store');
  expect(await asked.json()).toMatchObject({
    now: expect.any(String),
    view: { drawNo, sources: [{ value: wrong }, {}, {}] },
  });
  const html = await (await fetch(`${address}/b/changzi/draws/${drawNo}/live?screen`)).text();
  expect(html).toContain('<noscript><meta http-equiv="refresh"');
  expect(html).toContain('何书已录入，待另一人复核');
});

test('a request to void shows at once as 中断, without the applicant’s words', async () => {
  const { id, drawNo } = recorded;
  const { until } = await phone(drawNo);
  const text = '一粒骰子落到桌下，在场的人有争议';
  const asked = { ...(await bureau.about(id)), reason: 'dice-disputed', text } as const;
  await bureau.clerk.mustSend(drawRoutes.requestVoidDraw, asked);
  const { interrupted } = await until((view) => view.interrupted !== null);
  expect(interrupted).toMatchObject({ by: '何书', reason: '投掷有争议' });
  await bureau.leader.reauthenticate(testPassword);
  await bureau.leader.mustSend(drawRoutes.voidDraw, await bureau.about(id));
  const { voided, status } = await until((view) => view.voided !== null);
  expect(status).toBe('voided');
  expect(voided).toMatchObject({ reason: `投掷有争议：${text}`, approver: '吕审', resultKnown: false });
});

test('beyond what one draw may hold, a phone is sent to ask instead; those who listen are not disturbed', async () => {
  const app = Fastify();
  const streams = openStreams({ perDraw: 2, all: 9 });
  const heard = new Set<unknown>();
  const channel: Channel = {
    bureau: () => ({
      slug: 'x',
      name: '',
      terms: termsOfSection('股室'),
      supervisor: '',
      correctionContact: '',
      guide: [],
    }),
    news: () => ({ now: '2022-04-01T08:31:00Z', view: {} as never }),
    id: () => 'a',
    listen: (one) => {
      heard.add(one);
      return () => heard.delete(one);
    },
    listeners: () => heard.size,
  };
  app.get('/events', (request, reply) => {
    streams.open(channel, request, reply);
    return reply;
  });
  const at = `${await app.listen({ port: 0, host: '127.0.0.1' })}/events`;
  const [first, second, third] = [await listen(at), await listen(at), await listen(at)];
  expect([first.status, second.status, third.status]).toEqual([200, 200, 503]);
  expect(third.headers.get('retry-after')).toBe('5');
  first.close();
  await expect.poll(() => heard.size).toBe(1);
  const fourth = await listen(at);
  expect(fourth.status).toBe(200);
  streams.close();
  await Promise.all([second.ended, fourth.ended]);
  await app.close();
});
