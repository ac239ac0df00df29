import process from 'node:process';
import { readTask, type ReaderTask } from './read-task.ts';

// What run-process.ts sends this process.
process.once('message', (task: ReaderTask) => {
  void readTask(task).then((reading) => process.send?.(reading, () => process.disconnect()));
});
