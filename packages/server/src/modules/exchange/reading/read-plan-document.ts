import { documentOf, type FileRefusal, ok, type PlanDocument, readPlanText, type Result } from '@mingchou/domain';
import { readUploadedDocument } from './run-reader.ts';

/** An uploaded plan, scheme or rule in the one model, whichever file it came in. */
export async function readPlanDocument(bytes: Uint8Array): Promise<Result<PlanDocument, FileRefusal>> {
  const read = await readUploadedDocument(bytes);
  if (!read.ok) return read;
  return ok(
    read.value.kind === 'text' ? readPlanText(read.value.text) : documentOf(read.value.lines, read.value.tables),
  );
}
