/** Building a format of Intl costs a hundred times what using it does, so each is built once. */
export function kept<Args extends string[], Format>(
  build: (...args: Args) => Format,
): (...args: Args) => Format {
  const built = new Map<string, Format>();
  return (...args) => {
    const name = args.join(' ');
    const known = built.get(name);
    if (known !== undefined) return known;
    const made = build(...args);
    built.set(name, made);
    return made;
  };
}
