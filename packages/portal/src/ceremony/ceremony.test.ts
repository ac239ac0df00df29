import { expect, test } from 'vitest';
import {
  ceremony,
  confirmedDice,
  dice,
  drawn,
  lot,
  lots,
  news,
  revealed,
  room,
  source,
  stratum,
  witness,
} from '../../test/ceremony.ts';
import { ceremonyBody } from './body.ts';
import { framesOf, pauseAfter, playsFromStart } from './play.ts';
import { lineLook } from './result.ts';
import { stageOf } from './stage.ts';
import { spokenOf } from './words.ts';

const said = (...of: Parameters<typeof news>) => ceremonyBody(room(), news(...of)).markup.replace(/<[^>]*>/g, '');

test('候场 lasts until the announced moment, and no number moves the room on before it', () => {
  expect(stageOf(news(ceremony(), '2022-04-06T01:59:59Z'))).toBe('waiting');
  expect(stageOf(news(ceremony(), '2022-04-06T02:00:00Z'))).toBe('collecting');
  expect(said(ceremony(), '2022-04-06T01:41:57Z')).toMatch(/5ff3 bb47 6c31[\s\S]*4月6日 10:00开启还有18分03秒/);
});

test('the commitment stands in full, in sixteen groups of four', () => {
  expect(said(ceremony(), '2022-04-06T01:00:00Z')).toContain(Array(4).fill('5ff3 bb47 6c31 96a5').join(' '));
});

test('digits appear as they are typed, and count when a second person has confirmed them', () => {
  const typed = ceremony({ sources: [dice(), witness('张见')] });
  expect(said(typed)).toMatch(/4071936502884173\d+[\s\S]*何书已录入，待另一人复核/);
  expect(said(typed)).toContain('请另一人看桌面，再键入一遍');
  expect(said(ceremony({ sources: [confirmedDice(), witness('张见')] }))).toContain('何书录入，施核复核，两人一致');
});

test('digits appear one by one while they are typed, and nobody is asked to confirm them yet', () => {
  const text = said(ceremony({ sources: [dice({ value: '40719', typedBy: null, typing: true }), witness('张见')] }));
  expect(text).toContain('现在收十面骰子20位');
  expect(text).toMatch(/40719正在照桌面键入/);
  expect(text).not.toContain('复核');
});

test('under a seal the numbers came and are not shown: no empty box looks as if nothing had been thrown', () => {
  const closed = { value: null, typedBy: '何书', confirmedBy: '施核', stands: true };
  const sealed = { drawnAt: '2022-04-06T02:07:00Z' };
  const page = ceremonyBody(
    room(),
    news(ceremony({ status: 'drawn', sealed, sources: [source(closed), witness('张见', { stands: true })] })),
  ).markup;
  expect(page).not.toContain('class="none"');
  expect(page.replace(/<[^>]*>/g, '')).toMatch(
    /已开签，结果封存[\s\S]*十面骰子20位已到，封存何书录入，施核复核，两人一致/,
  );
});

test('a correction stays to be seen', () => {
  const corrected = ceremony({ sources: [dice({ replaced: ['40719365028841736250'] })] });
  expect(said(corrected)).toContain('先前录入：40719 36502 88417 36250，已重新录入');
});

test('dice come first, then the witnesses, and the room reads whose turn it is', () => {
  expect(said(ceremony())).toContain('现在收十面骰子20位');
  const afterDice = ceremony({ sources: [confirmedDice(), revealed('张见'), witness('孔证')] });
  expect(said(afterDice)).toContain('现在请孔证在自己的手机上揭示');
  const drand = source({ kind: 'drand', name: 'drand quicknet第1000轮', digits: null, due: '2022-04-06T02:30:00Z' });
  expect(said(ceremony({ sources: [confirmedDice(), revealed('张见'), drand] }))).toContain('10:30产生，最后才收');
});

test('once the last number stands the result is fixed, before anyone presses 开签', () => {
  const complete = ceremony({ status: 'collecting', sources: [confirmedDice(), revealed('张见')] });
  expect(stageOf(news(complete))).toBe('complete');
  expect(said(complete)).toContain('10:06:38随机数到齐，结果已经确定，等何书开签');
});

test.each([
  ['候场', ceremony(), '2022-04-06T01:00:00Z'],
  ['收随机数', ceremony(), '2022-04-06T02:01:00Z'],
  ['结果', drawn(), '2022-04-06T02:07:00Z'],
] as const)('in %s the sentence stands: once all numbers are in, the result is fixed', (_stage, view, now) => {
  expect(said(view, now)).toContain('随机数到齐，结果就已确定；画面只是把39根签按长短排开');
});

test('the result names nine in order with their tickets, the reserves, the cut-off and the chance', () => {
  const text = said(drawn());
  expect(text).toMatch(/签号最小的9家抽中1第1字号加油站0600 0000/);
  expect(text).toContain('候补　第10字号加油站、第11字号加油站、第12字号加油站');
  expect(text).toMatch(/截止线3600 0000/);
  expect(text).toContain('9/39＝23.1%');
});

test('a stratum drawn whole shows an order and no winners', () => {
  const whole = stratum({ eligible: 6, size: 6, reserves: 0, lots: lots(6) });
  const text = said(drawn({ strata: [whole] }));
  expect(text).toContain('6家都检查，先后如下');
  expect(text).not.toMatch(/抽中|截止线|机会/);
  expect(framesOf([whole]).map(({ phase }) => phase)).not.toContain('cut-off');
});

test('with a quota no line claims to decide', () => {
  const text = said(drawn({ strata: [stratum({ lots: lots(39), plain: false })] }));
  expect(text).toContain('签短的也可能让位');
  expect(text).not.toContain('截止线');
});

test('beyond sixty the rest lies on a ruler', () => {
  const many = stratum({ eligible: 900, lots: lots(22), rest: [300, 500, 999] });
  const { markup } = ceremonyBody(room(), news(drawn({ strata: [many] })));
  expect(markup).toContain('M300 6V40M500 6V40M999 6V40');
  expect(said(drawn({ strata: [many] }))).toContain('这里画最短的22根，其余在下面的尺上');
});

test('what has been interrupted says by whom and that nothing changes; what is void says why and what stays', () => {
  const interrupted = { at: '2022-04-06T02:03:00Z', by: '何书', reason: '投掷有争议' };
  expect(said(ceremony({ interrupted }))).toMatch(/中断　何书4月6日 10:03申请作废：投掷有争议[\s\S]*不变/);
  const voided = {
    ...{ at: '2022-04-06T02:10:00Z', reason: '投掷有争议：一粒骰子落地', applicant: '何书', approver: '吕审' },
    resultKnown: false,
  };
  const text = said(ceremony({ status: 'voided', voided }));
  expect(text).toMatch(/本次抽签已作废[\s\S]*一粒骰子落地[\s\S]*何书申请，4月6日 10:10 吕审批准/);
  expect(text).toContain('不删除');
});

test('a result unfolds: roster, sorted, cut-off, filled, then name by name, one stratum after another', () => {
  const frames = framesOf([stratum({ lots: lots(39) }), stratum({ eligible: 2, size: 2, lots: lots(2) })]);
  expect(frames.slice(0, 6).map(({ phase, names }) => [phase, names])).toEqual([
    ['roster', 0],
    ['sorted', 0],
    ['cut-off', 0],
    ['filled', 0],
    ['filled', 1],
    ['filled', 2],
  ]);
  expect(frames.findIndex((frame) => frame.stratum === 1)).toBe(4 + 9);
  expect(frames.at(-1)).toEqual({ stratum: 1, phase: 'filled', names: 2 });
  // The lots take 1.6 seconds to sort, and nothing falls on them while they move.
  expect(pauseAfter(frames, 1)).toBeGreaterThan(1600);
});

test('four hundred names take seconds, not minutes', () => {
  const all = Array.from({ length: 400 }, (_, at) => lot(at + 1, { outcome: 'selected' }));
  const frames = framesOf([stratum({ eligible: 9000, size: 400, lots: all })]);
  const total = frames.reduce((sum, _, at) => sum + pauseAfter(frames, at), 0);
  expect(total).toBeLessThan(30_000);
});

test('of a long list the screen shows the page of the latest name', () => {
  expect(lineLook(0, 30, 60)).toBe('off-page');
  expect(lineLook(29, 30, 60)).toBe('');
  expect(lineLook(30, 30, 60)).toBe('to-come');
  expect(lineLook(5, 3, 9)).toBe('to-come');
});

test('who watched sees the result unfold; who comes later sees it whole', () => {
  expect(playsFromStart('2022-04-06T02:06:45Z', '2022-04-06T02:06:41Z')).toBe(true);
  expect(playsFromStart('2022-04-06T02:10:00Z', '2022-04-06T02:06:41Z')).toBe(false);
});

test('who hears the page is told what has come', () => {
  expect(spokenOf(news(ceremony({ sources: [dice(), witness('张见')] })))).toBe(
    '十面骰子20位已录入，待复核，张见未到。',
  );
  expect(spokenOf(news(drawn()))).toBe('已开签，抽中9家，名单在下面。');
});

test('nothing that people typed becomes markup', () => {
  const view = ceremony({ operator: '<img src=x>', objects: '"><script>' });
  const { markup } = ceremonyBody(room(), news(view, '2022-04-06T01:00:00Z'));
  expect(markup).not.toMatch(/<img|<script/);
});
