'use client';

import './globals.css';
import en from '@/messages/en/failure.json';
import ko from '@/messages/ko/failure.json';

/** Stands in for the root layout itself, so it has neither its provider nor its language: it says both. */
export default function GlobalError() {
  return (
    <html lang="ko">
      <body>
        <main className="shell flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 py-10">
          <h1 className="text-2xl">{ko.failedTitle}</h1>
          <p className="text-ink-soft">{ko.failedText}</p>
          <p lang="en" className="text-sm text-ink-soft">
            {en.failedTitle}. {en.failedText}
          </p>
          {/* A full load on purpose: the application that would navigate has just failed. */}
          <a
            href="/"
            className="mt-3 inline-flex min-h-12 items-center rounded-md bg-accent px-5 font-semibold text-on-accent"
          >
            {ko.toHome} <span lang="en">&nbsp;· {en.toHome}</span>
          </a>
        </main>
      </body>
    </html>
  );
}
