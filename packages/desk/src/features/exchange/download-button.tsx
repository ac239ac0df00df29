import type { QueryRoute, RefusalReply } from '@mingchou/contract';
import { useState } from 'react';
import type { z } from 'zod';
import { ask } from '../../api/client.ts';
import { Button, RefusalNote } from '../../design/index.ts';
import { saveFile } from './save-file.ts';

type FileReply = z.ZodType<{ readonly name: string; readonly mediaType: string; readonly base64: string }>;

/** Asks for a file and saves it; only when pressed, so that no page fetches what nobody wants. */
export function DownloadButton<I extends z.ZodType, R extends FileReply>({
  route,
  input,
  look = 'plain',
  children,
}: {
  readonly route: QueryRoute<I, R>;
  readonly input: z.input<I>;
  readonly look?: 'plain' | 'small' | 'main';
  readonly children: string;
}) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalReply>();
  const download = async () => {
    setBusy(true);
    const outcome = await ask(route, input);
    setBusy(false);
    setRefusal(outcome.ok ? undefined : outcome.refusal);
    if (outcome.ok) saveFile(outcome.value);
  };
  return (
    <>
      <Button look={look} busy={busy} onPress={() => void download()}>
        {children}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}
