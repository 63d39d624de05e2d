import { setTimeout as sleep } from 'node:timers/promises';
import { untilOpen } from '@/lib/env/gate';

// As prom-client does when it is imported: whatever comes before somebody asks goes here.
process.on('message', () => undefined);
await sleep(Number(process.argv[2]));
await untilOpen();
process.send?.('went through');
process.disconnect?.();
