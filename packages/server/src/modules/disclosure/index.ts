export {
  publishDrawSnapshot,
  publishFile,
  publishItemList,
  publishPlanSnapshot,
  type PublicFile,
} from './publish.ts';
