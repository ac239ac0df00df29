import {
  BorderStyle,
  convertMillimetersToTwip as mm,
  Footer,
  Header,
  HeightRule,
  type IBorderOptions,
  type ISectionOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PaperImprint } from './content.ts';
import { portrait, run } from './word-look.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** 0.35 mm and 0.25 mm, in eighths of a point. */
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
/** 四号 in half points. */
const size = 28;
const lineHeight = mm(7) as number;
const inset = mm(2) as number;
/** Characters of 四号 in the 156 mm between the edges, less one at each side and 「抄送：」. */
const copiesPerLine = 26;

const pushers = 20;
const top = (mm(37) as number) - 20;

/** A paragraph that takes no room. */
function hair(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [run('', { size: 2 })] });
}

function pusher(height: number): Paragraph {
  return new Paragraph({ spacing: { line: Math.floor(height), lineRule: LineRuleType.EXACT } });
}

/** 版记 at the foot of an even page of its own, behind the annexes; that page bears no number. */
export function imprintSection({ copies, office, printed }: PaperImprint, note: Paragraph): ISectionOptions {
  const lines = copies === '' ? 0 : Math.ceil(([...copies].length - 3) / copiesPerLine);
  const height = (lines + 1) * lineHeight + 2 * inset;
  const edge = new Header({ children: [hair()] });
  const empty = new Footer({ children: [new Paragraph({})] });
  return {
    // The head of such a page has no room of its own in LibreOffice: it stands empty at the edge of the text.
    properties: { type: SectionType.EVEN_PAGE, page: { ...portrait, margin: { ...portrait.margin, header: top } } },
    headers: { default: edge, even: edge },
    footers: { default: empty, even: empty },
    children: [
      note,
      // Push the table down: a floating frame stands elsewhere in every other reader. No line may be as high as a page.
      ...Array.from({ length: pushers - 1 }, () => pusher(((mm(217) as number) - height) / pushers)),
      new Table({
        width: { size: mm(156) as number, type: WidthType.DXA },
        columnWidths: [mm(156) as number],
        borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: thin, insideVertical: none },
        rows: [
          ...(copies === '' ? [] : [row([run(copies, { size })], lines, true)]),
          row([run(`${office}\t${printed}`, { size })], 1, false),
        ],
      }),
      // A table may not end a document: the paragraph that must follow takes no room.
      hair(),
    ],
  };
}

function row(children: ParagraphChild[], lines: number, hanging: boolean): TableRow {
  return new TableRow({
    height: { value: lineHeight * lines + inset, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        margins: { left: 280, right: 280 },
        verticalAlign: VerticalAlignTable.CENTER,
        children: [
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: (mm(156) as number) - 560 }],
            spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
            ...(hanging ? { indent: { left: 840, hanging: 840 } } : {}),
            children,
          }),
        ],
      }),
    ],
  });
}
