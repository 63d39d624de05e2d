import type { Random } from '@/prisma/seed/demo/random';

/** Colours of one thing; those that end in Fill shade from light to dark. */
export interface Paint {
  main: string;
  deep: string;
  pale: string;
  accent: string;
  mainFill: string;
  accentFill: string;
  ink: string;
  inkFill: string;
  paper: string;
  paperFill: string;
  steelFill: string;
  woodFill: string;
  glassFill: string;
}

/** pale, main, deep, and an accent that goes with them */
const SETS = [
  ['#f0a182', '#d9694a', '#a94430', '#2f4858'],
  ['#f6d17c', '#e5a72f', '#b57a17', '#33546b'],
  ['#7fc4bb', '#2f9488', '#1c685f', '#f2a65a'],
  ['#7c9fc9', '#37639b', '#22426d', '#f0b54a'],
  ['#b4c9a2', '#7f9f6a', '#56744a', '#d97b5b'],
  ['#f3b9b6', '#de8584', '#b05a60', '#546a7b'],
  ['#a995c2', '#735b98', '#4d3a6c', '#e9b44c'],
  ['#8b949d', '#545e68', '#333b44', '#e8734a'],
  ['#f5ead8', '#e2cfae', '#b79f77', '#a3583f'],
  ['#a9d5e8', '#62a8c9', '#397798', '#ee8866'],
  ['#e98b8b', '#c8434b', '#8f2732', '#f4d58d'],
] as const;

export function paintOf(random: Random): Paint {
  const [pale, main, deep, accent] = random.pick(SETS);
  return {
    pale,
    main,
    deep,
    accent,
    mainFill: 'url(#main)',
    accentFill: 'url(#accent)',
    ink: '#2b3138',
    inkFill: 'url(#ink)',
    paper: '#fbf6ec',
    paperFill: 'url(#paper)',
    steelFill: 'url(#steel)',
    woodFill: 'url(#wood)',
    glassFill: 'url(#glass)',
  };
}

export function paintDefs({ main, deep, pale, accent }: Paint): string {
  return [
    gradient('main', pale, main, deep),
    gradient('accent', accent, accent, shadeOf(accent)),
    gradient('ink', '#59636d', '#333a42', '#1f252b'),
    gradient('paper', '#ffffff', '#f7f1e6', '#ddd3c2'),
    gradient('steel', '#eef1f3', '#bcc5cc', '#87929b'),
    gradient('wood', '#dcae7a', '#be8753', '#91602f'),
    gradient('glass', '#cfe6ee', '#8fb7c9', '#5a8499'),
  ].join('');
}

/** @param color #rrggbb; gives one a third darker */
export function shadeOf(color: string, share = 0.68): string {
  const channels = [1, 3, 5].map((at) => Math.round(Number.parseInt(color.slice(at, at + 2), 16) * share));
  return `#${channels.map((value) => Math.min(255, value).toString(16).padStart(2, '0')).join('')}`;
}

function gradient(id: string, from: string, middle: string, to: string) {
  const stops = `<stop offset="0" stop-color="${from}"/><stop offset="0.45" stop-color="${middle}"/><stop offset="1" stop-color="${to}"/>`;
  return [
    `<linearGradient id="${id}" x1="0" y1="0" x2="0.75" y2="1">${stops}</linearGradient>`,
    `<linearGradient id="${id}-line" gradientUnits="userSpaceOnUse" x1="-200" y1="-300" x2="200" y2="300">${stops}</linearGradient>`,
  ].join('');
}
