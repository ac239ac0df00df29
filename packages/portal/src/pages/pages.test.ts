import { bundleOf } from '@mingchou/verifier';
import { describe, expect, test } from 'vitest';
import { type PortalExternal, portalPlanOn } from '@mingchou/contract';
import { attempts, bureau, draw, items, plan, progress, result, site } from '../../test/views.ts';
import {
  bureausPage,
  displayPage,
  drawPage,
  drawsPage,
  guidePage,
  homePage,
  itemsPage,
  logPage,
  openDataDraws,
  planPage,
  resultPage,
  resultsPage,
  searchPage,
  statisticsPage,
  selfCheckOfZip,
  verifyPage,
} from '../index.ts';

const text = (page: string) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const home = (change: Partial<Parameters<typeof homePage>[1]> = {}) =>
  homePage(site(), { plan: plan(), draws: [draw()], progress: [], results: [result()], items: items(), ...change });
const ofDraw = (change: Parameters<typeof draw>[0] = {}, more: Partial<Parameters<typeof drawPage>[1]> = {}) =>
  drawPage(site(), {
    draw: draw(change),
    progress: [],
    results: [],
    asked: null,
    logKeys: ['log+1+k'],
    offlinePage: true,
    ...more,
  });

describe('the home page', () => {
  test('has exactly the four columns that the government site wants (LZ-12)', () => {
    const columns = [...home().matchAll(/<a href="[^"]*"><b>([^<]*)<\/b>/g)].map((match) => match[1]);
    expect(columns).toEqual(['年度抽查计划', '抽查结果', '工作指引', '抽查事项清单']);
  });

  test('shows the bureau’s own lateness with deadline and reason', () => {
    const page = text(home({ progress: [progress()] }));
    expect(page).toContain('1家的结果超期未公示');
    expect(page).toContain('长子县月字号加油站最晚应于5月5日公示，已超1个工作日。原因：检查记录退回补正。');
  });

  test('says nothing of lateness when nothing is late', () => {
    const inTime = progress({ remaining: { kind: 'left', workdays: 2 } });
    expect(text(home({ progress: [inTime] }))).not.toContain('超期');
  });

  test('lists plan rows that have no draw yet, and void draws', () => {
    const page = text(home({ draws: [draw(), draw({ drawNo: 1, status: 'voided', voided: voided() })] }));
    expect(page).toContain('冶金工贸企业');
    expect(page).toContain('尚未冻结名单');
    expect(page).toContain('已作废，仍可重算');
  });

  test('says why it is empty before anything is published', () => {
    const page = text(home({ plan: null, draws: [], results: [], items: null }));
    expect(page).toContain('今年的计划尚未公开');
    expect(page).toContain('还没有抽签');
  });
});

const voided = () => ({ at: '2022-04-08T02:00:00Z', reason: '名单有误', approver: '吕审' });

describe('全部抽签', () => {
  const page = (show = '') => text(drawsPage(site(), { ...attempts(), plan: null, show }));

  test('names gaps and commitments past their time before anything else', () => {
    expect(page()).toMatch(/第3号缺失 编号连续.*第6号已过30天.*逐次列出/);
  });

  test('gives each rate its base, and the number opens its rows', () => {
    expect(page()).toContain('作废 3 ／抽签7（42.9%）');
    expect(page()).toContain('回避 1 ／席位18（5.6%）');
    const rows = page('recusal');
    expect(rows).toContain('只列出有回避的，1次。');
    expect(rows).toContain('1名执法人员回避（近亲属关系），由签序下一位补上，吕审批准');
    expect(rows).not.toContain('2022年第5号');
  });

  test('a void draw tells reason, approver and who kept silent; one given up before its commitment has its line', () => {
    expect(page('void')).toContain('吕审批准。原因：见证人没有揭示：到10时30分仍未揭示');
    expect(page('void')).toContain('没有给出的随机数：见证人孔证（县个体私营企业协会）');
    expect(page('void')).toContain('承诺之前作废，没有产生任何随机数');
  });
});

describe('签号的统计', () => {
  const page = (tickets: readonly number[]) => {
    const numbers = [{ drawNo: 2, tickets, chances: null, drawn: new Set<string>(), names: new Map<string, string>() }];
    return text(
      statisticsPage(site(), { draws: attempts().draws, numbers, address: 'https://example.cn', offlinePage: false }),
    );
  };

  test('says when there is too little to see, and never more than the numbers say', () => {
    expect(page([0.1, 0.5, 0.9])).toContain('数太少，还看不出什么');
    expect(page([])).toContain('还没有公开结果的抽签，没有签号可画');
    expect(page(Array.from({ length: 320 }, (_, index) => index / 320))).toContain('每格都在灰带里');
  });

  test('every plot has its numbers as a table, and what cannot be prevented is said', () => {
    const shown = page(Array.from({ length: 320 }, (_, index) => index / 320));
    expect(shown.match(/看这张图的数/g)?.length).toBeGreaterThanOrEqual(3);
    expect(shown).toMatch(/防不住.*名录库本来就漏了谁.*所有来源一起串通.*开奖号码抄错或抄假/);
    expect(shown).toContain('npx verify-draw draw.zip');
  });
});

describe('the page of a draw', () => {
  test('shows drawn and reserves in order, tickets and progress', () => {
    const page = text(ofDraw({}, { progress: [progress()] }));
    expect(page).toContain('39家可抽，抽中9家，候补3家。名单和规则先公开承诺，4天后才产生随机数。');
    expect(page).toContain('长子县宙字号化工经营部 91140428XX1002227Y 0773 a027');
    expect(page).toContain('候补 1 长子县阳字号加油站'.replace(' 1', '1'));
    expect(page).toContain('最晚5月5日公示，已超1个工作日');
    expect(page).toContain('依据：2022年抽查工作计划 七（一）');
  });

  test('where all are inspected nobody is 抽中: the page shows the order', () => {
    const counts = { pool: 6, excluded: 0, eligible: 6, selected: 6, reserves: 0 };
    const strata = [{ code: 'row-1', name: '煤矿', eligible: 6, size: 6, full: true, batches: 2 }];
    const page = text(ofDraw({ counts, strata }, {}));
    expect(page).toContain('6家可抽，全部检查，抽的是次序。');
    expect(page).toContain('检查次序');
    expect(page).toContain('我的企业排在第几');
    expect(page).not.toContain('抽中');
  });

  test('a stratum that is inspected wholly is told apart from those that are drawn from', () => {
    const counts = { pool: 60, excluded: 0, eligible: 60, selected: 25, reserves: 4 };
    const strata = [
      { code: 'grade-C', name: 'C级', eligible: 45, size: 10, full: false },
      { code: 'grade-D', name: 'D级', eligible: 15, size: 15, full: true },
    ];
    const page = text(ofDraw({ counts, strata }, {}));
    expect(page).toContain('60家可抽，D级15家全部检查，抽的是次序；其余抽中10家，候补4家。');
  });

  test('a result disclosed late stays marked as late', () => {
    const late = progress({ step: 'disclosed', disclosedOn: '2022-05-09', remaining: null });
    expect(text(ofDraw({}, { progress: [late] }))).toContain('5月9日公示，晚于最晚日期5月5日');
  });

  test('never claims a recomputation that only the reader’s browser can do', () => {
    const page = text(ofDraw());
    expect(page).toContain('还没有重算');
    expect(page).not.toMatch(/通过|结果一致/);
  });

  test('shows every hash whole, and who did what when', () => {
    const page = text(ofDraw());
    expect(page).toContain('5ff3 bb47 6c31 96a5 e791 6a4a 116c 4326 d7f5 4c12 7aa8 cf6f 7378 6636 08d2 07da');
    expect(page).toContain('4月6日 10:01 当众投骰子，何书录入，施核复核 40719 36502 88417 36259');
    expect(page).toContain('41家，排除2家（已停业2家）');
    // The log counts from 0, people from 1.
    expect(page).toContain('记在公开日志第38条');
  });

  test('a change after the draw stands with its line’s fingerprint, a result published at the void with its reason', () => {
    const change = { at: '2022-04-11T07:30:00Z', approver: '吕审', filled: true, hash: 'ab'.repeat(32) };
    const page = text(
      ofDraw({
        amendments: [{ ...change, kind: 'recusal', seq: 1, text: '1名执法人员回避（近亲属关系），由签序下一位补上' }],
      }),
    );
    expect(page).toContain('由签序下一位补上，吕审批准，变动记录第1行，指纹进公开日志 abab abab');
    const drawn = { at: '2022-04-08T02:00:00Z', by: '吕审', seed: 'cd'.repeat(32), sampleKey: 'e'.repeat(32) };
    const forced = text(ofDraw({ status: 'voided', voided: voided(), drawn: { ...drawn, computedAtVoid: true } }));
    expect(forced).toContain('作废时随机数已经到齐，谁都能算出结果');
  });

  test('before the draw it names what is waited for and shows no result', () => {
    const page = text(
      ofDraw({
        status: 'committed',
        drawn: null,
        bundle: null,
        objectsDrawn: [],
        dispatchedAt: null,
        sources: waiting(),
      }),
    );
    expect(page).toContain('现在谁也不知道结果');
    expect(page).toContain('还要等的随机数：当众投骰子、见证人张见（县纪委监委派驻组）。');
    expect(page).not.toContain('抽中与候补');
  });

  test('a void draw keeps its place with reason and approver', () => {
    const page = text(ofDraw({ status: 'voided', voided: voided() }));
    expect(page).toContain('这次抽签已作废');
    expect(page).toContain('吕审批准。原因：名单有误。');
  });
});

const waiting = () =>
  draw().sources.map((source) => ({ ...source, value: null, recordedAt: null, recordedBy: null, confirmedBy: null }));

test('the page of a result shows the deadline it had and the clause that set it', () => {
  const page = text(resultPage(site(), result()));
  expect(page).toContain('检查结束后7个工作日，最晚2022年4月29日 周五 依据：2022年抽查工作计划 七（一）');
  expect(page).toContain('冯八（执法证号04080001）');
  expect(text(resultPage(site(), result({ late: true })))).toContain('这一条超期公示');
});

describe('what people typed is data', () => {
  const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;
  const pages = (name: string) => {
    const bad = draw({
      objects: name,
      objectsDrawn: draw().objectsDrawn.map((one) => ({ ...one, name, code: name })),
      amendments: [{ kind: 'substitution', at: '2022-04-11T07:30:00Z', text: name, approver: name }],
      frozen: { at: '2022-04-01T08:20:00Z', by: name },
      voided: { at: '2022-04-11T07:30:00Z', reason: name, approver: name },
    });
    const here = site({ bureau: bureau({ name, supervisor: name, correctionContact: name }) });
    const late = progress({ name, code: name, note: name });
    const found = result({ name, findings: name, inspectors: [{ name, certificateNo: name }] });
    const view = { plan: plan(), draws: [bad], progress: [late], results: [found], items: items() };
    return [
      homePage(here, view),
      drawPage(here, {
        draw: bad,
        progress: [late],
        results: [],
        asked: null,
        logKeys: ['log+1+k'],
        offlinePage: true,
      }),
      drawsPage(here, { draws: [bad], attempts: [], plan: plan(), show: '' }),
      resultsPage(here, [found], [late]),
      resultPage(here, found),
      searchPage(here, { typed: name, draws: [bad], results: [found] }),
      guidePage(here),
      bureausPage([here.bureau], here.display, true),
    ];
  };

  test('a hostile name opens no element and no attribute on any page', () => {
    for (const page of pages(hostile)) {
      expect(page).not.toMatch(/<script>|<img/);
      expect(page).not.toMatch(/onerror=alert\(1\)>(?!&amp;amp;)/);
      expect(page).toContain('&lt;script&gt;');
    }
  });
});

test('a code typed into 自查 comes back as text, whatever it holds', () => {
  const zip = bundleOf(new Map());
  const answer = selfCheckOfZip(zip, '<script>alert(1)</script>', 'a'.repeat(32)).markup;
  expect(answer).not.toMatch(/<script/i);
});

test('what was approved against the rules of exclusion stands in the story of the draw, with reason and approver', () => {
  const page = text(
    ofDraw({
      round: '2022年第一轮',
      overrides: [
        { kind: '恢复列入', was: '本轮已抽过', text: '群众举报，需要再查', ground: null, approver: '吕审' },
        { kind: '另行排除', was: '', text: '已由省里查过', ground: null, approver: '吕审' },
      ],
    }),
  );
  expect(page).toContain('属于2022年第一轮');
  expect(page).toContain('吕审批准恢复列入1家（原为本轮已抽过）：群众举报，需要再查');
  expect(page).toContain('吕审批准另行排除1家：已由省里查过');
});

const external: PortalExternal = {
  id: '01a20485-f010-710e-8791-f68333aedff2',
  ...{ registerNo: 1, year: 2022, planRowNo: 3, taskName: '工贸企业抽查', objects: '工贸企业', status: 'dispatched' },
  ...{ platform: '省信用信息系统', platformNo: '豫抽17', drawnAt: '2022-04-01T02:00:00Z', operator: '何书' },
  ...{ registered: { at: '2022-04-02T01:00:00Z', by: '何书' }, round: null, approvedCount: 6, withdrawn: null },
  objectsDrawn: [{ order: 1, code: '91140428XX1000001X', name: '长子县宇字号铸造厂' }],
  files: [{ hash: 'a'.repeat(64), size: 8 }],
};

test('a plan row that another platform has drawn waits for no roster, and its objects count in the year', () => {
  const filled = {
    plan: plan(),
    draws: [],
    externals: [{ ...external, year: plan().year, planRowNo: plan().rows[0]?.no ?? 0 }],
  };
  const waiting = (page: string) => page.match(/尚未冻结名单/g)?.length ?? 0;
  expect(waiting(home(filled))).toBe(waiting(home({ ...filled, externals: [] })) - 1);
  expect(text(home(filled))).toContain('已经抽出 1 家');
  expect(home(filled)).toContain('draws#external-1');
  expect(planPage(site(), [plan()], [], filled.externals)).toContain('draws#external-1');
});

describe('an amended plan', () => {
  const { year: _year, ...body } = plan();
  const of = (no: number) => ({
    ...{ ...body, no, reason: no === 0 ? null : '新增库房' },
    documentNo: no === 0 ? body.documentNo : '长子应急发〔2022〕40号',
    from: no === 0 ? '2022-03-03' : '2022-06-01',
    changes: no === 0 ? [] : ['任务2「危险化学品生产经营双随机抽查」：抽取家数由「9家」改为「12家」。'],
    rows: body.rows.map((row) => (no === 1 && row.no === 2 ? { ...row, count: 12 } : row)),
    government: { by: '长子县人民政府', on: '2022-03-02', documentNo: `长政批〔2022〕${no + 1}号` },
    filing: null,
  });
  const amended = { ...plan(), versions: [of(0), of(1)] };
  const on = (today: string) => text(planPage({ ...site(), today }, [portalPlanOn(amended, today)], []));

  test('shows the table of the day: the old one until the day before, the new one from then on (F-26)', () => {
    expect(on('2022-05-31')).toContain('4项任务，共25家');
    expect(on('2022-05-31')).not.toContain('12家 41');
    expect(on('2022-06-01')).toContain('第1次修订，2022年6月1日 周三起施行，长子应急发〔2022〕40号');
    expect(on('2022-06-01')).toContain('4项任务，共28家');
  });

  test('names every version with its reason and what it changed, and who approved it (F-25)', () => {
    for (const today of ['2022-05-31', '2022-06-01']) {
      expect(on(today)).toContain('版本与修订');
      expect(on(today)).toContain('新增库房 任务2「危险化学品生产经营双随机抽查」：抽取家数由「9家」改为「12家」。');
    }
    expect(on('2022-05-31')).toContain('经长子县人民政府批准（长政批〔2022〕1号）');
    expect(on('2022-06-01')).toContain('原计划 已被修订');
  });

  test('a plan that was never amended says nothing of versions', () => {
    expect(planPage(site(), [plan()], [])).not.toContain('版本与修订');
  });
});

test('a draw of another platform stands in the list with its mark, and its results never claim to be recomputable (YS-07)', () => {
  const list = text(drawsPage(site(), { draws: [draw()], attempts: [], externals: [external], plan: null, show: '' }));
  expect(list).toContain('2022年外部第1号 工贸企业');
  expect(list).toContain('由何书在省信用信息系统抽取，平台编号豫抽17，抽中1家（计划批准6家）');
  expect(list).toContain('外部抽取，无法核验');
  const page = text(resultPage(site(), { ...result(), drawNo: 1, drawKind: 'external' }));
  expect(page).toContain('外部抽取，无法核验');
  expect(page).not.toContain('可重算');
});

describe('every page', () => {
  const all = () => [
    home(),
    ofDraw({}, { progress: [progress()], results: [result()] }),
    drawsPage(site(), { draws: [draw()], attempts: [], plan: plan(), show: '' }),
    statisticsPage(site(), { draws: [draw()], numbers: [], address: 'https://example.cn', offlinePage: true }),
    planPage(site(), [plan()], [draw()]),
    resultsPage(site(), [result()], [progress()]),
    resultPage(site(), result()),
    itemsPage(site(), items()),
    guidePage(site()),
    verifyPage(site(), true),
    displayPage(site()),
    searchPage(site(), { typed: '加油站', draws: [draw()], results: [result()] }),
    bureausPage([bureau(), bureau({ slug: 'linzi', name: '临淄区应急管理局' })], site().display, true),
  ];

  test('is one Chinese document with one title and a main part to jump to', () => {
    for (const page of all()) {
      expect(page).toMatch(/^<!doctype html><html lang="zh-CN"/);
      expect(page.match(/<h1[ >]/g)).toHaveLength(1);
      expect(page).toContain('<main id="main"');
    }
  });

  test('brings no inline script, style or handler, so that the policy of the server can forbid them', () => {
    for (const page of all()) expect(page).not.toMatch(/<style|<script(?![^>]* src=)|\son[a-z]+=|\sstyle=/);
  });

  test('of a demonstration says so, with its own time', () => {
    for (const page of all().slice(0, -1))
      expect(text(page)).toContain('演示数据：企业与人员均为虚构。演示时间2022年5月6日 10:20。');
  });

  test('keeps to the words of the house', () => {
    for (const page of all()) expect(text(page)).not.toMatch(/！|成功|请注意|undefined|null|NaN/);
  });

  test('follows the reader’s choice of size and background', () => {
    const page = guidePage(site({ display: { large: true, theme: 'dark' } }));
    expect(page).toMatch(/<html lang="zh-CN" data-size="large" data-theme="dark">/);
  });
});

test('open data names each draw with its commitment and the address of its bundle', () => {
  const listed = openDataDraws([
    { slug: 'changzi', draws: [draw(), draw({ drawNo: 3, commitment: null, bundle: null })] },
  ]);
  expect(listed.map((one) => [one.drawNo, one.bundle])).toEqual([
    [2, '/b/changzi/draws/2/draw-2-3f9a1c20.zip'],
    [3, null],
  ]);
  expect(listed[0]?.commitment).toBe(draw().commitment?.hash);
});

describe('公开日志与校验点', () => {
  const note = 'mingchou-log-0123456789abcdef\n2\nAAAA\n\n\u2014 mingchou-log-0123456789abcdef BBBB\n';
  const at = '2022-04-02T01:00:00Z';
  const entries = [
    { index: 1, at, kind: 'result', about: '', fingerprint: 'b'.repeat(64) },
    { index: 0, at, kind: 'commitment', about: '140428-changzi第1号抽签', fingerprint: 'a'.repeat(64) },
  ];
  const view = {
    size: 2,
    root: 'c'.repeat(64),
    checkpoint: note,
    keys: ['k2', 'k1'],
    sm2Keys: ['s1'],
    witnesses: [],
    latest: entries,
  };

  test('stands in the foot of every page', () => {
    for (const page of [home(), ofDraw()]) expect(page).toContain('<a href="/b/changzi/log">公开日志与校验点</a>');
  });

  test('gives the checkpoint to copy, the keys, the entries and the command that watches them', () => {
    const page = logPage(site(), view, 'https://example.gov.cn');
    expect(text(page)).toContain('— mingchou-log-0123456789abcdef BBBB');
    expect(text(page)).toContain('k2 k1（以前用过）');
    expect(text(page)).toContain('第1条 承诺 140428-changzi第1号抽签');
    expect(text(page)).toContain('npx mingchou monitor https://example.gov.cn');
  });

  test('says why it is empty before the first commitment, and escapes what it shows', () => {
    expect(text(logPage(site(), { ...view, size: 0, latest: [] }, ''))).toContain('第一次公开承诺之后显示在这里');
    const bad = { index: 0, at, kind: '<b>', about: '<i>', fingerprint: '' };
    expect(logPage(site(), { ...view, latest: [bad] }, '')).not.toMatch(/<b>　|<i>/);
  });

  test('a draw’s page hands the keys to the reader’s browser', () => {
    expect(ofDraw()).toContain('data-log-keys="log+1+k"');
  });
});
