import { documentRules } from './document/check-document.ts';
import { columnOf } from './document/column.ts';
import type { PlanDocument, Table } from './document/document.ts';
import type { DocumentRule } from './document/rule.ts';
import type { PlanFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import type { PlanLayout } from './layout.ts';
import { sheetOf } from './sheet.ts';
import { placeOf, rowName } from './words.ts';

/**
 * The document's rules that judge words a person chose. Left out are those whose facts the plan holds as facts (ratios,
 * bases, windows, laws), and those of headings and annexes, which the system writes itself.
 */
const rulesOfWords: readonly DocumentRule[] = documentRules.filter(({ id }) =>
  ['C-07', 'C-08', 'C-18', 'C-19', 'C-20', 'C-26', 'C-32', 'C-33', 'C-36', 'C-40', 'C-44'].includes(id),
);

const label = '计划表';

/** Every column whose words a person chooses, whichever tables the bureau prints. */
const layout: PlanLayout = {
  title: label,
  rows: 'all',
  columns: (
    [
      ['no', '序号'],
      ['name', '抽查任务名称'],
      ['items', '抽查事项'],
      ['objects', '对象范围'],
      ['field', '抽查领域'],
      ['partners', '配合部门'],
      ['bodies', '检查主体'],
    ] as const
  ).map(([key, title]) => ({ key, title, width: 0 })),
};

/** The plan as its reader has it: its clauses in words, and its rows. */
export function documentOfPlan(facts: PlanFacts): PlanDocument {
  const { plan } = facts;
  const { columns, lines } = sheetOf(facts, layout);
  const table: Table = {
    label,
    title: label,
    columns: columns.map(({ title }) => columnOf(title)),
    rows: lines.map((cells, index) => ({ no: cells[0] ?? String(index + 1), cells })),
  };
  const texts = plan.constraints.map(({ clause }) => ({ place: placeOf(clause), text: clause.text ?? '' }));
  const once = texts.filter(({ text }, index) => text !== '' && texts.findIndex((one) => one.text === text) === index);
  return {
    title: plan.title,
    number: plan.documentNo,
    year: plan.year,
    issuedOn: plan.issuedOn,
    paragraphs: once.map((quote) => ({ ...quote, marker: '', level: 0, under: [] })),
    tables: lines.length === 0 ? [] : [table],
    annexes: [],
  };
}

/** What the words contradict, where no structured rule has said it of the same row or word. None of it stops the plan: a clause is mended in the rules. */
export function checkWords(facts: PlanFacts, structured: readonly Finding[]): readonly Finding[] {
  const document = documentOfPlan(facts);
  const found = rulesOfWords.flatMap((rule) =>
    rule.check(document, { outdated: () => undefined }).map((one) => ({ rule, one })),
  );
  return found.flatMap(({ rule, one }) => {
    const rows = [...new Set(one.places.flatMap(({ place }) => rowAt(facts, place) ?? []))];
    const told = structured.some(
      (other) =>
        other.rule === rule.id &&
        (other.id === `wording:${one.about}` || other.rows.some((rowId) => rows.some((row) => row.id === rowId))),
    );
    if (told) return [];
    const [row] = rows;
    const verdict = row === undefined ? one.verdict : one.verdict.replace(/^「[^」]*」(?=的对象范围)/, rowName(row));
    return [
      finding({
        rule: rule.id,
        id: `${rule.id}:${row === undefined ? one.about : row.id}`,
        severity: rule.severity === 'wording' ? 'wording' : 'check',
        verdict,
        detail: one.detail,
        evidence: one.places.map(({ place, text }) => ({
          place: placeText(facts, place, verdict === one.verdict),
          text,
          quoted: true,
        })),
        rows: rows.map(({ id }) => id),
        tag: row === undefined ? null : rule.title,
        mends: one.mends,
      }),
    ];
  });
}

function rowAt({ plan }: PlanFacts, place: string) {
  const no = new RegExp(`^${label} 第(\\d+)行`).exec(place)?.[1];
  return no === undefined ? undefined : plan.rows[Number(no) - 1];
}

/** 「计划表 第2行 抽查事项」 as the plan's page names it: 「任务2 抽查事项」, or the column alone where the verdict names the task. */
function placeText(facts: PlanFacts, place: string, withRow: boolean): string {
  const row = rowAt(facts, place);
  return row === undefined ? place : place.replace(/^计划表 第\d+行 /, withRow ? `${rowName(row)} ` : '');
}
