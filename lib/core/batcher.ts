import { DomainError } from './errors';

/**
 * Turns single calls into runs of many: a call that comes while a run is under way waits for the next, together with
 * all others that came meanwhile. Nothing waits for a clock; a call that finds nothing under way runs at the end of
 * this turn of the event loop.
 *
 * @param run gives one answer for each input, in their order; when it throws, each of its callers gets that error
 * @param most inputs of one run
 * @param mostWaiting calls that may wait for a run; more are refused at once, with UNAVAILABLE
 */
export function createBatcher<In, Out>(
  run: (inputs: readonly In[]) => Promise<readonly Out[]>,
  most: number,
  mostWaiting = MOST_WAITING,
): (input: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let isUnderWay = false;

  async function work() {
    while (waiting.length > 0) {
      const calls = waiting.splice(0, most);
      try {
        const answers = await run(calls.map(({ input }) => input));
        if (answers.length !== calls.length)
          throw new Error(`${calls.length} inputs have ${answers.length} answers.`);
        // As many answers as calls, so each has its own.
        for (const [index, call] of calls.entries()) call.resolve(answers[index] as Out);
      } catch (error) {
        for (const call of calls) call.reject(error);
      }
    }
    isUnderWay = false;
  }

  return (input) =>
    new Promise<Out>((resolve, reject) => {
      if (waiting.length >= mostWaiting) return reject(new DomainError('UNAVAILABLE', 'busy'));
      waiting.push({ input, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      setImmediate(() => void work());
    });
}

/** Some forty runs of messages: a second or two of the fastest machine. */
const MOST_WAITING = 10_000;

interface Waiting<In, Out> {
  input: In;
  resolve(answer: Out): void;
  reject(error: unknown): void;
}
