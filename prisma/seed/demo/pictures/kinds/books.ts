import { box, dot, faded, group, line, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const bookStack: Drawing = {
  setting: 'table',
  draw: (p) => {
    const tones = [p.mainFill, p.accentFill, '#e7c08c', '#7fae8f', p.mainFill];
    return [
      times(5, (i) => {
        const y = 196 - i * 66;
        const x = -230 + ((i * 47) % 60);
        const w = 440 - ((i * 31) % 70);
        return (
          box(x, y, w, 62, 8, tones[i] ?? p.mainFill) +
          box(x + w - 34, y + 8, 34, 46, 4, '#fbf6ec') +
          box(x + 40, y + 14, 16, 34, 2, '#ffffff', 'opacity="0.5"') +
          box(x + 70, y + 26, 120, 10, 4, '#ffffff', 'opacity="0.5"')
        );
      }),
      group(
        'translate(30 -160) rotate(-7)',
        box(-150, -20, 300, 50, 8, p.accentFill),
        box(130, -12, 20, 34, 2, '#fbf6ec'),
      ),
    ].join('');
  },
};

export const openBook: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      shape(
        'M-320 -130 Q-160 -190 0 -130 Q160 -190 320 -130 V180 Q160 130 0 186 Q-160 130 -320 180Z',
        p.mainFill,
      ),
      shape('M-300 -146 Q-150 -200 0 -146 V160 Q-150 108 -300 160Z', '#fffdf7'),
      shape('M300 -146 Q150 -200 0 -146 V160 Q150 108 300 160Z', '#f6efe1'),
      faded(
        0.6,
        times(6, (i) =>
          line(`M-262 ${-106 + i * 40} Q-150 ${-146 + i * 40} -40 ${-106 + i * 40}`, '#c9bfae', 6),
        ),
      ),
      shape('M50 -110 Q150 -150 250 -116 V20 Q150 -14 50 20Z', p.accent, 'opacity="0.85"'),
      faded(
        0.6,
        times(2, (i) => line(`M50 ${64 + i * 40} Q150 ${24 + i * 40} 250 ${60 + i * 40}`, '#c9bfae', 6)),
      ),
      line('M0 -144 V164', '#d8cdbb', 5),
      shape('M-120 -180 h34 v150 l-17 -20 l-17 20Z', p.accent),
    ].join(''),
};

export const bookRow: Drawing = {
  setting: 'table',
  draw: (p) => {
    const tones = [
      p.mainFill,
      '#e7c08c',
      p.accentFill,
      '#8fae9a',
      p.mainFill,
      '#c9747a',
      '#7c9fc9',
      p.accentFill,
      '#e8c15a',
    ];
    let x = -300;
    const books = tones.map((tone, i) => {
      const w = 48 + ((i * 17) % 26);
      const h = 300 + ((i * 53) % 90);
      const at = x;
      x += w + 2;
      return (
        box(at, 240 - h, w, h, 5, tone) +
        box(at, 240 - h + 40, w, 14, 0, '#ffffff', 'opacity="0.45"') +
        dot(at + w / 2, 200, 9, '#ffffff', 'opacity="0.6"')
      );
    });
    return [
      box(-330, 238, 640, 22, 6, p.woodFill),
      ...books,
      shape(`M${x + 6} 240 l34 -290 l56 8 l-34 282Z`, p.mainFill),
    ].join('');
  },
};

export const comicSet: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-280 30 h560 l-20 230 h-520Z', '#cfa67a'),
      shape('M-280 30 l-60 -50 h80 l40 50Z M280 30 l60 -50 h-80 l-40 50Z', '#b98a5c'),
      times(
        9,
        (i) =>
          box(
            -240 + i * 54,
            -120 + ((i * 37) % 34),
            48,
            180,
            4,
            [p.main, p.pale, p.accent][i % 3] ?? p.main,
          ) + box(-234 + i * 54, -100 + ((i * 37) % 34), 36, 36, 4, '#fffdf7', 'opacity="0.85"'),
      ),
      shape('M-280 30 h560 l-20 230 h-520Z', '#d8b184'),
      box(-60, 90, 120, 30, 15, '#9c7448'),
      box(-280, 26, 560, 12, 4, '#e9cba3'),
    ].join(''),
};

export const pictureBooks: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'translate(-110 -20) rotate(-10)',
        box(-140, -180, 280, 340, 12, p.mainFill),
        dot(-10, -40, 80, p.paper),
        dot(-36, -56, 10, p.ink),
        dot(16, -56, 10, p.ink),
        line('M-30 -16 q20 20 40 0', p.ink, 8),
        shape('M-80 -90 l10 -50 l40 26Z M60 -90 l-10 -50 l-40 26Z', p.paper),
      ),
      group(
        'translate(130 30) rotate(8)',
        box(-130, -170, 260, 330, 12, p.accentFill),
        shape('M-100 130 v-70 q60 -90 110 -20 q40 -50 90 0 v90Z', '#7fae8f'),
        dot(50, -90, 40, '#f6d17c'),
        shape('M-90 -60 q30 -40 60 0 q30 -10 30 20 h-100Z', '#ffffff'),
      ),
    ].join(''),
};
