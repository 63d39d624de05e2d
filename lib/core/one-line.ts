/**
 * White space runs become one space. In attributes that stand in the page's head nothing else may be: HTML reads a line's
 * end \r\n as \n, React finds no such element as it has drawn, and adds a second one.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
