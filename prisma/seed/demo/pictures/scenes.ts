import type { Random } from '@/prisma/seed/demo/random';
import { box, dot, faded, group, line, oval, shape, times } from './shapes';

export const WIDTH = 1200;
export const HEIGHT = 900;

export type Setting = 'table' | 'floor' | 'studio' | 'outdoor' | 'cloth';

export interface Scene {
  back: string;
  /** where the ground line of the thing is */
  groundY: number;
  /** things lie flat and may be turned */
  isFlat: boolean;
}

const WALLS = [
  ['#f7e9d7', '#ecd3b5'],
  ['#f3ded0', '#e6c2ad'],
  ['#e9ecdf', '#cfd7bd'],
  ['#e3ebee', '#c3d4db'],
  ['#f4ead2', '#e7d3a4'],
  ['#efe3e6', '#dcc4cb'],
  ['#e8e4dc', '#cfc7b8'],
] as const;
const WOODS = [
  ['#d9a873', '#b98148'],
  ['#c99768', '#9d6c3f'],
  ['#ead0a9', '#cfa873'],
  ['#a9805d', '#7d5a3c'],
  ['#efe6d8', '#d3c4ad'],
] as const;

export function drawScene(setting: Setting, random: Random): Scene {
  switch (setting) {
    case 'table':
      return drawTable(random);
    case 'floor':
      return drawFloor(random);
    case 'studio':
      return drawStudio(random);
    case 'outdoor':
      return drawOutdoor(random);
    case 'cloth':
      return drawCloth(random);
  }
}

function drawTable(random: Random): Scene {
  const edge = random.int(600, 650);
  const [light, dark] = random.pick(WOODS);
  const back = [
    wall(random),
    sunlight(random),
    random.chance(0.55) ? decoration(random, edge) : '',
    fade('desk', light, dark),
    box(0, edge, WIDTH, HEIGHT - edge, 0, 'url(#desk)'),
    box(0, edge, WIDTH, 7, 0, '#ffffff', 'opacity="0.35"'),
    faded(
      0.16,
      times(4, (i) => line(`M0 ${edge + 50 + i * 62} H${WIDTH}`, dark, 3)),
    ),
  ].join('');
  return { back, groundY: edge + 95, isFlat: false };
}

function drawFloor(random: Random): Scene {
  const edge = random.int(590, 630);
  const [light, dark] = random.pick(WOODS);
  const rug = random.pick(['#e8c9a9', '#b9c7b1', '#d9b4ad', '#b8c6d1', '#eee3cf'] as const);
  const back = [
    wall(random),
    sunlight(random),
    random.chance(0.6) ? plant(random.chance(0.5) ? 110 : 1090, edge + 60, random) : '',
    fade('planks', light, dark),
    box(0, edge, WIDTH, HEIGHT - edge, 0, 'url(#planks)'),
    faded(
      0.2,
      times(9, (i) => line(`M${600 + (i - 4) * 150} ${edge} L${600 + (i - 4) * 330} ${HEIGHT}`, dark, 4)),
    ),
    box(0, edge - 20, WIDTH, 20, 0, '#ffffff', 'opacity="0.75"'),
    random.chance(0.6)
      ? oval(600, edge + 150, 520, 105, rug) +
        oval(600, edge + 150, 478, 90, 'none', 'stroke="#ffffff" stroke-opacity="0.5" stroke-width="6"')
      : '',
  ].join('');
  return { back, groundY: edge + 125, isFlat: false };
}

function drawStudio(random: Random): Scene {
  const [light, dark] = random.pick(WALLS);
  const back = [
    `<radialGradient id="studio" cx="0.5" cy="0.42" r="0.75"><stop offset="0" stop-color="#fffaf2"/><stop offset="0.5" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></radialGradient>`,
    box(0, 0, WIDTH, HEIGHT, 0, 'url(#studio)'),
    shape(`M0 ${HEIGHT} V690 Q600 610 ${WIDTH} 690 V${HEIGHT}Z`, dark, 'opacity="0.35"'),
    random.chance(0.5) ? dot(600, 420, 330, '#ffffff', 'opacity="0.32"') : '',
  ].join('');
  return { back, groundY: 735, isFlat: false };
}

function drawOutdoor(random: Random): Scene {
  const [high, low] = random.pick([
    ['#a9d3e8', '#eaf3ea'],
    ['#f4c6a0', '#fbeccb'],
    ['#b7cfe0', '#f3e6d5'],
  ] as const);
  const [far, near, grass] = random.pick([
    ['#a8c3a0', '#86ab7c', '#9dbb72'],
    ['#b9b78d', '#94a06a', '#c0b26c'],
    ['#9bb8b4', '#74998f', '#8fae79'],
  ] as const);
  const sunX = random.int(180, 1020);
  const back = [
    fade('sky', high, low),
    box(0, 0, WIDTH, HEIGHT, 0, 'url(#sky)'),
    dot(sunX, 170, 64, '#fff7dc', 'opacity="0.9"'),
    shape('M0 520 Q180 360 360 470 T720 420 T1200 480 V900 H0Z', far),
    shape('M0 590 Q260 470 520 570 T1200 540 V900 H0Z', near),
    times(5, (i) => tree(60 + i * 270 + random.int(-40, 40), 610 + random.int(-12, 12), random)),
    shape('M0 650 Q600 600 1200 650 V900 H0Z', grass),
    faded(
      0.35,
      times(16, (i) => line(`M${i * 78 + 20} ${720 + ((i * 53) % 150)} q6 -18 14 -24`, '#ffffff', 4)),
    ),
  ].join('');
  return { back, groundY: 765, isFlat: false };
}

function drawCloth(random: Random): Scene {
  const [light, dark] = random.pick(WALLS);
  const pattern = random.pick([
    times(13, (i) => box(i * 100 - 20, 0, 34, HEIGHT, 0, '#ffffff', 'opacity="0.28"')),
    times(70, (i) =>
      dot((i % 10) * 130 + ((i / 10) & 1) * 65, Math.floor(i / 10) * 135 + 40, 9, '#ffffff', 'opacity="0.5"'),
    ),
    times(10, (i) =>
      line(`M-20 ${i * 100} Q300 ${i * 100 + 40} 1220 ${i * 100 - 20}`, dark, 5, 'opacity="0.25"'),
    ),
  ] as const);
  const back = [
    fade('cloth', light, dark),
    box(0, 0, WIDTH, HEIGHT, 0, 'url(#cloth)'),
    pattern,
    shape('M0 0 H420 L0 560Z', '#ffffff', 'opacity="0.16"'),
  ].join('');
  return { back, groundY: 690, isFlat: true };
}

function wall(random: Random) {
  const [light, dark] = random.pick(WALLS);
  return fade('wall', light, dark) + box(0, 0, WIDTH, HEIGHT, 0, 'url(#wall)');
}

function sunlight(random: Random) {
  if (random.chance(0.35)) return '';
  const x = random.int(60, 560);
  const pane = (dx: number, dy: number) =>
    shape(`M${x + dx} ${60 + dy} l150 -24 l40 190 l-150 24Z`, '#ffffff');
  return faded(0.26, pane(0, 0), pane(180, -29), pane(50, 222), pane(230, 193));
}

function decoration(random: Random, edge: number) {
  const x = random.chance(0.5) ? random.int(70, 190) : random.int(1010, 1130);
  const draw = random.pick([plant, frame, vase]);
  return draw(x, edge + 6, random);
}

function plant(x: number, y: number, random: Random) {
  const leaf = random.pick(['#7f9f6a', '#5d8a6b', '#94ab62'] as const);
  const leaves = times(7, (i) => {
    const turn = -72 + i * 24;
    return group(
      `translate(${x} ${y - 105}) rotate(${turn})`,
      shape('M0 0 Q-34 -90 0 -190 Q34 -90 0 0Z', leaf),
    );
  });
  return `${faded(0.92, leaves)}${shape(`M${x - 58} ${y - 112} h116 l-16 112 h-84Z`, '#c9866a')}${box(x - 66, y - 128, 132, 26, 8, '#d99a7d')}`;
}

function frame(x: number, _y: number, random: Random) {
  const tone = random.pick(['#d99a7d', '#8fae9a', '#8ea7bf'] as const);
  return [
    box(x - 95, 120, 190, 240, 6, '#fffdf8'),
    box(x - 75, 140, 150, 200, 2, '#f0e4d2'),
    dot(x + 22, 205, 34, tone, 'opacity="0.9"'),
    shape(`M${x - 75} 340 v-50 q50 -60 90 -20 q30 -34 60 -4 v74Z`, tone, 'opacity="0.65"'),
  ].join('');
}

function vase(x: number, y: number, random: Random) {
  const tone = random.pick(['#f3ece0', '#b9c7b1', '#d9a58c'] as const);
  return [
    line(`M${x} ${y - 120} q-20 -90 -50 -130`, '#8a9a6b', 6),
    line(`M${x} ${y - 120} q12 -100 34 -150`, '#8a9a6b', 6),
    times(5, (i) => oval(x - 50 + i * 5, y - 252 + i * 24, 15, 9, '#e7b7a0')),
    times(5, (i) => oval(x + 36 - i * 5, y - 272 + i * 26, 15, 9, '#e3c58a')),
    shape(`M${x - 22} ${y - 130} h44 q-4 34 24 64 q22 40 -10 66 h-72 q-32 -26 -10 -66 q28 -30 24 -64Z`, tone),
  ].join('');
}

function tree(x: number, y: number, random: Random) {
  const size = random.int(60, 105);
  return faded(
    0.85,
    box(x - 6, y - 30, 12, 40, 3, '#8a6a4c'),
    shape(`M${x} ${y - size * 2} l${size * 0.55} ${size * 1.7} h${-size * 1.1}Z`, '#5f8a63'),
  );
}

function fade(id: string, from: string, to: string) {
  return `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
}
