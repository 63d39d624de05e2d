import { JSDOM } from 'jsdom';

/** Tag, attributes and children of an element; a text. */
type Markup = [tag: string, attributes: Record<string, unknown>, children: Markup[]] | string;

/**
 * A Next.js project that renders the markup of these pages from constants, with React and for each request, and does
 * nothing else.
 *
 * @param pages HTML by path
 */
export function barePages(pages: Record<string, string>): Record<string, string> {
  const files: Record<string, string> = { 'app/layout.jsx': LAYOUT, 'app/draw.jsx': DRAW };
  for (const [path, html] of Object.entries(pages)) {
    const folder = `app${path === '/' ? '' : path}`;
    const depth = folder.split('/').length - 1;
    files[`${folder}/markup.json`] = JSON.stringify(markupOf(html));
    files[`${folder}/page.jsx`] = pageAt(depth === 0 ? '.' : Array(depth).fill('..').join('/'));
  }
  return files;
}

const LAYOUT = `export default function Layout({ children }) {
  return <html lang="ko"><body>{children}</body></html>;
}
`;

const DRAW = `import { createElement } from 'react';
export function draw(markup) {
  if (typeof markup === 'string') return markup;
  const [tag, attributes, children] = markup;
  return createElement(tag, attributes, ...children.map(draw));
}
`;

const pageAt = (root: string) => `import { headers } from 'next/headers';
import { draw } from '${root}/draw';
import markup from './markup.json';
export default async function Page() {
  await headers();
  return <>{markup.map(draw)}</>;
}
`;

function markupOf(html: string): Markup[] {
  const { document } = new JSDOM(html).window;
  for (const unseen of document.querySelectorAll('script, template')) unseen.remove();
  return childrenOf(document.body);
}

function childrenOf(parent: Node): Markup[] {
  return [...parent.childNodes].flatMap((node): Markup[] => {
    if (node.nodeType === node.TEXT_NODE) return node.textContent ? [node.textContent] : [];
    if (node.nodeType !== node.ELEMENT_NODE) return [];
    const element = node as Element;
    const attributes = Object.fromEntries(
      [...element.attributes].map(({ name, value }) => propOf(name, value)),
    );
    return [[element.tagName.toLowerCase(), attributes, childrenOf(element)]];
  });
}

/** React takes most attributes by the names that HTML gives them. */
function propOf(name: string, value: string): [string, unknown] {
  if (name === 'class') return ['className', value];
  if (name === 'value') return ['defaultValue', value];
  if (name === 'style') return ['style', styleOf(value)];
  return [name, value === '' && name !== 'alt' ? true : value];
}

function styleOf(text: string): Record<string, string> {
  const rules = text.split(/;(?![^(]*\))/).filter((rule) => rule.trim());
  return Object.fromEntries(
    rules.map((rule) => {
      const [name = '', ...value] = rule.split(':');
      const key = name.trim();
      const prop = key.startsWith('--') ? key : key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
      return [prop, value.join(':').trim()];
    }),
  );
}
