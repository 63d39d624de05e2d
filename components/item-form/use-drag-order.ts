import { type PointerEvent, useEffect, useRef, useState } from 'react';

const THRESHOLD_PX = 8;

type Drag = { id: string; startX: number; startY: number; startPlace: number; isMoving: boolean };

/**
 * Re-ordering by pointer: a picture takes the place of the one that it is held over. Elements that can be held over
 * carry `data-place`. Esc puts it back.
 */
export function useDragOrder(onMove: (id: string, place: number) => void, onDrop: (id: string) => void) {
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const handlers = useRef({ onMove, onDrop });
  handlers.current = { onMove, onDrop };
  const stopRef = useRef<AbortController | null>(null);

  useEffect(() => () => stopRef.current?.abort(), []);

  function onPointerDown(event: PointerEvent, id: string, startPlace: number) {
    if (event.button !== 0 || !event.isPrimary) return;
    stopRef.current?.abort();
    const stop = new AbortController();
    stopRef.current = stop;
    const drag: Drag = { id, startX: event.clientX, startY: event.clientY, startPlace, isMoving: false };

    const end = () => {
      stop.abort();
      setDraggedId(null);
      if (drag.isMoving) handlers.current.onDrop(id);
    };
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      if (!drag.isMoving && Math.hypot(clientX - drag.startX, clientY - drag.startY) < THRESHOLD_PX) return;
      drag.isMoving = true;
      setDraggedId(id);
      const place = placeAt(clientX, clientY);
      if (place !== null) handlers.current.onMove(id, place);
    };
    const { signal } = stop;
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', end, { signal });
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return;
        handlers.current.onMove(id, startPlace);
        end();
      },
      { signal },
    );
  }

  return { draggedId, onPointerDown };
}

function placeAt(x: number, y: number): number | null {
  const element = document.elementFromPoint(x, y)?.closest('[data-place]');
  const place = Number(element?.getAttribute('data-place') ?? Number.NaN);
  return Number.isInteger(place) ? place : null;
}
