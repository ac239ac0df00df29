export { rotateBureauKey } from './bureau-key.ts';
export { type MasterKey, openMasterKey } from './master-key.ts';
export { destroyRecordKey, isDestroyed } from './record-key.ts';
export { fingerprint, openReply, sealReply } from './reply.ts';
export { openBytes, openFields, type PersonalFields, sealBytes, sealFields } from './sealed-record.ts';
