/** The points of a cell or list: by line or by the numbers 「1.」, 「（一）」, without their numbers and final stops. */
export function pointsIn(text: string): readonly string[] {
  return text
    .split(/\n|(?<=[。；;）)])(?=\s*\d{1,2}[.．、][^\d])/)
    .map((line) => bare(line))
    .filter((line) => line !== '');
}

/** Without its own number in front and the stop behind. */
export function bare(line: string): string {
  return line
    .trim()
    .replace(/^(?:\d{1,2}[.．、]|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|[一二三四五六七八九十]+、)\s*/, '')
    .replace(/[。；;，,]+$/, '')
    .trim();
}

export interface BasisRead {
  readonly title: string;
  readonly number: string;
  readonly revision: string;
  readonly article: string;
}

/** 检查依据, one a line: law, number, revision, article. What has no 《》 is no basis. */
export function basesIn(text: string): readonly BasisRead[] {
  return pointsIn(text).flatMap((line) => {
    const found = /《([^》]+)》(?:[（(]([^）)]*)[）)])?([^《]*)/.exec(line);
    if (found?.[1] === undefined) return [];
    const inside = found[2] ?? '';
    const number = /[^，,、\s]*?(?:令第?\d+号|〔\d{4}〕\d+号|公告\d*年?第\d+号)/.exec(inside)?.[0] ?? '';
    const revision = inside.replace(number, '').replace(/^[，,、\s]+|[，,、\s]+$/g, '');
    return [{ title: found[1], number, revision, article: (found[3] ?? '').replace(/[。；;，,\s]+$/g, '').trim() }];
  });
}
