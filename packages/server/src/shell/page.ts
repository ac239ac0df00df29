import type { FastifyReply } from 'fastify';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const look = `
  :root { color-scheme: light dark; }
  body { margin: 0; background: #f4f5f2; color: #16201c; font: 17px/1.7 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
  main { max-width: 34em; margin: 12vh auto 0; padding: 0 20px; }
  h1 { font-size: 24px; line-height: 1.4; }
  a { color: #1c4c86; }
  @media (prefers-color-scheme: dark) { body { background: #101614; color: #eef2ef; } a { color: #8fb8ec; } }
`;

export interface PlainPage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly text: string; readonly to: string };
}

/** Sends a plain page, for what has no page of its own: a heading, paragraphs, perhaps one way on. Readable on a phone. */
export function sendPage(reply: FastifyReply, status: number, page: PlainPage): FastifyReply {
  // A fault can come before the hook that makes the nonce.
  const nonce = 'cspNonce' in reply ? reply.cspNonce.style : '';
  return reply.code(status).type('text/html; charset=utf-8').send(pageText(page, nonce));
}

function pageText({ title, paragraphs, link }: PlainPage, nonce: string): string {
  const words = paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join('\n');
  const onward = link === undefined ? '' : `<p><a href="${escapeText(link.to)}">${escapeText(link.text)}</a></p>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)} · 明抽</title>
<style nonce="${nonce}">${look}</style>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
${words}
${onward}
</main>
</body>
</html>
`;
}
