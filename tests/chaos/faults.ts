import { setTimeout as sleep } from 'node:timers/promises';
import type { LineName } from './app-part';
import { type FaultProxy, LINK_FAULTS, type LinkFault } from './fault-proxy';
import { APPS, type AppName, type ChaosSite, type PartName } from './site';

export interface Fault {
  /** SIGKILL of redis, blackhole on the line to redis …: faults of one kind differ in the process alone */
  kind: string;
  /** takes away a process, a part, the way from nginx to a process, or the way from people to nginx or the bucket */
  takes: 'app' | 'postgres' | 'redis' | 'store' | 'nginx' | 'web' | 'bucket';
  /** from that process alone */
  of?: AppName;
  /** what was taken away still answers, later */
  isSlow?: boolean;
  /** Resolves when what was taken away is back. */
  run(site: ChaosSite): Promise<void>;
}

export interface Measure {
  kills: number;
  freezes: number;
  freezeMs: number;
  /** times that each fault of each link comes */
  links: number;
  linkMs: number;
}

/** `npm test` */
export const SHORT: Measure = { kills: 2, freezes: 1, freezeMs: 3_000, links: 1, linkMs: 2_500 };
/** `npm run chaos`: what the product promises */
export const LONG: Measure = { kills: 20, freezes: 2, freezeMs: 10_000, links: 2, linkMs: 10_000 };

const SHARED = ['postgres', 'redis', 'store'] as const;

/** All of them, shuffled. What concerns one process comes to each in turn. */
export function faultsOf({ kills, freezes, freezeMs, links, linkMs }: Measure): Fault[] {
  const each = (fault: LinkFault) => [
    ...SHARED.flatMap((line) => times(links, () => spoilBoth(line, fault, linkMs))),
    ...(['postgres', 'redis', 'nginx'] as const).flatMap((line) =>
      inTurn(links, (app) => spoilOne(app, line, fault, linkMs)),
    ),
    ...(['web', 'bucket'] as const).flatMap((way) => times(links, () => spoilOutside(way, fault, linkMs))),
  ];
  const faults = [
    ...SHARED.flatMap((part) => times(kills, () => kill(part, part))),
    ...inTurn(kills, (app) => kill('app', app)),
    ...SHARED.flatMap((part) => times(freezes, () => freeze(part, part, freezeMs))),
    ...APPS.flatMap((app) => times(freezes, () => freeze('app', app, freezeMs))),
    ...LINK_FAULTS.flatMap(each),
  ];
  return faults
    .map((fault) => ({ fault, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fault }) => fault);
}

type Killed = 'app' | (typeof SHARED)[number];

function kill(takes: Killed, part: PartName): Fault {
  return {
    kind: `SIGKILL of ${takes}`,
    takes,
    ...ofApp(part),
    async run({ parts }) {
      await parts[part].kill();
      await sleep(Math.random() * 2_000);
      await parts[part].start();
    },
  };
}

function freeze(takes: Killed, part: PartName, forMs: number): Fault {
  return {
    kind: `SIGSTOP of ${takes} for ${forMs / 1_000} s`,
    takes,
    ...ofApp(part),
    async run({ parts }) {
      parts[part].freeze();
      await sleep(forMs);
      parts[part].thaw();
    },
  };
}

function spoilBoth(line: (typeof SHARED)[number], fault: LinkFault, forMs: number): Fault {
  return {
    kind: `${fault} on the lines to ${line}`,
    takes: line,
    isSlow: fault === 'delay',
    run: ({ apps }) =>
      spoil(
        APPS.map((app) => apps[app].lines[line]),
        fault,
        forMs,
      ),
  };
}

function spoilOne(app: AppName, line: LineName, fault: LinkFault, forMs: number): Fault {
  return {
    kind: line === 'nginx' ? `${fault} from nginx to one process` : `${fault} from one process to ${line}`,
    takes: line,
    of: app,
    isSlow: fault === 'delay',
    run: ({ apps }) => spoil([apps[app].lines[line]], fault, forMs),
  };
}

function spoilOutside(way: 'web' | 'bucket', fault: LinkFault, forMs: number): Fault {
  return {
    kind: `${fault} from people to ${way === 'web' ? 'nginx' : 'the bucket'}`,
    takes: way,
    isSlow: fault === 'delay',
    run: ({ outside }) => spoil([outside[way]], fault, forMs),
  };
}

async function spoil(lines: readonly FaultProxy[], fault: LinkFault, forMs: number) {
  for (const line of lines) line.spoil(fault);
  await sleep(forMs);
  for (const line of lines) line.mend();
}

const ofApp = (part: PartName) => (part === 'app1' || part === 'app2' ? { of: part } : {});

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function inTurn(count: number, make: (app: AppName) => Fault): Fault[] {
  const first = Math.random() < 0.5 ? 0 : 1;
  return Array.from({ length: count }, (_, index) => make(APPS[(first + index) % 2 === 0 ? 0 : 1]));
}
