import type { Paragraph } from './document.ts';

const markers: readonly (readonly [RegExp, 1 | 2 | 3])[] = [
  [/^第[一二三四五六七八九十百]+条/, 1],
  [/^[一二三四五六七八九十]+、/, 1],
  [/^[（(]\s*[一二三四五六七八九十\d]+\s*[）)]/, 2],
  [/^\d+[.．、]/, 3],
];

/** Gives each line its number, its headings and its place; a sentence that a file broke in two is one again. */
export function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const above: { marker: string; heading: string }[] = [];
  let unnumbered = 0;
  for (const text of joined(lines.map(tidy))) {
    const { marker, level } = markerOf(text);
    if (level !== 0) {
      above.length = Math.min(above.length, level - 1);
      while (above.length < level - 1) above.push({ marker: '', heading: '' });
      above[level - 1] = { marker, heading: text };
    } else {
      unnumbered += 1;
    }
    const own = above.map((one) => one.marker.replace(/[、.．]$/, '').replace(/\s/g, '')).join('');
    paragraphs.push({
      place: own === '' ? `正文第${unnumbered}段` : `正文${own}`,
      text,
      marker,
      level,
      under: above.slice(0, level === 0 ? undefined : level - 1).map((one) => one.heading),
    });
  }
  return paragraphs;
}

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' };

/** Without the marks of Markdown, without the spaces that a file leaves between characters, and with the stops of Chinese text. */
function tidy(line: string): string {
  return line
    .replace(/^[#>*\-\s]+|[*\s]+$/g, '')
    .replace(/(?<=[\u4e00-\u9fa5，。；、”）\d）)])[,;:](?!\d{3}\b)|[()]/g, (mark) => wide[mark] ?? mark)
    .replace(/(?<=[\u4e00-\u9fa5，。；、”）])\s+(?=[\u4e00-\u9fa5“（\d])|(?<=\d)\s+(?=[\u4e00-\u9fa5])/g, '');
}

function markerOf(text: string): { marker: string; level: 0 | 1 | 2 | 3 } {
  for (const [pattern, level] of markers) {
    const found = pattern.exec(text);
    if (found !== null) return { marker: found[0], level };
  }
  return { marker: '', level: 0 };
}

/** A long line that ends without a stop goes on in the next one, unless it is a heading or the next has a number. */
function joined(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const line of lines.filter((each) => each !== '')) {
    const last = out.at(-1);
    const goesOn =
      last !== undefined &&
      last.length >= 16 &&
      !/[。；：，、！？）》”:;,.!?)\d日]$/.test(last) &&
      !/(通知|计划|方案|制度|办法)$/.test(last) &&
      markerOf(last).level !== 1 &&
      markerOf(line).level === 0 &&
      !/^(附[件表]|\d)/.test(line);
    if (goesOn) out[out.length - 1] = `${last}${line}`;
    else out.push(line);
  }
  return out;
}
