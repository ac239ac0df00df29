interface TakenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** Saves a file that the server sent as text on this computer, under its own name. */
export function keepFile({ name, mediaType, base64 }: TakenFile): void {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
