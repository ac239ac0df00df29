import { disclosureRoutes, inspectionRoutes } from '@mingchou/contract';
import type { InspectionId } from '@mingchou/domain';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asRole } from '../src/db/address.ts';
import { type ResultBureau, resultBureau } from './harness/result-story.ts';

let bureau: ResultBureau;
let ids: readonly InspectionId[];
const at = (index: number): InspectionId => {
  const id = ids[index];
  if (id === undefined) throw new Error('nothing was dispatched there');
  return id;
};
const canaries = ['13900007731', '140428199003072516', '0355-8322119'];
const found = {
  category: '6',
  findings: `灭火器失效。现场负责人电话${canaries[0]}，身份证${canaries[1]}，座机${canaries[2]}`,
};

beforeAll(async () => {
  bureau = await resultBureau();
  ids = bureau.inspections;
});
afterAll(() => bureau.close());

const queue = (input: object = {}) => bureau.clerk.mustAsk(disclosureRoutes.listDisclosures, { size: 50, ...input });

describe('the deadline', () => {
  test('runs from the end of the inspection by the bureau’s own rule, from the first record on', async () => {
    await bureau.carry(at(0), 'recorded');
    const { rows } = await queue();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      step: 'confirmation',
      mayDisclose: false,
      lastIsMakeUp: true,
      deadline: { event: '2022-04-25', last: '2022-05-07', startEvent: '检查结束', clause: { place: '七（一）' } },
    });
  });

  test('is shown day by day, with the day that 「7日」 would wrongly give', async () => {
    const view = await bureau.clerk.mustAsk(disclosureRoutes.showDisclosure, { id: at(0) });
    expect(view.days.filter((day) => day.number !== null).map((day) => day.date)).toEqual([
      ...['2022-04-26', '2022-04-27', '2022-04-28', '2022-04-29', '2022-05-05', '2022-05-06', '2022-05-07'],
    ]);
    expect(view.naiveDay).toBe('2022-05-02');
    expect(view.publicText).toBeNull();
  });

  test('stands on the public page at once', async () => {
    const { body } = await bureau.page('/b/changzi/results');
    expect(body).toContain('检查结束1家，已公示0家');
  });
});

describe('disclosing', () => {
  test('refuses what has not passed its reviews, and says where it stands', async () => {
    const came = await bureau.disclose(at(0));
    expect(came).toMatchObject({ ok: false, status: 409, refusal: { code: 'not-yet-approved' } });
  });

  test('asks for the password again', async () => {
    await bureau.carry(at(1), 'reviewed', found);
    const fresh = await bureau.as('何书');
    const came = await fresh.send(disclosureRoutes.discloseResults, { results: [{ id: at(1), version: 3 }] });
    expect(came).toMatchObject({ ok: false, refusal: { code: 'reauthentication-required' } });
  });

  test('answers row by row: what passed is public, the rest says why not', async () => {
    bureau.clock.set('2022-05-05T02:00:00Z');
    const came = await bureau.disclose(at(0), at(1));
    expect(came).toMatchObject({ ok: true, value: { disclosed: 1 } });
    const { rows } = await queue({ state: 'disclosed' });
    expect(rows.map((row) => [row.subjectName, row.disclosed?.daysUsed, row.disclosed?.late])).toEqual([
      ['长子县地字号化工助剂厂', 5, false],
    ]);
    expect((await bureau.clerk.mustAsk(inspectionRoutes.showInspection, { inspectionId: at(1) })).status).toBe(
      'disclosed',
    );
  });

  test('shows the public exactly the text of the preview, with deadline and clause', async () => {
    const { publicText } = await bureau.clerk.mustAsk(disclosureRoutes.showDisclosure, { id: at(1) });
    expect(publicText).toMatchObject({
      planName: '2022年“双随机、一公开”抽查工作计划',
      selection: 'targeted',
      category: { name: '发现问题已责令改正' },
      findings: '灭火器失效。现场负责人电话（已遮盖），身份证（已遮盖），座机（已遮盖）',
      inspectors: [
        { name: '冯八', certificateNo: '14042822005' },
        { name: '褚十', certificateNo: null },
      ],
      disclosedOn: '2022-05-05',
    });
    const { status, body } = await bureau.page(`/b/changzi/results/${at(1)}`);
    expect(status).toBe(200);
    for (const word of [publicText?.findings ?? '', '最晚2022年5月7日', '依据：', '七（一）', '第2号'])
      expect(body).toContain(word);
  });

  test('happens once, also when two press at the same time', async () => {
    await bureau.carry(at(2), 'reviewed', { endedOn: '2022-05-05' });
    const both = await Promise.all([bureau.disclose(at(2)), bureau.disclose(at(2))]);
    expect(both.map((came) => came.ok).sort()).toEqual([false, true]);
    const entries = await bureau.sql(
      `select count(*)::int as n from audit_entry where noun = 'disclosure' and aggregate_id = $1`,
      [at(2)],
    );
    expect(entries).toEqual([{ n: 1 }]);
  });
});

describe('what is late', () => {
  test('stands first in the queue and on the public page, with a reason and without the reader’s own words', async () => {
    const about = await bureau.about(at(0));
    await bureau.chief.mustSend(inspectionRoutes.returnOutcome, { ...about, reason: '张三说缺签字页' });
    bureau.clock.set('2022-05-09T02:00:00Z');
    const [first] = (await queue()).rows;
    expect(first).toMatchObject({
      remaining: { kind: 'overdue', workdays: 1 },
      step: 'returned',
      stepNote: '张三说缺签字页',
    });
    const figures = await bureau.clerk.mustAsk(disclosureRoutes.disclosureFigures, {});
    expect(figures).toMatchObject({ finished: 3, disclosed: 2, overdue: 1, inTime: 2 });
    const { body } = await bureau.page('/b/changzi/');
    expect(body).toContain('1家的结果超期未公示');
    expect(body).toContain('检查记录退回补正');
    expect(body).not.toContain('张三');
  });

  test('stays marked as late after it was disclosed', async () => {
    const outcome = await bureau.outcome(at(0));
    await bureau.feng.mustSend(inspectionRoutes.recordOutcome, outcome);
    await bureau.chief.mustSend(inspectionRoutes.confirmOutcome, await bureau.about(at(0)));
    await bureau.clerk.mustSend(inspectionRoutes.reviewOutcome, { ...(await bureau.about(at(0))), publicFindings: '' });
    expect(await bureau.disclose(at(0))).toMatchObject({ ok: true });
    expect((await bureau.page(`/b/changzi/results/${at(0)}`)).body).toContain('这一条超期公示');
    const figures = await bureau.clerk.mustAsk(disclosureRoutes.disclosureFigures, {});
    expect(figures).toMatchObject({ finished: 3, disclosed: 3, overdue: 0, inTime: 2 });
  });
});

describe('the public side', () => {
  test('works as a role that can read the public snapshots and nothing else, and can write nothing', async () => {
    const client = new pg.Client({ connectionString: asRole(bureau.ownerUrl, 'mingchou_portal') });
    await client.connect();
    const tables = await bureau.sql(`select tablename from pg_tables where schemaname = 'public' order by 1`);
    const readable: string[] = [];
    for (const { tablename } of tables) {
      const name = String(tablename);
      await client.query(`select * from "${name}" limit 1`).then(
        () => readable.push(name),
        () => undefined,
      );
      await expect(client.query(`delete from "${name}"`)).rejects.toThrow(/permission denied/);
    }
    await expect(client.query(`update portal_snapshot set view = '{}'`)).rejects.toThrow(/permission denied/);
    await client.end();
    expect(readable).toEqual([
      ...['portal_file', 'portal_log_beside_key', 'portal_log_checkpoint', 'portal_log_cosignature'],
      ...['portal_log_entry', 'portal_log_key', 'portal_log_node', 'portal_log_timestamp', 'portal_log_witness'],
      'portal_snapshot',
    ]);
  });

  test('holds no telephone or identity number in any public byte', async () => {
    const paths = [
      '',
      'plan',
      'draws',
      'results',
      'items',
      'guide',
      'verify',
      'log',
      `results/${at(1)}`,
      `search?q=${encodeURIComponent('化工')}`,
    ];
    const pages = await Promise.all(paths.map((path) => bureau.page(`/b/changzi/${path}`)));
    expect(pages.map((page) => page.status)).toEqual(paths.map(() => 200));
    const stored = JSON.stringify(await bureau.sql('select view from portal_snapshot'));
    const everything = [stored, ...pages.map((page) => page.body)].join('\n');
    for (const canary of canaries) expect(everything).not.toContain(canary);
    // The officers' own record still has them: the public text was covered, not the file.
    expect(JSON.stringify(await bureau.sql('select state from inspection'))).toContain(canaries[0]);
  });

  test('answers in Chinese for what does not exist, and lists draws as open data', async () => {
    for (const path of [
      '/b/nowhere/',
      '/b/changzi/draws/99',
      '/b/changzi/nothing',
      '/b/changzi/results/none',
      '/b/changzi/draws/2/none.zip',
    ]) {
      const { status, body } = await bureau.page(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toContain('没有这个网页');
    }
    const { status, body } = await bureau.page('/open-data/draws.json');
    expect([status, JSON.parse(body)]).toEqual([200, []]);
  });

  test('remembers large type and a dark ground in a cookie', async () => {
    const came = await bureau.app.inject({ method: 'GET', url: '/b/changzi/display?size=large&theme=dark' });
    const cookie = String(came.headers['set-cookie']).split(';')[0] ?? '';
    const page = await bureau.app.inject({ method: 'GET', url: '/b/changzi/guide', headers: { cookie } });
    expect(page.body).toContain('data-size="large" data-theme="dark"');
  });
});
