import { exchangeRoutes } from '@mingchou/contract';
import type { Figure } from '../figure.ts';
import type { BenchClient } from '../house/client.ts';

const columns = ['name', 'code', 'sector', 'priority', 'status', 'section', 'address'];

/** The whole list of objects as a file, from the press of the button: its first byte and its last. */
export async function exportAll(client: BenchClient, format: 'xlsx' | 'csv'): Promise<readonly Figure[]> {
  const begun = performance.now();
  const { id, address } = await client.send(exchangeRoutes.beginExport, {
    ...{ list: 'subjects', format, columns, listing: {} },
  });
  const reply = await client.download(address);
  let [first, bytes] = [0, 0];
  for await (const piece of reply.body ?? []) {
    if (bytes === 0) first = (performance.now() - begun) / 1000;
    bytes += piece.byteLength;
  }
  const value = (performance.now() - begun) / 1000;
  const { rows } = await client.ask(exchangeRoutes.listExports, { size: 1 });
  if (rows[0]?.id !== id || rows[0].rows === null)
    throw new Error(`the export left no manifest: ${JSON.stringify(rows)}`);
  const name = `export of ${rows[0].rows} rows as ${format}, ${Math.round(bytes / 2 ** 20)} MiB`;
  return [
    { name, value, unit: 's', goal: { atMost: 60 } },
    { name: `first byte of that ${format}`, value: first, unit: 's', goal: { atMost: 2 } },
  ];
}
