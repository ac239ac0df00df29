/** Markup that is safe to send: made by `html`, which escapes everything it did not make itself. */
export interface Html {
  readonly markup: string;
}

export type Content = string | number | Html | null | undefined | false | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function isHtml(content: Html | readonly Content[]): content is Html {
  return 'markup' in content;
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return '';
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return isHtml(content) ? content.markup : content.map(render).join('');
}

/** Escaped template literal. Values may stand in text and in quoted attributes, nowhere else. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { markup: strings.map((text, index) => text + render(values[index])).join('') };
}

/** Constant markup written by us; never call it with data. */
export function trusted(markup: string): Html {
  return { markup };
}
