import { type IconNode, icons } from 'lucide';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { drawingOf } from '@/components/ui/drawing';
import { launchBrowser } from '@/tests/support/browser';

const SIZE = 24;
const IN_A_ROW = 50;
const ALL: [string, IconNode][] = Object.entries(icons);

const shapesOf = (icon: IconNode) =>
  icon.map(([tag, attributes]) => {
    const text = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tag}${text.join('')}/>`;
  });

describe('a drawing as one path', () => {
  /** Grey values of all drawings, fifty in a row. */
  async function inkOf(page: Page, draw: (icon: IconNode) => string) {
    const drawings = ALL.map(([, icon]) => `<svg viewBox="0 0 24 24">${draw(icon)}</svg>`);
    await page.setContent(`<style>body { margin: 0 } svg { float: left; width: ${SIZE}px; height: ${SIZE}px;
      fill: none; stroke: #000; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }</style>${drawings.join('')}`);
    return sharp(await page.screenshot())
      .greyscale()
      .raw()
      .toBuffer();
  }

  it('looks as its shapes do, every one of the package', async () => {
    const browser = await launchBrowser();
    const viewport = { width: SIZE * IN_A_ROW, height: SIZE * Math.ceil(ALL.length / IN_A_ROW) };
    const page = await browser.newPage({ viewport });
    const shapes = await inkOf(page, (icon) => shapesOf(icon).join(''));
    const paths = await inkOf(page, drawingOf);
    await browser.close();
    expect(paths).toHaveLength(viewport.width * viewport.height);
    const unlike = ALL.flatMap(([name], index) => {
      const [left, top] = [(index % IN_A_ROW) * SIZE, Math.floor(index / IN_A_ROW) * SIZE];
      const places = Array.from({ length: SIZE * SIZE }, (_, at) => {
        return (top + Math.floor(at / SIZE)) * viewport.width + left + (at % SIZE);
      });
      const isInked = places.some((at) => (shapes[at] ?? 255) < 128);
      // Where two lines cross, their edges are smoothed once instead of twice.
      const other = places.filter((at) => Math.abs((shapes[at] ?? 0) - (paths[at] ?? 0)) > 100);
      return isInked && other.length <= 8 ? [] : [`${name} ${other.length}`];
    });
    expect(unlike).toEqual([]);
  });

  it('is one element for all that is drawn with the pen', () => {
    const shapes = ALL.flatMap(([, icon]) => icon).length;
    const elements = ALL.flatMap(([, icon]) => drawingOf(icon).match(/</g) ?? []).length;
    expect(shapes).toBeGreaterThan(9000);
    expect(elements).toBeLessThan(ALL.length * 1.05);
  });
});
