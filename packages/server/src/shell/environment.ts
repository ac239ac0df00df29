import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readAuthorities, type TimestampAuthority } from '../timestamp/index.ts';

const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  HOST: z.string().min(1).optional(),
  MINGCHOU_DATA: z.string().min(1).default('.data'),
  MINGCHOU_MASTER_KEY_FILE: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  PUBLIC_URL: z.url().optional(),
  DRAND_RELAY: z.url().optional(),
  TSA_URL: z.url().optional(),
  TSA_CA_FILE: z.string().min(1).optional(),
  MINGCHOU_SAMPLES: z.string().min(1).optional(),
});

/** The settings of a start, read once from the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string | undefined;
  readonly dataFolder: string;
  /** The installation's master key; in the data folder unless told otherwise. */
  readonly masterKeyFile: string;
  readonly databaseUrl: string | undefined;
  readonly publicUrl: string;
  /** Address of a drand relay; undefined where the server has no network, and rounds are pasted. */
  readonly drandRelay: string | undefined;
  /** Who stamps the public log's checkpoints (RFC 3161); undefined where nobody does. */
  readonly timestamps: TimestampAuthority | undefined;
  /** The folder of the demonstration's samples, where it is not the house's own. */
  readonly samplesFolder: string | undefined;
}

/** Reads the settings, or throws with a Chinese message that names the wrong one. */
export function readSettings(variables: NodeJS.ProcessEnv): Settings {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(
      `环境变量 ${names.join('、')} 的值不对，没有启动。PORT为1到65535，PUBLIC_URL为完整网址，DATABASE_URL以postgres://开头`,
    );
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.MINGCHOU_DATA,
    masterKeyFile: path.resolve(data.MINGCHOU_MASTER_KEY_FILE ?? path.join(data.MINGCHOU_DATA, 'master.key')),
    databaseUrl: data.DATABASE_URL,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    drandRelay: data.DRAND_RELAY,
    timestamps: authorityOf(data.TSA_URL, data.TSA_CA_FILE),
    samplesFolder: data.MINGCHOU_SAMPLES,
  };
}

function authorityOf(url: string | undefined, file: string | undefined): TimestampAuthority | undefined {
  if (url === undefined) return undefined;
  // A stamp of an authority that nobody has named proves nothing.
  if (file === undefined) throw new Error('写了TSA_URL就要写TSA_CA_FILE：签发时间戳证书的根证书（PEM），没有启动');
  try {
    return { url, authorities: readAuthorities(readFileSync(file, 'utf8')) };
  } catch (error) {
    throw new Error(`TSA_CA_FILE 指的 ${file} 读不了，或里面没有证书，没有启动`, { cause: error });
  }
}
