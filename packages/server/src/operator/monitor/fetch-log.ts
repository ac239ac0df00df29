import { bytesOfHex } from '@mingchou/verifier';
import { z } from 'zod';

/** A log as the monitor sees it over the network. Whatever cannot be had or read throws `Unreachable`. */
export interface RemoteLog {
  readonly checkpoint: () => Promise<string>;
  /** Verifier keys as the log itself tells them. */
  readonly keys: () => Promise<readonly string[]>;
  /** All entries of a tree of this size. */
  readonly entries: (size: number) => Promise<readonly string[]>;
  /** The latest checkpoint with a witness's line; nothing where nobody has cosigned, or the log knows no witnesses. */
  readonly cosigned: () => Promise<string | undefined>;
  readonly consistency: (from: number, to: number) => Promise<readonly Uint8Array[]>;
}

const page = 1000;
const patience = 30_000;
const mostCharacters = 20_000_000;

const entriesReply = z.object({ entries: z.array(z.string()) });
const pathReply = z.object({
  path: z.array(z.string().transform((text, context) => bytesOfHex(text) ?? context.addIssue('no hash') ?? z.NEVER)),
});

export function remoteLog(base: string, get: typeof fetch = fetch): RemoteLog {
  const read = async (address: string): Promise<string | undefined> => {
    let response: Response;
    try {
      response = await get(`${base}${address}`, { signal: AbortSignal.timeout(patience), redirect: 'error' });
    } catch (error) {
      throw new Error(`连不上 ${base}${address}`, { cause: error });
    }
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${base}${address} 答复 ${response.status}，不是一个公开日志`);
    const body = await response.text();
    if (body.length > mostCharacters) throw new Error(`${base}${address} 的答复太长`);
    return body;
  };
  const text = async (address: string): Promise<string> => {
    const body = await read(address);
    if (body === undefined) throw new Error(`${base}${address} 答复 404，不是一个公开日志`);
    return body;
  };
  const json = async <Reply extends z.ZodType>(address: string, reply: Reply): Promise<z.output<Reply>> => {
    const body = await text(address);
    try {
      return reply.parse(JSON.parse(body));
    } catch (error) {
      throw new Error(`${base}${address} 的答复读不了`, { cause: error });
    }
  };
  return {
    checkpoint: () => text('/log/checkpoint'),
    cosigned: () => read('/log/cosigned'),
    keys: async () => (await text('/log/key')).split('\n').filter((line) => line !== ''),
    entries: async (size) => {
      const all: string[] = [];
      for (let from = 0; from < size; from += page) {
        const to = Math.min(size, from + page);
        const { entries } = await json(`/log/entries?from=${from}&to=${to}`, entriesReply);
        // A log may claim any size; what it does not show is judged as missing, not waited for.
        if (entries.length === 0) break;
        all.push(...entries);
      }
      return all;
    },
    consistency: async (from, to) => (await json(`/log/consistency?from=${from}&to=${to}`, pathReply)).path,
  };
}
