/**
 * Takes the address of a request and gives one whose path can be decoded: `/items/%ff`, at which the router throws,
 * becomes the text as it stands (`/items/%25ff`), which names nothing and is the 404 screen. All others stay.
 */
export function mendPath(url: string): string {
  const [path = '', ...query] = url.split(/(?=\?)/);
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('');
  }
}
