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

/** A plain page with a heading and paragraphs, for what has no page of its own; readable on a phone. */
export function pageOfWords(title: string, paragraphs: readonly string[], link?: { text: string; to: string }): string {
  const words = paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join('\n');
  const onward = link === undefined ? '' : `<p><a href="${escapeText(link.to)}">${escapeText(link.text)}</a></p>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)} · 明抽</title>
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
