import { type Display, plainDisplay } from '@mingchou/portal';
import type { FastifyRequest } from 'fastify';

const name = 'mingchou_display';
const kept = /(?:^|;\s*)mingchou_display=(normal|large)\.(system|light|dark)(?:;|$)/;

/** The reader's choice of size and background, from the cookie of this browser. */
export function displayOf(request: FastifyRequest): Display {
  const found = kept.exec(request.headers.cookie ?? '');
  if (found === null) return plainDisplay;
  return { large: found[1] === 'large', theme: themeOf(found[2]) };
}

function themeOf(word: string | undefined): Display['theme'] {
  return word === 'light' || word === 'dark' ? word : null;
}

/** The cookie for a choice made on the page 大字版与深色版; nothing when none was made. */
export function chosenDisplay(query: Readonly<Record<string, unknown>>): string | undefined {
  const { size, theme } = query;
  if (size !== 'normal' && size !== 'large') return undefined;
  const shade = theme === 'light' || theme === 'dark' ? theme : 'system';
  return `${name}=${size}.${shade}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
