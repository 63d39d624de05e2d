import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const petCarrier: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-90 -150 q0 -70 90 -70 t90 70', p.ink, 24),
      shape('M-280 60 Q-280 -150 -150 -150 H150 Q280 -150 280 60Z', p.mainFill),
      shape('M-290 50 H290 V200 q0 56 -60 56 h-460 q-60 0 -60 -56Z', p.paperFill),
      box(-298, 36, 596, 32, 14, p.deep),
      box(-140, -100, 280, 300, 60, p.inkFill),
      dot(0, 60, 66, '#e2b27a'),
      shape('M-60 20 l-4 -70 l50 34Z M60 20 l4 -70 l-50 34Z', '#e2b27a'),
      dot(-24, 50, 9, p.ink),
      dot(24, 50, 9, p.ink),
      shape('M-10 74 h20 l-10 11Z', '#b35c4b'),
      faded(
        0.85,
        times(6, (i) => line(`M${-110 + i * 44} -90 V190`, p.steelFill, 7)),
        times(4, (i) => line(`M-134 ${-40 + i * 66} H134`, '#bcc5cc', 6)),
      ),
      times(3, (i) => box(-250, -70 + i * 30, 80, 12, 6, p.deep)),
      times(3, (i) => box(170, -70 + i * 30, 80, 12, 6, p.deep)),
    ].join(''),
};

export const catTower: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-230, 226, 460, 34, 14, p.mainFill),
      times(
        2,
        (i) =>
          box(i ? 110 : -160, -180, 50, 410, 6, '#d9bd92') +
          times(16, (j) => line(`M${i ? 110 : -160} ${-166 + j * 25} h50`, '#b89868', 4)),
      ),
      box(-210, 40, 220, 34, 14, p.mainFill),
      box(20, -60, 210, 34, 14, p.mainFill),
      box(-230, -210, 210, 34, 14, p.mainFill),
      box(-60, 90, 200, 136, 24, p.accentFill),
      dot(40, 160, 46, '#3a322c'),
      oval(120, -200, 100, 30, p.mainFill),
      shape('M-180 -212 q-10 -70 40 -80 l0 -36 l26 24 h24 l26 -24 v36 q50 20 30 80Z', '#6d6560'),
      dot(-116, -268, 6, '#f6d17c'),
      dot(-90, -268, 6, '#f6d17c'),
      line('M130 -26 v60', p.ink, 4),
      dot(130, 46, 16, p.accent),
    ].join(''),
};

export const dogHouse: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      box(-220, -60, 440, 318, 10, p.woodFill),
      times(5, (i) => line(`M-220 ${-6 + i * 56} H220`, '#a0703c', 5)),
      shape('M0 -290 L290 -50 L250 -16 L0 -216 L-250 -16 L-290 -50Z', p.mainFill),
      shape('M0 -220 L230 -40 H-230Z', '#c99a63'),
      shape('M-96 256 V90 q0 -96 96 -96 t96 96 V256Z', '#3a2d24'),
      dot(0, 150, 62, '#e9d2ae'),
      shape('M-58 120 q-40 20 -26 80 q30 0 40 -40Z M58 120 q40 20 26 80 q-30 0 -40 -40Z', '#b98a5c'),
      dot(-22, 142, 9, p.ink),
      dot(22, 142, 9, p.ink),
      oval(0, 170, 16, 12, p.ink),
      shape('M-40 -100 q40 -34 80 0 q-6 30 -40 44 q-34 -14 -40 -44Z', p.accent),
    ].join(''),
};

export const petStroller: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M230 -230 L120 200 M-120 200 L60 40', p.inkFill, 16),
      line('M230 -230 h60', p.ink, 22),
      box(-220, -60, 400, 200, 40, p.mainFill),
      shape('M-220 -40 Q-210 -250 0 -250 q170 10 180 210Z', p.accentFill),
      shape('M-160 -50 Q-150 -190 0 -196 q110 10 124 146Z', '#3f464d', 'opacity="0.55"'),
      dot(-30, -60, 52, '#f0dcc0'),
      shape('M-78 -80 l-6 -56 l44 26Z M18 -80 l6 -56 l-44 26Z', '#d8b48a'),
      dot(-48, -68, 7, p.ink),
      dot(-12, -68, 7, p.ink),
      oval(-30, -48, 11, 8, p.ink),
      box(-230, -16, 420, 34, 16, p.deep),
      ring(-130, 212, 44, p.ink, 16, '#e9e4da'),
      ring(130, 212, 44, p.ink, 16, '#e9e4da'),
    ].join(''),
};

export const aquarium: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-300, -190, 600, 430, 16, p.glassFill, 'opacity="0.85"'),
      box(-300, -120, 600, 360, 0, '#7fc3d8', 'opacity="0.75"'),
      shape('M-300 180 q120 -40 280 -6 t320 -10 v76 h-600Z', '#e2c894'),
      line('M-200 190 q-30 -80 10 -150 q30 -50 0 -90 M-150 190 q20 -60 -4 -120', '#5d9a6b', 16),
      line('M220 180 q30 -80 -6 -150', '#78a85c', 16),
      shape('M60 190 q-6 -80 60 -84 q70 4 70 84Z', '#a39a90'),
      shape('M-60 20 q60 -60 130 0 l50 -36 v72 l-50 -36 q-70 60 -130 0Z', p.accent),
      shape('M-120 -60 q40 -36 84 0 l30 -22 v44 l-30 -22 q-44 36 -84 0Z', p.main),
      dot(-38, 14, 7, p.ink),
      faded(0.7, dot(160, -20, 12, '#fff'), dot(180, -60, 9, '#fff'), dot(164, -96, 13, '#fff')),
      box(-316, -226, 632, 50, 14, p.inkFill),
      box(-316, 232, 632, 28, 8, p.inkFill),
      shape('M-270 -150 h50 v330 h-50Z', '#ffffff', 'opacity="0.25"'),
    ].join(''),
};

export const petFence: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape(
        'M-330 -60 l170 -50 v260 l-170 70Z',
        '#ffffff33',
        `stroke="${p.main}" stroke-width="14" stroke-linejoin="round"`,
      ),
      shape(
        'M330 -60 l-170 -50 v260 l170 70Z',
        '#ffffff33',
        `stroke="${p.main}" stroke-width="14" stroke-linejoin="round"`,
      ),
      box(-160, -110, 320, 262, 6, '#ffffff33', `stroke="${p.main}" stroke-width="14"`),
      times(7, (i) => line(`M${-120 + i * 40} -104 V146`, p.main, 8)),
      times(3, (i) =>
        line(
          `M${-290 + i * 42} ${-70 - i * 12} V${206 - i * 18} M${290 - i * 42} ${-70 - i * 12} V${206 - i * 18}`,
          p.main,
          8,
        ),
      ),
      group('translate(0 170)', oval(0, 50, 110, 32, p.accentFill), oval(0, 34, 84, 20, '#fbf6ec')),
      group(
        'translate(-10 100)',
        dot(0, 40, 60, '#f2e4cd'),
        shape('M-50 20 q-40 0 -36 66 q34 6 46 -30Z M50 20 q40 0 36 66 q-34 6 -46 -30Z', '#c99a63'),
        dot(-20, 34, 8, p.ink),
        dot(20, 34, 8, p.ink),
        oval(0, 56, 14, 10, p.ink),
      ),
    ].join(''),
};

export const petDryer: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-220, -200, 440, 456, 60, p.paperFill),
      box(-220, 150, 440, 106, 50, p.mainFill),
      box(-160, -150, 320, 270, 46, p.glassFill),
      shape('M-70 120 q-20 -110 30 -130 l-6 -60 l40 30 h24 l40 -30 l-6 60 q50 30 20 130Z', '#e2b27a'),
      dot(-16, 16, 8, p.ink),
      dot(34, 16, 8, p.ink),
      shape('M2 36 h16 l-8 10Z', '#a5533f'),
      shape('M-140 -120 h90 l-90 170Z', '#ffffff', 'opacity="0.4"'),
      times(3, (i) => dot(-60 + i * 60, 204, 17, i === 1 ? p.accent : p.paper)),
    ].join(''),
};
