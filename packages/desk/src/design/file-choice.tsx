import './file-choice.css';

/** 选择文件: the browser's own field speaks the browser's language, so ours stands over it; name and size beside it. */
export function FileChoice({
  label,
  accept,
  look,
  file,
  onChoose,
}: {
  /** What the file is, for who cannot see it: 名录文件. */
  readonly label: string;
  readonly accept: string;
  readonly look: 'main' | 'plain';
  readonly file: File | undefined;
  readonly onChoose: (file: File | undefined) => void;
}) {
  return (
    <span className="file-choice">
      <label className={`button ${look}`}>
        {file === undefined ? '选择文件' : '换一个文件'}
        <input type="file" aria-label={label} accept={accept} onChange={(event) => onChoose(event.target.files?.[0])} />
      </label>
      {file !== undefined && (
        <span>
          <b>{file.name}</b> <span className="hint">{sizeOf(file.size)}</span>
        </span>
      )}
    </span>
  );
}

function sizeOf(bytes: number): string {
  const kibi = bytes / 1024;
  return kibi < 1024 ? `${Math.max(1, Math.round(kibi))}KB` : `${(kibi / 1024).toFixed(1)}MB`;
}
