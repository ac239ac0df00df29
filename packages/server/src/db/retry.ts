import pg from 'pg';

const deadlock = '40P01';
const serialization = '40001';
const attempts = 4;

/** Runs a whole transaction again when PostgreSQL chose it as the one to give way; it has left no trace then. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const gaveWay = error instanceof pg.DatabaseError && (error.code === deadlock || error.code === serialization);
      if (!gaveWay || attempt === attempts) throw error;
    }
  }
}
