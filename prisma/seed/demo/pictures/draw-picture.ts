import { createRandom } from '@/prisma/seed/demo/random';
import { kinds, type PictureKind } from './kinds/all';
import { paintDefs, paintOf } from './paint';
import { drawScene, HEIGHT, type Setting, WIDTH } from './scenes';

export interface PictureVariant {
  /** of the thing: the same colours in each of its pictures */
  seed: string;
  /** 0 is the cover: the whole thing where one expects it; others show other places and details */
  view: number;
}

/** @returns SVG of 1280 × 960 pixels; the same variant gives the same picture everywhere */
export function drawPicture(kind: PictureKind, { seed, view }: PictureVariant): string {
  const paint = paintOf(createRandom(`${kind}/${seed}/paint`));
  const random = createRandom(`${kind}/${seed}/view/${view}`);
  const drawing = kinds[kind];
  const scene = drawScene(settingOf(drawing.setting, view), random);
  const scale = (view === 0 ? 1.02 : 0.94) + random.next() * 0.14;
  const turn = scene.isFlat ? random.int(-14, 14) : 0;
  const mirror = view > 0 && random.chance(0.5) ? -1 : 1;
  const x = WIDTH / 2 + random.int(-45, 45);
  const y = scene.isFlat ? HEIGHT / 2 + 10 : scene.groundY - 260 * scale;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960" viewBox="${viewBox(view, random.next())}">`,
    `<defs>${paintDefs(paint)}${SHADOW}</defs>`,
    scene.back,
    shadow(scene.isFlat, x, scene.isFlat ? y : scene.groundY, scale),
    `<g transform="translate(${x} ${y.toFixed(1)}) rotate(${turn}) scale(${(scale * mirror).toFixed(3)} ${scale.toFixed(3)})">`,
    drawing.draw(paint),
    '</g>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#light)"/>`,
    '</svg>',
  ].join('');
}

const SHADOW = [
  '<radialGradient id="shadow"><stop offset="0" stop-color="#3a2a1c" stop-opacity="0.42"/><stop offset="0.6" stop-color="#3a2a1c" stop-opacity="0.2"/><stop offset="1" stop-color="#3a2a1c" stop-opacity="0"/></radialGradient>',
  '<radialGradient id="light" cx="0.35" cy="0.3" r="0.95"><stop offset="0" stop-color="#fff8e8" stop-opacity="0.16"/><stop offset="0.6" stop-color="#fff8e8" stop-opacity="0"/><stop offset="1" stop-color="#2a1c10" stop-opacity="0.16"/></radialGradient>',
].join('');

/** Views after the cover: elsewhere, then close up where it is used. */
function settingOf(usual: Setting, view: number): Setting {
  if (view === 0 || view === 2) return usual;
  const others: Record<Setting, Setting> = {
    table: 'studio',
    floor: 'studio',
    studio: 'floor',
    outdoor: 'floor',
    cloth: 'cloth',
  };
  return view === 1 ? others[usual] : 'studio';
}

/** The third picture on is a detail. */
function viewBox(view: number, share: number): string {
  if (view < 2) return `0 0 ${WIDTH} ${HEIGHT}`;
  const zoom = view === 2 ? 1.45 : 1.8;
  const width = WIDTH / zoom;
  const height = HEIGHT / zoom;
  const x = (WIDTH - width) * (0.3 + 0.4 * share);
  const y = (HEIGHT - height) * (view === 2 ? 0.55 : 0.4);
  return `${x.toFixed(1)} ${y.toFixed(1)} ${width.toFixed(1)} ${height.toFixed(1)}`;
}

function shadow(isFlat: boolean, x: number, y: number, scale: number): string {
  const rx = (isFlat ? 350 : 370) * scale;
  const ry = (isFlat ? 290 : 52) * scale;
  return `<ellipse cx="${x + 14}" cy="${y + (isFlat ? 26 : 0)}" rx="${rx.toFixed(0)}" ry="${ry.toFixed(0)}" fill="url(#shadow)" ${isFlat ? 'opacity="0.6"' : ''}/>`;
}
