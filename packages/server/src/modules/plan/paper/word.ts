import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PaperAnnex, PlanPaper } from './content.ts';
import { imprintSection } from './word-imprint.ts';
import { faces, linePitch, type Look, portrait, run } from './word-look.ts';

const red = 'C00000';

/** The same paper as a document of Word, to be worked over by the bureau's office. */
export function wordOf(paper: PlanPaper): Promise<Buffer> {
  const sections: ISectionOptions[] = [
    { properties: { page: portrait, grid }, ...edges(paper), children: letterOf(paper) },
    ...paper.annexes.map((annex) => ({
      properties: { page: annex.upright === true ? portrait : landscape },
      ...edges(paper),
      children: annexOf(annex),
    })),
    ...(paper.imprint === undefined ? [] : [imprintSection(paper.imprint, noteOf(paper))]),
  ];
  return Packer.toBuffer(
    new Document({
      ...{ title: paper.title, creator: paper.bureau, evenAndOddHeaderAndFooters: true, sections },
      styles: { paragraphStyles: [{ id: 'Normal', name: 'Normal', run: { size: 32, font: faces.body } }] },
    }),
  );
}

const grid = { type: DocumentGridType.LINES, linePitch };
const landscape = {
  size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
  margin: { top: mm(28), bottom: mm(26), left: mm(37), right: mm(35), header: mm(15), footer: mm(17) },
};

function edges(paper: PlanPaper): Pick<ISectionOptions, 'headers' | 'footers'> {
  const header = new Header({ children: [noteOf(paper)] });
  return {
    headers: { default: header, even: header },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

/** 草稿 and 演示数据, on every page. */
function noteOf({ draft, note }: PlanPaper): Paragraph {
  const words = [draft ? '草稿' : '', note].filter((word) => word !== '').join('　');
  return paragraph([run(words, { size: 21 })], AlignmentType.RIGHT);
}

function pageNumber(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const number = new TextRun({ children: ['　— ', PageNumber.CURRENT, ' —　'], size: 28, font: '宋体' });
  return new Footer({ children: [new Paragraph({ alignment, children: [number] })] });
}

function letterOf(paper: PlanPaper): Paragraph[] {
  const centre = AlignmentType.CENTER;
  return [
    new Paragraph({
      spacing: { before: mm(20) },
      alignment: centre,
      children: [run(paper.head, headLook(paper.head))],
    }),
    new Paragraph({
      alignment: centre,
      spacing: { before: linePitch },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: red, space: 8 } },
      children: [run(paper.number === '' ? '（文号待编）' : paper.number)],
    }),
    new Paragraph({
      alignment: centre,
      spacing: { before: linePitch, after: linePitch / 2 },
      children: [run(paper.title, { face: faces.title, size: 44 })],
    }),
    ...(paper.addressees === '' ? [] : [line(paper.addressees, 0)]),
    ...paper.blocks.map(({ kind, text }) =>
      line(text, 2, kind === 'heading' ? { face: faces.heading } : {}, kind === 'heading'),
    ),
    ...paper.annexList.map((title, at) => line(`${at === 0 ? '附件：' : '　　　'}${title}`, 2)),
    line('', 0),
    ending(paper.bureau),
    ending(paper.date),
    ...(paper.publicity === '' ? [] : [line(paper.publicity, 2)]),
  ];
}

/** One line of the 156 mm with room for the grid of characters: a long name of a bureau is set smaller, never broken. Sizes are half points. */
function headLook(head: string): Look {
  return { face: faces.title, size: Math.min(72, Math.floor(800 / [...head].length)), color: red };
}

function annexOf({ label, title, columns, lines }: PaperAnnex): (Paragraph | Table)[] {
  const size = columns.length > 9 ? 17 : 21;
  const cells = (texts: readonly string[], look: Look) =>
    texts.map(
      (text, at) =>
        new TableCell({
          width: { size: columns[at]?.width ?? 0, type: WidthType.PERCENTAGE },
          verticalAlign: VerticalAlignTable.CENTER,
          children: text.split('\n').map((part) => cellLine(part, look)),
        }),
    );
  const titles = columns.map((column) => column.title);
  return [
    paragraph([run(label, { face: faces.heading })]),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 120, after: 160 },
      children: [run(title, { face: faces.title, size: 36 })],
    }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      margins: { marginUnitType: WidthType.DXA, top: 60, bottom: 60, left: 70, right: 70 },
      rows: [
        new TableRow({
          tableHeader: true,
          children: cells(titles, { face: faces.heading, size, centred: AlignmentType.CENTER }),
        }),
        ...lines.map((texts) => new TableRow({ cantSplit: true, children: cells(texts, { size }) })),
      ],
    }),
  ];
}

/** An empty cell is as high as a written one. */
function cellLine(text: string, look: Look): Paragraph {
  const { size = 32, centred = AlignmentType.LEFT } = look;
  return new Paragraph({ alignment: centred, run: { size }, children: [run(text, look)] });
}

function paragraph(
  children: ParagraphChild[],
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ alignment, children });
}

/** A line of the text, indented by so many characters. */
function line(text: string, indent: number, look: Look = {}, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    // Word counts in characters; other readers know twentieths of a point only.
    indent: { firstLineChars: indent * 100, firstLine: indent * 320 },
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT },
    children: [run(text, look)],
  });
}

function ending(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    indent: { right: 640 },
    keepNext: true,
    children: [run(text)],
  });
}
