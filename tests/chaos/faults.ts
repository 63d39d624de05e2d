import { setTimeout as sleep } from 'node:timers/promises';
import { LINK_FAULTS, type LinkFault } from './fault-proxy';
import type { ChaosSite, LinkName, PartName } from './site';

export interface Fault {
  name: string;
  /** what it takes away, by which what is allowed meanwhile is judged */
  takes: 'app' | 'postgres' | 'redis' | 'store' | 'web';
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

const PARTS = ['app1', 'app2', 'postgres', 'redis', 'store'] as const;
const LINKS = ['postgres', 'redis', 'store', 'web'] as const;

/** All of them, shuffled. */
export function faultsOf({ kills, freezes, freezeMs, links, linkMs }: Measure): Fault[] {
  const faults = [
    ...PARTS.flatMap((part) => times(isApp(part) ? kills / 2 : kills, () => kill(part))),
    ...PARTS.flatMap((part) => times(freezes, () => freeze(part, freezeMs))),
    ...LINKS.flatMap((link) =>
      LINK_FAULTS.flatMap((fault) => times(links, () => spoil(link, fault, linkMs))),
    ),
  ];
  return faults
    .map((fault) => ({ fault, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ fault }) => fault);
}

function kill(part: PartName): Fault {
  return {
    name: `SIGKILL of ${part}`,
    takes: isApp(part) ? 'app' : part,
    async run({ parts }) {
      await parts[part].kill();
      await sleep(Math.random() * 2_000);
      await parts[part].start();
    },
  };
}

function freeze(part: PartName, forMs: number): Fault {
  return {
    name: `SIGSTOP of ${part} for ${forMs / 1_000} s`,
    takes: isApp(part) ? 'app' : part,
    async run({ parts }) {
      parts[part].freeze();
      await sleep(forMs);
      parts[part].thaw();
    },
  };
}

function spoil(link: LinkName, fault: LinkFault, forMs: number): Fault {
  return {
    name: `${fault} on the line to ${link}`,
    takes: link,
    isSlow: fault === 'delay',
    async run({ links }) {
      links[link].spoil(fault);
      await sleep(forMs);
      links[link].mend();
    },
  };
}

const isApp = (part: PartName): part is 'app1' | 'app2' => part === 'app1' || part === 'app2';

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}
