import { z } from 'zod';
import { command, query } from './route.ts';
import { instant } from './time.ts';

const noun = 'draw';
/** The witness's one-time link: bureau and secret in one word. */
const token = z.string().regex(/^[A-Za-z0-9_-]{60,80}$/, '链接不完整');
const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), '数的格式不对');

/** What a witness's own page needs: what is asked of him now, and what has been published. */
export const witnessView = z.object({
  bureauName: z.string(),
  bureauCode: z.string(),
  suite: z.enum(['sha256', 'sm3']),
  drawNo: z.number().int(),
  objects: z.string(),
  witness: z.string(),
  name: z.string(),
  organisation: z.string(),
  openAt: instant,
  now: instant,
  /** The hash the server holds; the value itself it does not have before the reveal. */
  sealed: z.object({ commitment: z.string(), at: instant }).nullable(),
  commitment: z.object({ c: z.string(), logIndex: z.number().int(), at: instant }).nullable(),
  diceConfirmed: z.boolean(),
  revealed: z.object({ value: z.string(), at: instant }).nullable(),
  drawn: z.boolean(),
  voided: z.boolean(),
});
export type WitnessView = z.infer<typeof witnessView>;

/** Open routes of a draw: no account, the link is the right. */
export const witnessRoutes = {
  showWitness: query({
    noun,
    name: 'show-witness',
    summary: '见证人页面的内容',
    input: z.object({ token }),
    reply: witnessView,
  }),
  sealWitness: command({
    noun,
    name: 'seal-witness',
    summary: '见证人在自己的设备上封存随机数，只交指纹',
    input: z.object({ token, commitment: hex(32) }),
    reply: witnessView,
  }),
  revealWitness: command({
    noun,
    name: 'reveal-witness',
    summary: '见证人揭示自己的随机数',
    input: z.object({ token, value: hex(16) }),
    reply: witnessView,
  }),
};
