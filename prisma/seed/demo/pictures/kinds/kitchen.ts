import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const pot: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      faded(
        0.5,
        line('M-60 -200 q-30 -50 10 -90 M20 -210 q-30 -50 10 -100 M100 -200 q-30 -50 10 -90', '#ffffff', 12),
      ),
      box(-330, 0, 110, 46, 22, p.deep),
      box(220, 0, 110, 46, 22, p.deep),
      shape('M-240 -50 H240 V190 q0 70 -70 70 h-340 q-70 0 -70 -70Z', p.mainFill),
      shape('M-230 -56 Q-220 -150 0 -150 T230 -56Z', p.steelFill),
      box(-256, -66, 512, 34, 17, p.deep),
      box(-40, -186, 80, 42, 18, p.inkFill),
      shape('M-190 0 v150', 'none', 'stroke="#fff" stroke-width="20" stroke-linecap="round" opacity="0.35"'),
    ].join(''),
};

export const grillPan: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-300, 130, 600, 110, 40, p.mainFill),
      box(-330, 90, 660, 60, 28, p.inkFill),
      oval(0, 90, 320, 60, '#3a4149'),
      times(8, (i) => line(`M${-220 + i * 62} 64 l-12 52`, '#20262c', 9)),
      group(
        'translate(-100 66) rotate(-6)',
        shape('M-90 0 q0 -44 90 -44 t90 44 q0 34 -90 34 t-90 -34Z', '#b5573c'),
        line('M-56 -12 l30 26 M-10 -24 l36 36 M40 -24 l24 24', '#7a3524', 8),
      ),
      oval(130, 70, 60, 22, '#e9c46a'),
      oval(90, 96, 40, 14, '#8db06a'),
      dot(0, 194, 26, p.inkFill),
      box(-5, 170, 10, 26, 4, p.accent),
      box(-290, 236, 60, 22, 8, p.ink),
      box(230, 236, 60, 22, 8, p.ink),
    ].join(''),
};

export const mixer: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-220, 206, 440, 52, 24, p.mainFill),
      shape('M100 -160 h100 v380 h-110 q30 -200 10 -380Z', p.mainFill),
      box(-250, -240, 460, 130, 64, p.mainFill),
      box(-230, -190, 90, 24, 12, p.steelFill),
      dot(150, -176, 26, p.accentFill),
      box(-106, -112, 36, 60, 8, p.steelFill),
      line('M-88 -60 q-80 60 0 150 q80 -90 0 -150 M-88 -60 V80', '#98a3ac', 9),
      shape('M-210 20 H40 q0 150 -70 190 h-110 q-70 -40 -70 -190Z', p.steelFill),
      box(-222, 6, 274, 26, 12, '#dfe4e8'),
      shape(
        'M-170 60 q4 80 30 110',
        'none',
        'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity="0.7"',
      ),
    ].join(''),
};

export const waffleMaker: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-250 60 Q-270 -230 0 -240 Q270 -230 250 60Z', p.mainFill),
      shape('M-200 50 Q-214 -180 0 -190 Q214 -180 200 50Z', p.inkFill),
      times(5, (i) => line(`M${-128 + i * 64} -150 V40`, '#59636d', 8)),
      times(3, (i) => line(`M-190 ${-110 + i * 60} H190`, '#59636d', 8)),
      box(-60, -286, 120, 50, 24, p.ink),
      shape('M-290 110 Q-290 256 -170 256 H170 Q290 256 290 110Z', p.mainFill),
      oval(0, 110, 290, 76, p.inkFill),
      oval(0, 100, 246, 58, '#e2a95c'),
      times(7, (i) =>
        line(`M${-180 + i * 60} ${62 + Math.abs(3 - i) * 6} V${138 - Math.abs(3 - i) * 6}`, '#b97a34', 8),
      ),
      times(2, (i) => line(`M-220 ${88 + i * 26} H220`, '#b97a34', 8)),
      box(-24, 66, 50, 34, 8, '#fbe7a6'),
      dot(0, 220, 20, p.accentFill),
    ].join(''),
};

export const oven: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-300, -170, 600, 410, 34, p.mainFill),
      box(-270, -130, 400, 320, 22, p.inkFill),
      box(-250, -60, 360, 230, 14, '#5a4234'),
      times(9, (i) => line(`M${-230 + i * 40} 90 V120`, '#c9bfb2', 4)),
      line('M-244 100 H104', '#c9bfb2', 7),
      shape('M-160 96 q0 -80 90 -84 q90 4 90 84Z', '#e0a25a'),
      faded(0.25, shape('M-250 -60 h150 l-110 230 h-40Z', '#fff')),
      box(-210, -108, 280, 22, 11, p.steelFill),
      times(
        3,
        (i) => dot(216, -90 + i * 110, 36, p.paperFill) + line(`M216 ${-90 + i * 110} l0 -24`, p.accent, 8),
      ),
      box(-260, 236, 60, 22, 8, p.ink),
      box(200, 236, 60, 22, 8, p.ink),
    ].join(''),
};

export const coffeeMaker: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-210, -270, 420, 120, 34, p.mainFill),
      box(-200, -160, 120, 400, 10, p.mainFill),
      box(-80, -150, 270, 340, 0, '#2b3138'),
      box(-230, 190, 460, 66, 22, p.inkFill),
      box(20, -150, 110, 50, 10, p.steelFill),
      line('M130 -126 h110', p.ink, 24),
      line('M50 -100 v60 M100 -100 v60', '#7a4a2a', 6),
      box(20, 60, 110, 120, 16, p.paperFill),
      line('M130 90 q44 0 44 30 t-44 30', '#e8dfce', 14),
      faded(0.6, line('M56 40 q-16 -24 0 -50 M94 40 q-16 -24 0 -50', '#ffffff', 7)),
      dot(-140, -210, 26, p.accentFill),
      times(3, (i) => dot(0 + i * 50, -210, 12, p.paper)),
      box(-60, 176, 240, 16, 6, p.steelFill),
    ].join(''),
};

export const dishes: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      times(
        5,
        (i) =>
          oval(-90, 230 - i * 24, 210, 34, i % 2 ? p.paperFill : p.mainFill) +
          oval(-90, 226 - i * 24, 170, 22, '#ffffff', 'opacity="0.35"'),
      ),
      times(3, (i) =>
        shape(
          `M40 ${96 - i * 44} h240 q-10 100 -80 104 h-80 q-70 -4 -80 -104Z`,
          i % 2 ? p.accentFill : p.paperFill,
        ),
      ),
      oval(160, 10, 120, 18, '#ffffff'),
      box(-170, 30, 90, 88, 14, p.accentFill),
      line('M-80 52 q44 0 44 26 t-44 26', p.accent, 13),
      oval(-125, 32, 45, 10, '#5c3b22'),
      group(
        'translate(-250 20) rotate(-6)',
        line('M0 200 V20', p.steelFill, 12),
        oval(0, -10, 22, 40, p.steelFill),
      ),
    ].join(''),
};

export const blender: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-130 -230 H130 L100 70 H-100Z', p.glassFill, 'opacity="0.75"'),
      shape('M-116 -90 Q0 -120 116 -90 L100 70 H-100Z', p.accentFill),
      dot(-30, -20, 26, '#ffffff', 'opacity="0.4"'),
      dot(40, 20, 18, '#ffffff', 'opacity="0.4"'),
      box(-146, -266, 292, 44, 18, p.inkFill),
      box(-40, -290, 80, 34, 12, p.ink),
      line('M126 -200 q90 10 84 90 t-100 120', p.ink, 22),
      shape('M-110 66 H110 L160 240 q4 20 -20 20 h-280 q-24 0 -20 -20Z', p.mainFill),
      ring(0, 160, 46, p.paper, 10, p.ink),
      line('M0 160 l18 -22', p.paper, 9),
      shape(
        'M-104 -200 L-84 30',
        'none',
        'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity="0.6"',
      ),
    ].join(''),
};
