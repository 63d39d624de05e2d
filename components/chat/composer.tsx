'use client';

import { SendHorizontal } from 'lucide';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/icon';
import { useWords } from '@/components/ui/use-words';
import { countCharacters } from '@/lib/core/count-characters';
import { MAX_MESSAGE } from '@/lib/features/chat/limits';

/** From here on the box counts what is left. */
const COUNT_FROM = MAX_MESSAGE - 100;

type ComposerProps = { onSend: (body: string) => void; onTyping: () => void; className?: string };

/** Enter sends, Shift+Enter breaks the line, and an Enter that ends a Hangul syllable does neither. */
export function Composer({ onSend, onTyping, className }: ComposerProps) {
  const t = useWords('chat.composer');
  const id = useId();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const body = text.trim();
  const length = countCharacters(body);
  const isTooLong = length > MAX_MESSAGE;

  // What was typed before this code had come.
  useEffect(() => setText(ref.current?.value ?? ''), []);

  function send() {
    if (body === '' || isTooLong) return;
    onSend(body);
    setText('');
    ref.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // 229: Safari ends the composition before it tells of the key.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      className={cx(
        'border-t border-line bg-surface px-3 pt-2.5 pb-[calc(0.625rem+env(safe-area-inset-bottom))]',
        className,
      )}
    >
      <div className="flex items-end gap-2">
        <textarea
          ref={ref}
          rows={1}
          value={text}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          enterKeyHint="send"
          aria-invalid={isTooLong || undefined}
          aria-describedby={length >= COUNT_FROM ? `${id}-count` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value.trim() !== '') onTyping();
          }}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-40 min-h-12 flex-1 resize-none rounded-lg border border-line-strong bg-surface px-4 py-2.5 text-base leading-snug [overflow-wrap:anywhere] focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 aria-invalid:border-danger"
        />
        <button
          type="submit"
          aria-label={t('send')}
          title={t('send')}
          disabled={body === '' || isTooLong}
          className="inline-flex size-12 shrink-0 items-center justify-center rounded-full bg-accent text-on-accent shadow-edge transition-[background-color,transform,opacity] duration-150 hover:bg-accent-hover active:scale-95 disabled:opacity-40"
        >
          <Icon of={SendHorizontal} aria-hidden="true" className="size-5" />
        </button>
      </div>
      {length >= COUNT_FROM && (
        <p
          id={`${id}-count`}
          role="status"
          className={cx('figures mt-1.5 px-1 text-xs', isTooLong ? 'text-danger-ink' : 'text-ink-soft')}
        >
          {isTooLong
            ? t('tooLong', { over: length - MAX_MESSAGE })
            : t('left', { left: MAX_MESSAGE - length })}
        </p>
      )}
    </form>
  );
}
