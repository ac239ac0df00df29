import { useState } from 'react';
import { Field, useField } from '../../form/index.ts';

const mostBytes = 5 * 1024 * 1024;

/** 扫描件 of another office's paper, kept with the step as evidence; without one the value is null. */
export function ScanField({ name, label }: { readonly name: string; readonly label: string }) {
  const { id, set } = useField(name);
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    const tooLarge = file !== undefined && file.size > mostBytes;
    setProblem(tooLarge ? '文件超过5 MB，请压缩后再传' : undefined);
    set(file === undefined || tooLarge ? null : await uploadOf(file));
  };
  return (
    <Field name={name} label={label} optional hint="扫描件（PDF、JPG、PNG），不超过5 MB，只在局内查看。">
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Field>
  );
}

async function uploadOf(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { name: file.name, mediaType: file.type, base64: btoa(text) };
}
