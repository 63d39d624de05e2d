import { once } from 'node:events';
import { EventEmitter } from 'node:stream';
import { createPulse, type Pulse } from '@/lib/core/pulse';

describe('a pulse', () => {
  const news = new EventEmitter();
  let pulse: Pulse | undefined;
  afterEach(() => pulse?.stop());

  const start = (ask: (signal: AbortSignal) => Promise<unknown>) => {
    pulse = createPulse({
      ask,
      everyMs: 5,
      patienceMs: 60,
      onAway: () => news.emit('away'),
      onBack: () => news.emit('back'),
    });
    return pulse;
  };

  it('tells that a part which hangs is away, ends the question, and tells when it is back', async () => {
    let isHanging = true;
    let ended = 0;
    const one = start((signal) => {
      signal.addEventListener('abort', () => (ended += 1));
      return isHanging ? new Promise(() => undefined) : Promise.resolve();
    });
    await once(news, 'away');
    expect({ isAway: one.isAway(), ended }).toEqual({ isAway: true, ended: 1 });
    isHanging = false;
    await once(news, 'back');
    expect(one.isAway()).toBe(false);
  });

  it('does not believe the first refusal, only the second', async () => {
    let refusals = 1;
    let asked = 0;
    const told: string[] = [];
    news.once('away', () => told.push('away'));
    start(() => {
      asked += 1;
      refusals -= 1;
      if (asked === 6) refusals = 2;
      return refusals >= 0 ? Promise.reject(new Error('refused')) : Promise.resolve();
    });
    await once(news, 'away');
    expect(asked).toBeGreaterThanOrEqual(6);
  });

  it('reads an answer that lies there before it calls time, when the process itself was held up', async () => {
    let isHeldUp = true;
    const told: string[] = [];
    const note = () => told.push('away');
    news.on('away', note);
    await new Promise<void>((resolve) => {
      let asked = 0;
      start(async () => {
        asked += 1;
        if (asked === 4) resolve();
        const answered = new Promise((done) => setImmediate(done));
        if (isHeldUp) {
          isHeldUp = false;
          const until = Date.now() + 120;
          while (Date.now() < until);
        }
        await answered;
      });
    });
    news.off('away', note);
    expect(told).toEqual([]);
  });
});
