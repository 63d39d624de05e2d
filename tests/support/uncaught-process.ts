// A process in which something is not caught: argument `throw` or `reject`. It says `alive` if it still is after that.

import { watchForUncaught } from '@/lib/runtime/last-resort';
import { createLogger } from '@/lib/runtime/logger';

const logger = createLogger('info');
watchForUncaught(() => logger);
const failure = () => new Error('failed for hong@example.com at postgresql://admin:s3cret@db/x');
if (process.argv[2] === 'reject') void Promise.reject(failure());
else {
  setTimeout(() => {
    throw failure();
  });
}
setTimeout(() => console.log('alive'), 200);
