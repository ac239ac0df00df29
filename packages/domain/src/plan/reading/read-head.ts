import type { PlanDocument } from '../document/document.ts';
import type { Draft, ReadingFacts, Source, Value } from './draft.ts';
import { blank, fieldsOf, missing, read, unsure } from './draft.ts';
import { dayText } from './window-text.ts';

/** 标题、年度、文号、印发日期、主送、依据、公开属性. */
export function readHead(document: PlanDocument, facts: ReadingFacts): Draft {
  const title = titleOf(document);
  return {
    key: 'head',
    kind: 'head',
    title: '标题与文号',
    place: '正文',
    fields: fieldsOf({
      title: title ?? missing('没有读出标题'),
      year: yearOf(document, title),
      documentNo: numberOf(document),
      issuedOn: issuedOf(document),
      addressees: addresseesOf(document),
      upstream: upstreamOf(document),
      publicity: publicityOf(document),
      initiator: bureauOf(document, facts),
    }),
  };
}

export function paragraphSource(document: PlanDocument, index: number): Source {
  const paragraph = document.paragraphs[index];
  return { place: paragraph?.place ?? '', at: { kind: 'paragraph', index }, text: paragraph?.text ?? '' };
}

const headLength = 24;
const kinds = /(计划|方案|制度|办法|清单|规定)$/;
const innerTitle = /印发《([^》]*(?:计划|方案|制度|办法|规定))》/;

/** The title that the notice quotes, else the line that is one. */
function titleOf(document: PlanDocument): Value | undefined {
  const head = document.paragraphs.slice(0, headLength);
  const notice = head.findIndex(({ text }) => innerTitle.test(text));
  const inner = innerTitle.exec(head[notice]?.text ?? '')?.[1];
  if (inner !== undefined) return read(inner.replace(/\s/g, ''), [paragraphSource(document, notice)]);
  const own = head.findIndex(
    ({ text, level }) => level === 0 && kinds.test(text) && text.length <= 60 && !/[。；》]/.test(text),
  );
  return own < 0 ? undefined : read(head[own]?.text.replace(/\s/g, '') ?? '', [paragraphSource(document, own)]);
}

function yearOf(document: PlanDocument, title: Value | undefined): Value {
  if (document.year !== null) return read(String(document.year), title?.sources ?? []);
  const inTitle = /(20\d{2})年/.exec(title?.text ?? '')?.[1];
  if (inTitle !== undefined) return read(inTitle, title?.sources ?? []);
  const issued = document.issuedOn?.slice(0, 4);
  if (issued === undefined) return missing('文件没有写哪一年');
  return unsure(issued, '标题没有写年度，暂按印发的年份', issuedOf(document).sources);
}

function numberOf(document: PlanDocument): Value {
  const { number } = document;
  if (number === null) return blank;
  const at = document.paragraphs.findIndex(({ text }) => text.includes(number));
  return read(number, at < 0 ? [] : [paragraphSource(document, at)]);
}

function issuedOf(document: PlanDocument): Value {
  const { issuedOn } = document;
  if (issuedOn === null) return blank;
  const text = dayText(issuedOn);
  const at = document.paragraphs.findIndex((paragraph) => paragraph.text.replace(/\s/g, '') === text);
  return read(text, at < 0 ? [] : [paragraphSource(document, at)]);
}

function addresseesOf(document: PlanDocument): Value {
  const at = document.paragraphs
    .slice(0, headLength)
    .findIndex(
      ({ text, level }) =>
        level === 0 && /[：:]$/.test(text) && text.length <= 60 && /各|科|股|室|队|单位|部门|局|所|乡|镇/.test(text),
    );
  const text = document.paragraphs[at]?.text.replace(/[：:]$/, '') ?? '';
  return at < 0 || /^附[件表]/.test(text) ? blank : read(text, [paragraphSource(document, at)]);
}

function upstreamOf(document: PlanDocument): Value {
  const found = document.paragraphs.flatMap(({ text }, index) =>
    [...text.matchAll(/[\u4e00-\u9fa5]{2,8}〔\d{4}〕\d+号/g)].map(([number]) => ({ number, index })),
  );
  const others = found.filter(({ number }) => number !== document.number);
  const numbers = others.map(({ number }) => number).filter((number, at, all) => all.indexOf(number) === at);
  if (numbers.length === 0) return blank;
  const places = others.map(({ index }) => index).filter((index, at, all) => all.indexOf(index) === at);
  return read(
    numbers.join('、'),
    places.map((index) => paragraphSource(document, index)),
  );
}

function publicityOf(document: PlanDocument): Value {
  const terms = /此件(公开发布|依申请公开|不公开|主动公开)/;
  const at = document.paragraphs.findIndex(({ text }) => terms.test(text));
  const term = terms.exec(document.paragraphs[at]?.text ?? '')?.[1];
  if (term === undefined) return blank;
  return read(term === '主动公开' ? '此件公开发布' : `此件${term}`, [paragraphSource(document, at)]);
}

/** 发文机关: a line of its own that is only a bureau's name; else the bureau that reads the document. */
function bureauOf(document: PlanDocument, facts: ReadingFacts): Value {
  const at = document.paragraphs
    .slice(0, headLength)
    .findIndex(({ text }) => /^[\u4e00-\u9fa5]{4,24}(局|委员会|厅)$/.test(text));
  const text = document.paragraphs[at]?.text;
  return text === undefined ? read(facts.bureau, []) : read(text, [paragraphSource(document, at)]);
}
