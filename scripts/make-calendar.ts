/**
 * Writes packages/domain/src/calendar/published-years.ts: the rest days and make-up workdays of every published year.
 * The days are facts taken from the package `chinese-days`; where its festivals fall in December they belong to the
 * notice of the following year. Run `node scripts/make-calendar.ts` after a new yearly notice has reached the package,
 * and add that notice to `notices` below.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const firstYear = 2007;
const lastYear = 2026;

const site = 'www.gov.cn/zhengce/zhengceku/';
const yearly = (year: number, page: string) => ({
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  address: `https://${site}${page}`,
});

const notices: Record<number, readonly { title: string; address: string }[]> = {
  2007: [yearly(2007, '2008-03/28/content_1761.htm')],
  2008: [yearly(2008, '2008-03/28/content_1645.htm')],
  2009: [yearly(2009, '2008-12/10/content_1572.htm')],
  2010: [yearly(2010, '2009-12/08/content_1476.htm')],
  2011: [yearly(2011, '2010-12/10/content_1423.htm')],
  2012: [yearly(2012, '2011-12/06/content_1411.htm')],
  2013: [yearly(2013, '2012-12/10/content_1353.htm')],
  2014: [yearly(2014, '2014-01/02/content_1194.htm')],
  2015: [
    yearly(2015, '2014-12/16/content_9302.htm'),
    {
      title: '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知',
      address: `https://${site}2015-05/13/content_9742.htm`,
    },
  ],
  2016: [yearly(2016, '2015-12/10/content_10394.htm')],
  2017: [yearly(2017, '2016-12/01/content_5141603.htm')],
  2018: [yearly(2018, '2017-11/30/content_5243579.htm')],
  2019: [
    yearly(2019, '2018-12/06/content_5346276.htm'),
    {
      title: '国务院办公厅关于调整2019年劳动节假期安排的通知',
      address: `https://${site}2019-03/22/content_5375877.htm`,
    },
  ],
  2020: [
    yearly(2020, '2019-11/21/content_5454164.htm'),
    {
      title: '国务院办公厅关于延长2020年春节假期的通知',
      address: `https://${site}2020-01/27/content_5472352.htm`,
    },
  ],
  2021: [yearly(2021, '2020-11/25/content_5564127.htm')],
  2022: [yearly(2022, '2021-10/25/content_5644835.htm')],
  2023: [yearly(2023, '2022-12/08/content_5730844.htm')],
  2024: [yearly(2024, '202310/content_6911528.htm')],
  2025: [yearly(2025, '202411/content_6986383.htm')],
  2026: [yearly(2026, '202511/content_7047091.htm')],
};

/** The notice that moved a day: New Year's days in December stand in the next year's notice. */
function noticeYear(date: string, festival: string): number {
  const year = Number(date.slice(0, 4));
  return festival === '元旦' && date.slice(5, 7) === '12' ? year + 1 : year;
}

function daysOf(facts: Record<string, string>): { date: string; festival: string; year: number }[] {
  return Object.entries(facts)
    .map(([date, names]) => ({ date, festival: names.split(',')[1] ?? '' }))
    .map((day) => ({ ...day, year: noticeYear(day.date, day.festival) }))
    .filter((day) => day.year >= firstYear && day.year <= lastYear)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

const source = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
const facts = JSON.parse(readFileSync(source, 'utf8')) as {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
};
const rest = daysOf(facts.holidays);
const work = daysOf(facts.workdays);

function linesOf(year: number): string {
  const listed = (days: typeof rest) =>
    [
      ...Map.groupBy(
        days.filter((day) => day.year === year),
        (day) => day.festival,
      ),
    ]
      .map(([festival, group]) => `'${festival} ${group.map((day) => day.date).join(' ')}'`)
      .join(',\n      ');
  const papers = (notices[year] ?? [])
    .map((notice) => `{ title: '${notice.title}', address: '${notice.address}' }`)
    .join(',\n      ');
  return `  {
    year: ${year},
    notices: [
      ${papers},
    ],
    rest: [
      ${listed(rest)},
    ],
    work: [
      ${listed(work)},
    ],
  },`;
}

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
writeFileSync(
  new URL('../packages/domain/src/calendar/published-years.ts', import.meta.url),
  `// Written by scripts/make-calendar.ts; change that script, not this file.
import type { PublishedYear } from './working-calendar.ts';

/** Rest days and make-up workdays as the State Council's notices set them, year by notice. */
export const publishedYears: readonly PublishedYear[] = [
${years.map(linesOf).join('\n')}
];
`,
);
