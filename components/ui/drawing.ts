import type { IconNode } from 'lucide';

type Shape = IconNode[number];

const drawings = new WeakMap<IconNode, string>();

/**
 * The markup of a line drawing of the package lucide, as one path: a page has some seventy drawings, and each shape of one
 * would be an element more to be read, styled and painted. A shape that is filled stays by itself.
 */
export function drawingOf(icon: IconNode): string {
  const known = drawings.get(icon);
  if (known !== undefined) return known;
  const lines = icon.map((shape) => lineOf(shape));
  // A path may begin relative to where the one before it ended: each begins at 0 0.
  const line = lines.map((one) => one && `M0 0${one}`).join('');
  const others = icon.filter((_, index) => !lines[index]).map(elementOf);
  const drawing = (line && `<path d="${line}"/>`) + others.join('');
  drawings.set(icon, drawing);
  return drawing;
}

/** The commands of a path that draws the same, or '' where there is none (SVG 2, chapter 10). */
function lineOf([tag, attributes]: Shape): string {
  if ('fill' in attributes) return '';
  const of = (name: string) => Number(attributes[name] ?? 0);
  if (tag === 'path') return String(attributes.d);
  if (tag === 'line') return `M${of('x1')} ${of('y1')}L${of('x2')} ${of('y2')}`;
  if (tag === 'circle') {
    const r = of('r');
    return `M${of('cx') - r} ${of('cy')}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
  }
  if (tag !== 'rect') return '';
  const r = of('rx') || of('ry');
  const [across, down] = [of('width') - 2 * r, of('height') - 2 * r];
  const corner = (x: number, y: number) => (r > 0 ? `a${r} ${r} 0 0 1 ${x} ${y}` : '');
  return `M${of('x') + r} ${of('y')}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}

function elementOf([tag, attributes]: Shape): string {
  const text = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  return `<${tag}${text}/>`;
}
