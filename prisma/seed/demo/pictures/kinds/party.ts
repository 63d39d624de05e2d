import { box, dot, faded, group, line, oval, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const balloons: Drawing = {
  setting: 'studio',
  draw: (p) => {
    const balloon = (x: number, y: number, fill: string) =>
      line(`M${x} ${y + 100} Q${x * 0.3} ${y + 220} 0 250`, '#9a9185', 4) +
      oval(x, y, 82, 100, fill) +
      shape(`M${x - 12} ${y + 112} l12 -16 l12 16Z`, fill) +
      shape(
        `M${x - 44} ${y - 26} q6 -44 40 -52`,
        'none',
        'stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.55"',
      );
    return [
      balloon(-180, -90, p.accentFill),
      balloon(180, -110, '#e8c15a'),
      balloon(-90, -200, '#8fbfae'),
      balloon(90, -210, p.mainFill),
      balloon(0, -80, p.mainFill),
      shape('M-40 220 h80 l16 40 h-112Z', p.deep),
      box(-46, 214, 92, 16, 6, p.accent),
    ].join('');
  },
};

export const cake: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      oval(0, 230, 270, 30, p.steelFill),
      box(-200, 60, 400, 170, 20, p.mainFill),
      box(-140, -70, 280, 140, 18, p.paperFill),
      shape('M-200 70 h400 v30 q-25 40 -50 0 t-50 0 t-50 0 t-50 0 t-50 0 t-50 0 t-50 0 t-50 0Z', '#fffdf7'),
      shape('M-140 -60 h280 v24 q-23 34 -46 0 t-47 0 t-47 0 t-47 0 t-47 0 t-46 0Z', p.pale),
      times(5, (i) => box(-92 + i * 42, -150, 14, 86, 5, i % 2 ? p.accent : '#e8c15a')),
      times(5, (i) => shape(`M${-85 + i * 42} -196 q16 26 0 44 q-16 -18 0 -44Z`, '#f2a03c')),
      times(7, (i) => dot(-150 + i * 50, 170, 12, p.accent)),
    ].join(''),
};

export const canopy: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-290 -90 V256 M290 -90 V256', p.steelFill, 16),
      line('M-200 -90 V200 M200 -90 V200', '#b4bdc5', 10),
      shape('M0 -290 L330 -130 H-330Z', p.mainFill),
      shape('M0 -290 L110 -130 H-110Z', p.pale, 'opacity="0.7"'),
      shape(
        'M-330 -130 h660 v30 q-33 40 -66 0 t-66 0 t-66 0 t-66 0 t-66 0 t-66 0 t-66 0 t-66 0 t-66 0 t-66 0Z',
        p.deep,
      ),
      box(-170, 100, 340, 24, 8, p.woodFill),
      line('M-150 124 V250 M150 124 V250', '#91602f', 14),
      box(-120, 40, 70, 60, 10, p.accentFill),
      box(30, 60, 90, 40, 10, p.paperFill),
    ].join(''),
};

export const foldingSet: Drawing = {
  setting: 'outdoor',
  draw: (p) => {
    const chair =
      line('M-60 110 L60 256 M60 110 L-60 256', p.ink, 12) +
      box(-72, 90, 144, 28, 12, p.mainFill) +
      box(-66, -70, 132, 100, 18, p.mainFill) +
      line('M-60 20 V110 M60 20 V110', p.ink, 12);
    return [
      group('translate(-220 -10)', chair),
      group('translate(220 -10)', chair),
      box(-210, 30, 420, 30, 10, p.paperFill),
      line('M-160 60 L-110 256 M160 60 L110 256', p.steelFill, 16),
      line('M-130 170 H130', p.steelFill, 9),
      box(-50, -30, 40, 60, 8, p.accentFill),
      oval(60, 26, 60, 10, '#ffffff'),
    ].join('');
  },
};

export const bunting: Drawing = {
  setting: 'studio',
  draw: (p) => {
    const flags = (y: number, tones: string[]) =>
      line(`M-420 ${y} Q0 ${y + 130} 420 ${y}`, '#8a7a66', 5) +
      times(8, (i) => {
        const x = -370 + i * 98;
        const at = y + 62 - (x * x) / 2900 + 6;
        return shape(`M${x} ${at} h74 l-37 92Z`, tones[i % tones.length] ?? p.main);
      });
    return [
      flags(-270, [p.main, '#fffdf7', p.accent]),
      flags(-110, ['#e8c15a', p.main, '#8fbfae']),
      group(
        'translate(-120 150)',
        box(-90, -30, 180, 140, 10, p.mainFill),
        box(-102, -56, 204, 40, 8, p.deep),
        box(-18, -56, 36, 166, 0, p.accent),
        shape('M0 -56 q-70 -70 -80 -10 q20 20 80 10 q70 -70 80 -10 q-20 20 -80 10Z', p.accent),
      ),
      group(
        'translate(120 180)',
        box(-70, -20, 140, 100, 10, p.accentFill),
        box(-80, -42, 160, 32, 8, p.main),
        box(-14, -42, 28, 122, 0, '#fffdf7'),
      ),
    ].join('');
  },
};

export const bubbleMachine: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      faded(
        0.75,
        times(12, (i) =>
          dot(
            -250 + ((i * 131) % 500),
            -300 + ((i * 89) % 250),
            18 + ((i * 13) % 34),
            '#ffffff55',
            'stroke="#ffffff" stroke-width="4"',
          ),
        ),
      ),
      box(-190, 0, 380, 256, 40, p.mainFill),
      box(-150, 30, 300, 130, 26, p.inkFill),
      times(6, (i) =>
        group(
          `translate(0 96) rotate(${i * 60})`,
          dot(0, -40, 17, 'none', `stroke="${p.accent}" stroke-width="8"`),
        ),
      ),
      dot(0, 96, 14, p.accent),
      line('M-120 0 q0 -90 120 -90 t120 90', p.deep, 22),
      dot(120, 206, 18, p.accent),
      box(-150, 190, 150, 36, 18, p.deep, 'opacity="0.5"'),
    ].join(''),
};
