import type { Paragraph, PlanDocument } from './document.ts';
import type { Contradiction } from './rule.ts';

/** What a heading can promise, and the words by which a text keeps it. */
const topics: readonly { readonly name: string; readonly heading: RegExp; readonly body: RegExp }[] = [
  { name: '反馈', heading: /反馈/, body: /反馈|通报|报告|报送|上报|告知|回复|答复/ },
  { name: '公开', heading: /公开|公示/, body: /公开|公示|公布|公告/ },
  { name: '回避', heading: /回避/, body: /回避/ },
  { name: '比例', heading: /比例/, body: /比例|[%％]|\d+[家户]/ },
  { name: '频次', heading: /频次/, body: /频次|次/ },
  { name: '清单', heading: /清单/, body: /清单/ },
  { name: '名录库', heading: /名录/, body: /名录|名单/ },
  { name: '培训', heading: /培训/, body: /培训|教育|学习/ },
  { name: '档案', heading: /档案|归档/, body: /档案|归档|存档|报备/ },
  { name: '整改', heading: /整改/, body: /整改|隐患|复查/ },
  { name: '移送', heading: /移送|移交/, body: /移送|移交|通报/ },
  { name: '信用', heading: /信用|诚信/, body: /信用|诚信|失信|黑名单/ },
  { name: '考核', heading: /考核|考评/, body: /考核|考评|评价/ },
  { name: '廉洁', heading: /廉洁|廉政/, body: /廉|财物|徇私/ },
];

/** A heading that promises one thing over a text about another (GX). */
export function headingBesideBody(document: PlanDocument): readonly Contradiction[] {
  return document.paragraphs.flatMap((paragraph, index) => {
    const { heading, body, place } = partsOf(paragraph, document.paragraphs.slice(index + 1));
    const promised = topics.filter((topic) => topic.heading.test(heading));
    const kept = topics.filter((topic) => topic.heading.test(body));
    if (promised.length === 0 || kept.length === 0 || promised.some((topic) => topic.body.test(body))) return [];
    const about = kept.map(({ name }) => name).join('、');
    return [
      {
        about: heading.replace(/[。：:]$/, ''),
        verdict: `标题是「${heading.replace(/[。：:]$/, '')}」，内容写的是${about}`,
        detail: null,
        places: [
          { place: paragraph.place, text: heading },
          { place, text: body },
        ],
        mends: [`补写${promised.map(({ name }) => name).join('、')}的内容`, `标题改为与${about}相符`],
      },
    ];
  });
}

/** 双随机、一公开 is the name of the work and promises nothing. */
const withoutName = (text: string): string => text.replace(/“?双随机[”“、，,]*一公开”?/g, '');

/** A heading with its text: in the same paragraph after the first stop, or in the paragraphs under it. */
function partsOf(paragraph: Paragraph, after: readonly Paragraph[]) {
  const none = { heading: '', body: '', place: paragraph.place };
  if (paragraph.level === 0) return none;
  const rest = withoutName(paragraph.text.slice(paragraph.marker.length)).trim();
  const [first = '', ...others] = rest.split(/(?<=。)/);
  if (first.length > 24) return none;
  if (others.length > 0) return { ...none, heading: first, body: others.join('') };
  const next = after.findIndex(({ level }) => level !== 0 && level <= paragraph.level);
  const under = next < 0 ? after : after.slice(0, next);
  return {
    heading: first,
    body: under.map(({ text }) => withoutName(text)).join('\n'),
    place: under[0]?.place ?? paragraph.place,
  };
}
