import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const racket: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'rotate(24)',
        oval(0, -120, 138, 170, '#ffffff55', `stroke="${p.main}" stroke-width="26"`),
        faded(
          0.8,
          times(9, (i) => line(`M${-100 + i * 25} -266 V24`, '#f5efe2', 3)),
          times(11, (i) => line(`M-126 ${-250 + i * 26} H126`, '#f5efe2', 3)),
        ),
        oval(0, -120, 138, 170, 'none', `stroke="${p.main}" stroke-width="26"`),
        shape('M-50 34 L-14 110 h28 L50 34Z', p.deep),
        box(-18, 100, 36, 190, 14, p.inkFill),
        box(-18, 260, 36, 30, 12, p.accent),
      ),
      dot(200, 130, 56, '#d9e04f'),
      line('M160 92 q40 40 12 92 M240 90 q-36 44 -4 86', '#f8fbe0', 7),
    ].join(''),
};

export const shuttleRacket: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'rotate(-28)',
        oval(0, -150, 110, 136, '#ffffff44', `stroke="${p.main}" stroke-width="18"`),
        faded(
          0.75,
          times(8, (i) => line(`M${-84 + i * 24} -268 V-32`, '#fff', 3)),
          times(9, (i) => line(`M-98 ${-254 + i * 26} H98`, '#fff', 3)),
        ),
        box(-7, -16, 14, 200, 5, p.steelFill),
        box(-17, 150, 34, 150, 13, p.accentFill),
      ),
      group(
        'translate(150 60) rotate(20)',
        shape('M-70 -110 h140 l-40 130 h-60Z', '#ffffff'),
        times(4, (i) => line(`M${-50 + i * 34} -106 L${-20 + i * 14} 10`, '#cfc9bc', 5)),
        dot(0, 40, 40, '#f2d7a0'),
        box(-42, 14, 84, 18, 8, p.main),
      ),
    ].join(''),
};

export const board: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      group(
        'rotate(8)',
        shape('M0 -320 C110 -220 130 60 96 240 Q0 280 -96 240 C-130 60 -110 -220 0 -320Z', p.paperFill),
        shape('M0 -320 C60 -266 90 -170 102 -70 Q0 -20 -102 -70 C-90 -170 -60 -266 0 -320Z', p.mainFill),
        shape('M-110 60 Q0 110 110 60 L108 120 Q0 170 -108 120Z', p.accentFill),
        line('M0 -310 V256', p.deep, 5, 'opacity="0.6"'),
      ),
      group(
        'translate(210 -20) rotate(-7)',
        box(-9, -250, 18, 430, 8, p.woodFill),
        shape('M-44 150 h88 l-10 110 q-34 20 -68 0Z', p.accentFill),
        box(-40, -266, 80, 26, 13, p.ink),
      ),
    ].join(''),
};

export const ski: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      group(
        'rotate(5)',
        shape('M-90 250 V-250 q0 -70 34 -70 t34 70 V250Z', p.mainFill),
        box(-90, -40, 68, 120, 14, p.inkFill),
        box(-90, -160, 68, 40, 2, p.accent),
      ),
      group(
        'rotate(-5)',
        shape('M22 250 V-250 q0 -70 34 -70 t34 70 V250Z', p.mainFill),
        box(22, -40, 68, 120, 14, p.inkFill),
        box(22, -160, 68, 40, 2, p.accent),
      ),
      group(
        'rotate(14)',
        box(-214, -220, 12, 430, 5, p.steelFill),
        oval(-208, 170, 36, 10, p.ink),
        box(-222, -270, 28, 76, 12, p.ink),
      ),
      group(
        'rotate(-14)',
        box(202, -220, 12, 430, 5, p.steelFill),
        oval(208, 170, 36, 10, p.ink),
        box(194, -270, 28, 76, 12, p.ink),
      ),
    ].join(''),
};

export const snowboard: Drawing = {
  setting: 'studio',
  draw: (p) =>
    group(
      'rotate(14)',
      shape(
        'M-86 -220 Q-86 -320 0 -320 T86 -220 Q66 -20 86 170 Q86 264 0 264 T-86 170 Q-66 -20 -86 -220Z',
        p.mainFill,
      ),
      shape('M-86 -220 Q-86 -320 0 -320 T86 -220 L-74 -60Z', p.accentFill),
      shape('M78 40 L-86 180 Q-80 264 0 264 T86 170Z', p.deep, 'opacity="0.6"'),
      group(
        'translate(0 -120) rotate(14)',
        box(-100, -34, 200, 68, 24, p.inkFill),
        box(-60, -52, 120, 24, 10, p.steelFill),
      ),
      group(
        'translate(0 90) rotate(-10)',
        box(-100, -34, 200, 68, 24, p.inkFill),
        box(-60, -52, 120, 24, 10, p.steelFill),
      ),
    ),
};

export const golfBag: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      times(5, (i) => group(`rotate(${-10 + i * 5})`, box(-60 + i * 28, -300, 9, 200, 4, p.steelFill))),
      shape('M-128 -282 h54 q16 26 -10 44 h-44Z', p.ink),
      dot(-10, -300, 34, p.accentFill),
      dot(62, -296, 30, p.main),
      shape('M112 -290 h50 q14 26 -8 44 h-42Z', p.steelFill),
      line('M120 -80 L230 256', p.ink, 14),
      shape('M-116 -170 h232 l-26 400 q-4 30 -40 30 h-100 q-36 0 -40 -30Z', p.mainFill),
      box(-126, -190, 252, 56, 22, p.inkFill),
      box(-70, -20, 140, 180, 26, p.deep, 'opacity="0.6"'),
      line('M-50 20 h100', p.pale, 7),
      line('M-106 -100 q-90 100 -4 220', p.accent, 18),
    ].join(''),
};

export const dumbbell: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const bar = (y: number, size: number) =>
      [
        box(-120, y - 14, 240, 28, 12, p.steelFill),
        times(2, (i) => box(i === 0 ? -160 : 116, y - 58 * size, 44, 116 * size, 12, p.inkFill)),
        times(2, (i) => box(i === 0 ? -204 : 160, y - 84 * size, 44, 168 * size, 14, p.mainFill)),
        times(2, (i) => box(i === 0 ? -240 : 204, y - 60 * size, 36, 120 * size, 12, p.inkFill)),
      ].join('');
    return group('translate(-20 0)', group('translate(60 -6) scale(0.86)', bar(120, 1)), bar(172, 1));
  },
};

export const yogaMat: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-330 256 L-210 190 H250 L370 256Z', p.pale),
      shape('M-330 256 H370 L340 240 H-300Z', p.main, 'opacity="0.4"'),
      box(-230, 60, 420, 140, 68, p.mainFill),
      oval(190, 130, 46, 70, p.deep),
      ring(190, 130, 28, p.pale, 8),
      box(-140, 54, 26, 152, 10, p.accentFill),
      box(80, 54, 26, 152, 10, p.accentFill),
      group(
        'translate(-250 150)',
        box(-50, -40, 100, 106, 12, p.accentFill),
        box(-50, -40, 100, 24, 10, '#ffffff', 'opacity="0.25"'),
      ),
    ].join(''),
};

export const balls: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      dot(-110, 90, 168, '#e2864a'),
      line('M-278 90 H58 M-110 -78 V258', '#7a3f20', 8),
      line('M-226 -30 q90 120 0 240 M6 -30 q-90 120 0 240', '#7a3f20', 8),
      dot(150, 140, 118, '#fbf8f0'),
      shape('M150 96 l42 30 l-16 48 h-52 l-16 -48Z', p.ink),
      line('M150 96 V26 M192 126 l66 -22 M176 174 l40 56 M124 174 l-40 56 M108 126 l-66 -22', p.ink, 7),
      shape(
        'M-220 20 q40 -70 110 -80',
        'none',
        'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.35"',
      ),
    ].join(''),
};

export const skates: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const skate = [
      shape('M-110 -160 h130 q16 110 60 130 q90 26 96 110 v40 h-290Z', p.mainFill),
      box(-116, -180, 146, 44, 18, p.inkFill),
      line('M-20 -90 h60 M-6 -50 h70', p.paper, 12),
      box(-116, 110, 296, 34, 10, p.inkFill),
      times(4, (i) => dot(-86 + i * 80, 184, 38, p.accent) + dot(-86 + i * 80, 184, 13, p.paper)),
    ].join('');
    return group('translate(70 -20) scale(0.94)', skate) + group('translate(-120 24)', skate);
  },
};

export const helmet: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-270 130 Q-280 -190 10 -200 Q290 -190 280 90 Q270 130 200 130 Z', p.mainFill),
      shape('M-40 -196 Q40 -210 90 -190 L60 128 H-30Z', p.deep, 'opacity="0.55"'),
      times(3, (i) => shape(`M${-200 + i * 84} 30 q20 -90 70 -150 q-6 90 -30 160Z`, p.ink, 'opacity="0.75"')),
      times(2, (i) => shape(`M${130 + i * 64} 40 q-20 -90 -60 -140 q-6 90 24 150Z`, p.ink, 'opacity="0.75"')),
      box(-286, 110, 580, 38, 18, p.inkFill),
      line('M-170 148 q60 110 170 110 t170 -110', p.ink, 14),
      box(-30, 236, 60, 28, 10, p.accent),
    ].join(''),
};
