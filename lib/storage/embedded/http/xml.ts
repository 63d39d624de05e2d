const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A whole document around children that are XML already. */
export function xmlDocument(root: string, children: string[], namespaced = true): string {
  const attribute = namespaced ? ` xmlns="${NAMESPACE}"` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${children.join('')}</${root}>`;
}

/** An element that holds text, escaped. */
export function xmlText(name: string, value: string | number | boolean): string {
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

/** An element that holds other elements. */
export function xmlElement(name: string, children: string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

/** Undoes the five named entities and character references. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, dec, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = dec ? Number.parseInt(dec, 10) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: keys may hold control characters
  return text.toWellFormed().replace(/[&<>"'\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, (char) => {
    const name = Object.keys(NAMED).find((entity) => NAMED[entity] === char);
    return name ? `&${name};` : `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}
