/** An object or a person of the draw: an 18-character 统一社会信用代码 or another typed code (§1). `B-` names batches. */
export const idPattern = /^(?!B-)[0-9A-Z][0-9A-Z._-]{0,21}$/;
export const codePattern = /^(?:-|[0-9A-Za-z][0-9A-Za-z._-]{0,31})$/;
export const numberPattern = /^(?:0|[1-9][0-9]*)$/;
export const hashPattern = /^[0-9a-f]{64}$/;
/** 16 random bytes: a salt or what a witness reveals. */
export const saltPattern = /^[0-9a-f]{32}$/;

/** True for what the protocol calls an id. */
export function isSubjectId(text: string): boolean {
  return idPattern.test(text);
}

/** True for what the protocol calls a code: a stratum, group, department, certificate, reason. */
export function isCode(text: string): boolean {
  return codePattern.test(text);
}

/** True for an existing second written `YYYY-MM-DDThh:mm:ssZ`. */
export function isTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && `${new Date(time).toISOString().slice(0, 19)}Z` === text;
}
