'use client';

import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';

type SearchBoxProps = { label: string; placeholder: string };

/** The box of the header; on the search page it holds the words that were searched for. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <Suspense fallback={<Box {...props} />}>
      <BoxWithWords {...props} />
    </Suspense>
  );
}

function BoxWithWords(props: SearchBoxProps) {
  const words = useSearchParams().get('q') ?? '';
  return <Box key={words} {...props} words={words} />;
}

function Box({ label, placeholder, words }: SearchBoxProps & { words?: string }) {
  return (
    <input
      type="search"
      name="q"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={words}
      maxLength={100}
      enterKeyHint="search"
      autoComplete="off"
      className="h-11 w-full rounded-full border border-line bg-sunken pr-12 pl-5 text-base transition-colors hover:border-line-strong focus-visible:border-focus focus-visible:bg-surface focus-visible:outline-2 focus-visible:outline-offset-0"
    />
  );
}
