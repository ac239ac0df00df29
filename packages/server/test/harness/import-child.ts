import pino from 'pino';
import { z } from 'zod';
import { composeModules } from '../../src/composition.ts';
import { openHouse } from '../../src/shell/house.ts';
import { testClock } from './clock.ts';

/** What the parent asks of a server process that will not live long. */
export const errand = z.object({ url: z.string(), filesFolder: z.string(), now: z.string() });
export type Errand = z.infer<typeof errand>;

const imported = z.object({ ok: z.literal(true), value: z.object({ type: z.literal('registry-imported') }) });

/** A server in a process of its own takes the imports that wait and dies when one is written and not yet committed. */
const { url, filesFolder, now } = errand.parse(JSON.parse(process.argv[2] ?? ''));
const house = await openHouse({
  ...{ url, filesFolder, clock: testClock(now), mode: 'demonstration', publicUrl: 'http://localhost:8080' },
  ...{ connections: 4, jobs: 'later', logger: pino({ level: 'silent' }) },
  compose: (ports) =>
    composeModules({
      ...ports,
      write: (bureauId, run) =>
        ports.write(bureauId, async (tx) => {
          const value = await run(tx);
          if (imported.safeParse(value).success) process.kill(process.pid, 'SIGKILL');
          return value;
        }),
    }),
});
await house.runJobs();
