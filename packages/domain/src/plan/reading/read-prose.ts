import type { PlanDocument } from '../document/document.ts';
import type { Draft, ReadingFacts, Source, Value } from './draft.ts';
import { blank, fieldsOf, missing, read, unsure } from './draft.ts';
import { bare } from './numbered.ts';
import { ratioIn } from './ratio-text.ts';
import { paragraphSource } from './read-head.ts';
import { levelValue, sectorsValue, selectionValue, windowValue } from './read-rows.ts';

interface Group {
  readonly scope: string;
  readonly count: number | null;
  readonly level: string;
  readonly sources: readonly Source[];
}

/** Rows of a document that has no plan table: units with their numbers, a list of objects, or industries in a sentence. */
export function rowsOfProse(document: PlanDocument, facts: ReadingFacts, head: Draft): readonly Draft[] {
  const counted = countedGroups(document);
  const groups = counted.length > 0 ? counted : listedObjects(document);
  return (groups.length > 0 ? groups : describedObjects(document)).map((group) =>
    rowOfGroup(group, document, facts, head),
  );
}

/** 「1.机械制造企业13户」 under 重点…, and 「一般单位共45户」 where nothing lists them. */
function countedGroups(document: PlanDocument): readonly Group[] {
  const groups: Group[] = [];
  document.paragraphs.forEach(({ text, under, level }, index) => {
    const over = under.join('');
    const found = /^(.{2,24}?(?:企业|单位|场|厂|站|矿))\s*共?(\d{1,6})\s*(?:户|家|座)$/.exec(bare(text));
    if (found === null || level !== 3 || !/安排|对象|单位|重点|一般/.test(over)) return;
    const lead = levelValue(over, over).text === '全部' ? levelOfHeading(over) : levelValue(over, over).text;
    groups.push({
      scope: found[1] ?? '',
      count: Number(found[2]),
      level: lead,
      sources: [paragraphSource(document, index)],
    });
  });
  document.paragraphs.forEach(({ text, under }, index) => {
    const found = /((一般|重点)(?:检查)?(?:单位|企业))共(\d{1,6})[户家]/.exec(text);
    const level = found?.[2] ?? '';
    if (found === null || under.length === 0 || groups.some((group) => group.level === level)) return;
    groups.push({ scope: found[1] ?? '', count: Number(found[3]), level, sources: [paragraphSource(document, index)] });
  });
  return groups;
}

const levelOfHeading = (text: string): string => (/重点/.test(text) ? '重点' : /一般/.test(text) ? '一般' : '全部');

/** The lines under 「…抽查对象为：」. */
function listedObjects(document: PlanDocument): readonly Group[] {
  const at = document.paragraphs.findIndex(({ text }) => /(抽查|检查|监督)对象(为|是|包括)?[：:]$/.test(text));
  if (at < 0) return [];
  const groups: Group[] = [];
  for (let index = at + 1; index < document.paragraphs.length; index += 1) {
    const paragraph = document.paragraphs[index];
    if (paragraph === undefined || paragraph.level < 2 || paragraph.text.length > 40) break;
    const sources = [paragraphSource(document, index), paragraphSource(document, at)];
    groups.push({ scope: bare(paragraph.text), count: null, level: '全部', sources });
  }
  return groups;
}

/** One sentence under a heading 检查对象 that names industries. */
function describedObjects(document: PlanDocument): readonly Group[] {
  const at = document.paragraphs.findIndex(
    ({ text, level, under }) =>
      level === 0 && text.length <= 120 && /企业|单位/.test(text) && /对象$/.test(bare(under.at(-1) ?? '')),
  );
  if (at < 0) return [];
  const text = document.paragraphs[at]?.text ?? '';
  return [{ scope: text.replace(/[。；]$/, ''), count: null, level: '全部', sources: [paragraphSource(document, at)] }];
}

function rowOfGroup(group: Group, document: PlanDocument, facts: ReadingFacts, head: Draft): Draft {
  const { scope, sources } = group;
  const year = head.fields.find(({ key }) => key === 'year')?.text ?? '';
  const sectors = sectorsValue([scope], sources, facts);
  const whom =
    group.level === '全部' ? scope : `${group.level}检查单位${scope.includes('检查单位') ? '' : `中的${scope}`}`;
  const short = shortScope(scope);
  return {
    key: `row:${group.sources[0]?.place ?? ''}/${scope}`,
    kind: 'row',
    title: scope,
    place: sources[0]?.place ?? '',
    fields: fieldsOf({
      name: read(
        `${year}年${short}${group.level === '重点' ? '重点检查' : '双随机抽查'}`,
        sources,
        '文件没有任务名称，按对象拟定',
      ),
      selection: selectionValue(undefined, sectors, facts),
      items: unsure(`对${short}安全生产情况的行政检查`, '文件没有写抽查事项，按对象拟定', sources),
      scope: read(whom, sources),
      sectors,
      level: read(group.level, sources),
      ratio: ratioOfGroup(group, document),
      window: windowValue(undefined, document, head),
      initiator: initiatorOf(document, head),
      partners: blank,
      field: blank,
      section: blank,
      bodies: blank,
    }),
  };
}

/** 「冶金、有色等工贸行业企业」 is called 工贸企业. */
function shortScope(scope: string): string {
  const last = /等(.{2,12}?)(?:行业|领域)?(企业|单位)$/.exec(scope);
  return last === null ? scope : `${last[1]}${last[2]}`;
}

function ratioOfGroup(group: Group, document: PlanDocument): Value {
  if (group.count !== null) return read(`${group.count}家`, group.sources);
  const share = /(数量|比例|抽取|抽查)[^。；]*?[\d.]+[%％]/;
  const at = document.paragraphs.findIndex(({ text }) => share.test(text) && /抽查|抽取/.test(text));
  const sentence = document.paragraphs[at]?.text.split(/[。；]/).find((part) => share.test(part));
  const found = sentence === undefined ? undefined : ratioIn(sentence);
  if (found === undefined) return missing('文件没有写比例或家数');
  return read(found.phrase, [paragraphSource(document, at)], '按正文对全部对象的比例');
}

/** The section that the text charges with drawing objects, else who issued the document. */
function initiatorOf(document: PlanDocument, head: Draft): Value {
  const charged = /([\u4e00-\u9fa5]{1,6}(?:科|股|大队|处))[^。]{0,40}?随机抽取[^。]*?(对象|单位|企业)/;
  const at = document.paragraphs.findIndex(({ text }) => text.length <= 200 && charged.test(text));
  const section = charged.exec(document.paragraphs[at]?.text ?? '')?.[1];
  if (section !== undefined) return read(section, [paragraphSource(document, at)]);
  const bureau = head.fields.find(({ key }) => key === 'initiator');
  return read(bureau?.text ?? '', bureau?.sources ?? [], '文件没有写发起部门，取发文机关');
}
