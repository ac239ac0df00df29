export { readAuthorities, requestStamp, type Stamp, type TimestampAuthority } from './authority.ts';
export { checkTimestamp, type TimestampFault } from './check.ts';
