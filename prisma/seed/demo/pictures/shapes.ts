/** Pieces of SVG. Drawings live in a box of about 640 × 600 around (0, 0); things stand on the line y = 260. */

export function box(x: number, y: number, w: number, h: number, r: number, fill: string, more = '') {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;
}

export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, more = '') {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
}

export function dot(cx: number, cy: number, r: number, fill: string, more = '') {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" ${more}/>`;
}

export function shape(d: string, fill: string, more = '') {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

/** A shade for an area spans its box, which a straight stroke does not have: strokes take the shade of the drawing. */
export function line(d: string, stroke: string, width: number, more = '') {
  return `<path d="${d}" fill="none" stroke="${stroke.replace(')', '-line)')}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

export function ring(cx: number, cy: number, r: number, stroke: string, width: number, fill = 'none') {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

export function group(transform: string, ...parts: string[]) {
  return `<g transform="${transform}">${parts.join('')}</g>`;
}

export function faded(opacity: number, ...parts: string[]) {
  return `<g opacity="${opacity}">${parts.join('')}</g>`;
}

export function times(count: number, draw: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}
