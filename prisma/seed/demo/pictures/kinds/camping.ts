import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const tent: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-60 -220 L-390 250 M150 -180 L400 250', '#d8cfbf', 6),
      shape('M-60 -220 L170 -180 L340 250 H120Z', p.deep),
      shape('M-60 -220 L-330 250 H160Z', p.mainFill),
      shape('M-66 -120 Q-150 90 -170 250 H40 Q0 80 -66 -120Z', '#3a342f'),
      shape('M-66 -120 Q-150 90 -170 250 h-44 Q-170 60 -66 -120Z', p.accentFill),
      shape('M-66 -120 Q0 80 40 250 h40 Q30 60 -66 -120Z', p.accentFill),
      faded(0.25, shape('M-60 -220 L-330 250 h90Z', '#ffffff')),
      line('M-60 -222 L172 -182', p.pale, 10),
      box(-400, 240, 14, 26, 4, p.ink),
      box(392, 240, 14, 26, 4, p.ink),
    ].join(''),
};

export const tarp: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-230 -180 V256', '#8a6a4c', 16),
      line('M230 -180 V256', '#8a6a4c', 16),
      line('M-230 -190 L-400 250 M230 -190 L400 250', '#efe6d6', 6),
      shape('M-330 -90 Q-250 -150 -230 -210 Q0 -120 230 -210 Q250 -150 330 -90 Q0 -10 -330 -90Z', p.mainFill),
      shape('M-230 -210 Q0 -120 230 -210 Q0 -60 -230 -210Z', p.deep, 'opacity="0.6"'),
      group(
        'translate(-70 120) scale(0.55)',
        box(-150, 60, 300, 26, 8, p.woodFill),
        line('M-120 86 l-40 170 M120 86 l40 170', p.ink, 20),
      ),
      group(
        'translate(120 150) scale(0.5)',
        box(-90, 20, 180, 40, 12, p.accentFill),
        box(-90, -140, 180, 150, 16, p.accentFill),
        line('M-80 60 L90 220 M80 60 L-90 220', p.ink, 18),
      ),
      dot(-70, 126, 16, '#f6d17c'),
    ].join(''),
};

export const lantern: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      dot(0, 20, 230, '#ffe7a8', 'opacity="0.35"'),
      line('M-110 -150 q0 -140 110 -140 t110 140', p.ink, 16),
      shape('M-90 -150 q90 -70 180 0 l14 40 h-208Z', p.mainFill),
      box(-110, -110, 220, 240, 30, '#fff1c9'),
      shape('M0 100 q-60 -40 -40 -100 q20 20 30 -10 q10 -50 20 -60 q50 70 40 120 q-10 40 -50 50Z', '#f2a03c'),
      faded(0.7, line('M-80 -106 V128 M80 -106 V128', p.deep, 14)),
      box(-140, 126, 280, 50, 16, p.mainFill),
      shape('M-120 176 h240 l30 70 q2 14 -16 14 h-268 q-18 0 -16 -14Z', p.inkFill),
      dot(0, 214, 20, p.accentFill),
    ].join(''),
};

export const campChair: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-150 256 L170 20 M150 256 L-170 20', p.ink, 18),
      line('M-170 20 L-220 -250 M170 20 L220 -250', p.ink, 18),
      shape('M-226 -250 Q0 -210 226 -250 L186 40 Q0 80 -186 40Z', p.mainFill),
      shape('M-190 30 Q0 70 190 30 L150 120 Q0 150 -150 120Z', p.deep),
      box(-266, -40, 76, 30, 14, p.accentFill),
      box(190, -40, 76, 30, 14, p.accentFill),
      line('M-150 -180 Q0 -150 150 -180', p.pale, 8, 'stroke-dasharray="18 14"'),
      dot(-150, 256, 14, p.ink),
      dot(150, 256, 14, p.ink),
    ].join(''),
};

export const stove: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-290, 60, 580, 180, 30, p.mainFill),
      box(-290, 60, 580, 50, 24, p.steelFill),
      oval(-60, 66, 180, 30, p.inkFill),
      times(9, (i) =>
        shape(
          `M${-180 + i * 30} 62 q-16 -40 0 -${70 + (i % 3) * 16} q18 30 0 ${70 + (i % 3) * 16}Z`,
          '#5fb0e8',
          'opacity="0.85"',
        ),
      ),
      times(9, (i) => shape(`M${-180 + i * 30} 62 q-7 -18 0 -34 q8 16 0 34Z`, '#fff6d5')),
      line('M-240 40 h140 M-20 40 h140', p.ink, 16),
      dot(214, 170, 44, p.inkFill),
      box(208, 132, 12, 40, 6, p.accent),
      box(-240, 150, 300, 46, 12, p.deep, 'opacity="0.5"'),
      box(-250, 236, 60, 22, 8, p.ink),
      box(190, 236, 60, 22, 8, p.ink),
    ].join(''),
};

export const sleepingBag: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-300, 40, 560, 216, 100, p.mainFill),
      oval(236, 148, 70, 108, p.deep),
      oval(236, 148, 50, 80, p.pale),
      oval(236, 148, 30, 50, p.deep),
      line('M236 148 q10 -20 -4 -30', p.pale, 8),
      times(4, (i) => line(`M${-210 + i * 110} 44 q-26 104 0 208`, p.deep, 8, 'opacity="0.55"')),
      box(-180, 34, 34, 228, 12, p.accentFill),
      box(60, 34, 34, 228, 12, p.accentFill),
      line('M-160 40 q120 -110 240 0', p.ink, 16),
      shape(
        'M-260 90 q30 -30 80 -32',
        'none',
        'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity="0.4"',
      ),
    ].join(''),
};

export const cooler: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-210 -60 q0 -130 210 -130 t210 130', p.ink, 22),
      box(-290, -20, 580, 278, 40, p.mainFill),
      box(-306, -90, 612, 100, 34, p.paperFill),
      box(-306, -14, 612, 24, 10, '#d3c8b6'),
      box(-60, -30, 120, 80, 16, p.inkFill),
      box(-200, 110, 400, 70, 20, p.deep, 'opacity="0.35"'),
      dot(236, 210, 18, p.accent),
      shape('M-250 30 v150', 'none', 'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.35"'),
    ].join(''),
};

export const backpack: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-60 -240 q0 -64 60 -64 t60 64', p.ink, 20),
      box(-250, 10, 90, 190, 40, p.deep),
      box(160, 10, 90, 190, 40, p.deep),
      shape('M-190 -120 q0 -140 190 -140 t190 140 v300 q0 76 -80 78 h-220 q-80 -2 -80 -78Z', p.mainFill),
      shape('M-190 -90 q0 -170 190 -170 t190 170 q-190 70 -380 0Z', p.deep, 'opacity="0.55"'),
      box(-130, 50, 260, 170, 40, p.accentFill),
      line('M-110 90 h220', p.paper, 8),
      line('M-90 -66 v86 M90 -66 v86', p.ink, 14),
      box(-108, -8, 36, 30, 8, p.steelFill),
      box(72, -8, 36, 30, 8, p.steelFill),
      group('translate(0 -282)', box(-150, -26, 300, 56, 28, p.accentFill)),
    ].join(''),
};

export const campTable: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-210 20 L-90 250 M-90 20 L-250 250', p.ink, 16),
      line('M210 20 L90 250 M90 20 L250 250', p.ink, 16),
      times(7, (i) => box(-300 + i * 86, -10, 82, 36, 6, p.woodFill)),
      box(-300, 20, 602, 16, 6, p.deep),
      group(
        'translate(-150 -10)',
        box(-40, -80, 80, 80, 14, p.mainFill),
        line('M40 -60 q40 0 40 24 t-40 24', p.main, 12),
      ),
      group(
        'translate(120 -10)',
        shape('M-70 -110 h140 l-14 110 h-112Z', p.steelFill),
        line('M-70 -110 q70 -110 140 0', p.ink, 8),
      ),
      ring(20, -30, 22, p.accent, 10),
    ].join(''),
};

export const trekkingPoles: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      group(
        'rotate(9)',
        box(-60, -230, 18, 470, 8, p.steelFill),
        box(-74, -310, 46, 120, 20, p.inkFill),
        box(-64, -70, 26, 40, 8, p.accentFill),
        oval(-51, 206, 40, 12, p.ink),
        line('M-40 -200 q60 20 20 90', p.ink, 9),
      ),
      group(
        'rotate(-9)',
        box(50, -230, 18, 470, 8, p.mainFill),
        box(36, -310, 46, 120, 20, p.inkFill),
        box(46, -70, 26, 40, 8, p.accentFill),
        oval(59, 206, 40, 12, p.ink),
        line('M70 -200 q60 20 20 90', p.ink, 9),
      ),
      group(
        'translate(-210 180)',
        shape('M-80 76 v-150 h70 q6 50 40 62 q60 12 66 60 v28Z', p.mainFill),
        box(-86, 66, 190, 20, 8, p.ink),
        line('M-10 -40 h30 M0 -12 h34', p.paper, 8),
      ),
    ].join(''),
};
