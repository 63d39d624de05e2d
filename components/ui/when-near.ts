/**
 * Calls back once, when an element has come near the edge of what is seen.
 *
 * A busy browser tells several sightings in one call, oldest first: "far" when the watch began and "near" after a quick
 * scroll. Any of them counts, since nothing is told again while the element stays where it is.
 *
 * @param options `root` that scrolls (the window unless given) and `rootMargin`, how near is near
 * @returns ends the watch; where a browser cannot watch, nothing is ever near
 */
export function whenNear(
  element: Element,
  onNear: () => void,
  options: Pick<IntersectionObserverInit, 'root' | 'rootMargin'>,
): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  const observer = new IntersectionObserver((sightings) => {
    if (!sightings.some((sighting) => sighting.isIntersecting)) return;
    observer.disconnect();
    onNear();
  }, options);
  observer.observe(element);
  return () => observer.disconnect();
}
