import path from 'node:path';
import type { BureauId, InspectorId, PersonId } from '@mingchou/domain';
import pino from 'pino';
import { inject } from 'vitest';
import { withDatabase } from '../src/db/address.ts';
import { inRead, inTx } from '../src/db/tx.ts';
import { newId } from '../src/id.ts';
import { foundBureau } from '../src/modules/account/found-bureau.ts';
import { hashPassword } from '../src/modules/account/password-hash.ts';
import { startSession } from '../src/modules/account/session.ts';
import { type Client, clientOf } from '../src/shell/client.ts';
import { type House, type HouseOptions, openHouse } from '../src/shell/house.ts';
import type { InstallationMode } from '../src/shell/shell.ts';
import { type TestClock, testClock } from './harness/clock.ts';
import { storyPeople, storySections, testPassword } from './harness/people.ts';
import { runStatement } from './harness/statement.ts';

export { storyPeople, testPassword } from './harness/people.ts';

/** A bureau alone in a database of its own, with the story's people. */
export interface TestBureau extends TestHouse {
  readonly bureauId: BureauId;
  /** A client signed in as this person; a new session each time. */
  readonly as: (name: string) => Promise<Client>;
  readonly personId: (name: string) => PersonId;
  /** Enters a person as this inspector of the registry. */
  readonly linkInspector: (name: string, inspectorId: InspectorId) => Promise<void>;
}

export interface TestHouse extends House {
  readonly clock: TestClock;
  /** The database's address as its owner, to look behind the server's back. */
  readonly ownerUrl: string;
  readonly filesFolder: string;
  /** A client without a session. */
  readonly nobody: () => Client;
  /** Runs a statement as the owner, past row-level security. */
  readonly sql: (statement: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Founds one more bureau with the story's people in the same database. */
  readonly addBureau: (slug: string, name: string) => Promise<TestBureau>;
}

export interface TestOptions {
  readonly mode?: InstallationMode;
  /** Where the clock stands at first; an instant in UTC. */
  readonly now?: string;
  /** `stored`: each bureau's own clock, as outside of tests. */
  readonly time?: 'set' | 'stored';
  /** Other modules than the house's own. */
  readonly compose?: HouseOptions['compose'];
  /** Whether fault logs are shown. */
  readonly log?: boolean;
  /** Takes every line of the log, down to the least of them. */
  readonly readLog?: (line: string) => void;
}

/** An empty house: migrated, nobody in it. */
export async function testHouse(options: TestOptions = {}): Promise<TestHouse> {
  const server = inject('databaseUrl');
  const name = `test_${newId().replaceAll('-', '')}`;
  await runStatement(server, `create database ${name} template ${inject('templateDatabase')}`);
  const ownerUrl = withDatabase(server, name);
  const clock = testClock(options.now ?? '2022-03-21T01:00:00Z');
  const filesFolder = path.join(inject('dataFolder'), 'files', name);
  const house = await openHouse({
    ...{ url: ownerUrl, filesFolder, ...(options.time === 'stored' ? {} : { clock }) },
    ...{ mode: options.mode ?? 'demonstration', publicUrl: 'http://localhost:8080', jobs: 'later', connections: 24 },
    logger: loggerOf(options),
    ...(options.compose === undefined ? {} : { compose: options.compose }),
  });
  const shared = {
    ...{ ...house, clock, ownerUrl, filesFolder },
    nobody: () => clientOf(house.app),
    sql: (statement: string, values?: unknown[]) => runStatement(ownerUrl, statement, values),
    close: async () => {
      await house.close();
      await runStatement(server, `drop database ${name} with (force)`);
    },
  };
  const test: TestHouse = { ...shared, addBureau: (slug, title) => found(test, slug, title) };
  return test;
}

function loggerOf({ log, readLog }: TestOptions): pino.Logger {
  if (readLog !== undefined) return pino({ level: 'trace' }, { write: readLog });
  return pino({ level: log === true ? 'warn' : 'silent' });
}

/** A house with 长子县应急管理局 and the story's people. Close it in `afterAll` or `afterEach`. */
export async function testBureau(options: TestOptions = {}): Promise<TestBureau> {
  return (await testHouse(options)).addBureau('changzi', '长子县应急管理局');
}

// Cheap, so that no test waits for it; the real cost has a test of its own.
const cheap = hashPassword(testPassword, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

async function found(house: TestHouse, slug: string, name: string): Promise<TestBureau> {
  const passwordHash = await cheap;
  const { bureauId, people } = await foundBureau(
    house.database,
    { system: '测试' },
    {
      ...{ slug, name, regionCode: '140428', sectionWord: '股室', sections: storySections },
      people: storyPeople.map((person) => ({ ...person, login: person.name, passwordHash })),
    },
  );
  const personId = (wanted: string): PersonId => {
    const person = people.find((each) => each.name === wanted);
    if (person === undefined) throw new Error(`nobody of the story is called ${wanted}`);
    return person.personId;
  };
  return {
    ...house,
    bureauId,
    personId,
    as: async (wanted) => {
      const token = await inTx(house.database, bureauId, (tx) => startSession(tx, personId(wanted)));
      return clientOf(house.app, `${bureauId}.${token}`);
    },
    linkInspector: (wanted, inspectorId) =>
      inTx(house.database, bureauId, async (tx) => {
        await tx.db
          .updateTable('person')
          .set({ inspector_id: inspectorId })
          .where('bureau_id', '=', bureauId)
          .where('person_id', '=', personId(wanted))
          .execute();
      }),
  };
}

export { inRead, inTx };
