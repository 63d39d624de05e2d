import { box, dot, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const guitar: Drawing = {
  setting: 'floor',
  draw: (p) =>
    group(
      'rotate(13)',
      box(-20, -300, 40, 320, 6, '#5c3b22'),
      times(9, (i) => box(-20, -250 + i * 28, 40, 4, 0, '#d9c7a0')),
      shape('M-34 -350 h68 l-8 70 h-52Z', '#7a4f2d'),
      times(3, (i) => dot(-42, -340 + i * 22, 7, '#eee6d2') + dot(42, -340 + i * 22, 7, '#eee6d2')),
      shape(
        'M0 -30 q110 -10 106 70 q-4 36 30 70 q40 50 0 110 q-50 44 -136 44 t-136 -44 q-40 -60 0 -110 q34 -34 30 -70 q-4 -80 106 -70Z',
        p.mainFill,
      ),
      shape(
        'M0 -14 q92 -8 90 60 q-2 40 34 76 q30 44 -4 90 q-44 36 -120 36 t-120 -36 q-34 -46 -4 -90 q36 -36 34 -76 q-2 -68 90 -60Z',
        '#e7b777',
        'opacity="0.55"',
      ),
      ring(0, 90, 46, '#8a5a30', 12, '#2a1d14'),
      box(-50, 186, 100, 18, 6, '#4a2f1b'),
      times(6, (i) => line(`M${-13 + i * 5.2} -300 V190`, '#f3ecdc', 1.8)),
    ),
};

export const electricGuitar: Drawing = {
  setting: 'studio',
  draw: (p) =>
    group(
      'rotate(-16)',
      box(-17, -300, 34, 330, 6, '#c99a63'),
      times(11, (i) => box(-17, -260 + i * 25, 34, 3, 0, '#8a6238')),
      shape('M-17 -300 q-20 -60 20 -70 q50 6 20 40 l-6 30Z', '#c99a63'),
      shape(
        'M-20 0 q-30 -60 -70 -50 q-30 40 -10 90 q-50 60 -36 130 q30 90 130 90 q120 -10 140 -110 q4 -60 -34 -90 q30 -60 10 -110 q-50 -20 -80 50Z',
        p.mainFill,
      ),
      shape('M-40 40 h90 q40 60 10 140 q-60 40 -80 -20Z', p.paperFill),
      box(-40, 60, 78, 20, 6, p.ink),
      box(-40, 104, 78, 20, 6, p.ink),
      box(-44, 160, 86, 26, 6, p.steelFill),
      dot(74, 140, 13, p.accent),
      dot(80, 182, 13, p.accent),
      times(6, (i) => line(`M${-11 + i * 4.4} -300 V168`, '#f7f3ea', 1.6)),
    ),
};

export const keyboard: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-210 60 L190 256 M210 60 L-190 256', p.ink, 18),
      box(-330, -60, 660, 140, 16, p.inkFill),
      box(-310, -44, 620, 40, 8, p.mainFill),
      times(5, (i) => dot(-270 + i * 36, -24, 10, p.accent)),
      box(-60, -38, 120, 28, 4, '#bfe3c8'),
      times(22, (i) => box(-308 + i * 28, 2, 26, 76, 3, '#fffdf7')),
      times(21, (i) => ([2, 6].includes(i % 7) ? '' : box(-290 + i * 28, 2, 16, 46, 3, '#20262c'))),
      box(-120, -190, 240, 120, 6, p.paperFill),
      line('M0 -188 V-74', '#d8cdbb', 4),
      times(4, (i) => line(`M-104 ${-168 + i * 26} H-16 M16 ${-168 + i * 26} H104`, '#b9ae9c', 4)),
    ].join(''),
};

export const drumSet: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-250 -170 V250 M250 -150 V250', p.steelFill, 12),
      oval(-250, -176, 130, 22, '#d9a83c'),
      oval(250, -156, 120, 20, '#d9a83c'),
      line('M-290 256 L-250 190 L-210 256 M210 256 L250 190 L290 256', '#8b949d', 9),
      dot(0, 100, 158, p.inkFill),
      dot(0, 100, 140, p.paperFill),
      ring(0, 100, 70, p.accent, 10),
      box(-190, -110, 150, 120, 16, p.mainFill),
      oval(-115, -110, 75, 20, '#fbf6ec'),
      box(40, -110, 150, 120, 16, p.mainFill),
      oval(115, -110, 75, 20, '#fbf6ec'),
      box(-290, 90, 150, 130, 14, p.mainFill),
      oval(-215, 90, 75, 20, '#fbf6ec'),
      box(150, 70, 150, 160, 14, p.mainFill),
      oval(225, 70, 75, 20, '#fbf6ec'),
    ].join(''),
};

export const violin: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'rotate(-24)',
        box(-12, -280, 24, 240, 5, '#2c1b12'),
        shape('M-16 -280 q-14 -50 16 -60 q30 10 16 60Z', '#7a3f20'),
        shape(
          'M0 -60 q90 -6 92 70 q-40 40 0 90 q40 50 16 110 q-40 56 -108 56 t-108 -56 q-24 -60 16 -110 q40 -50 0 -90 q2 -76 92 -70Z',
          '#b5652f',
        ),
        shape(
          'M0 -46 q70 -4 74 54 q-40 44 4 104 q30 50 10 90 q-30 40 -88 40 t-88 -40 q-20 -40 10 -90 q44 -60 4 -104 q4 -58 74 -54Z',
          '#d38a4b',
          'opacity="0.7"',
        ),
        line('M-46 70 q-14 30 4 64 M46 70 q14 30 -4 64', '#3a2013', 7),
        box(-40, 118, 80, 9, 3, '#e9d6ae'),
        shape('M-22 170 h44 l-8 76 h-28Z', '#2c1b12'),
        times(4, (i) => line(`M${-7.5 + i * 5} -270 V176`, '#f3ecdc', 1.8)),
      ),
      group(
        'translate(190 30) rotate(18)',
        box(-5, -300, 10, 560, 4, '#7a3f20'),
        line('M12 -290 V236', '#fbf6ec', 5),
        box(-8, 220, 26, 40, 6, p.ink),
      ),
    ].join(''),
};

export const ukulele: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    group(
      'rotate(28)',
      box(-19, -270, 38, 260, 6, '#6b4526'),
      times(7, (i) => box(-19, -226 + i * 30, 38, 4, 0, '#d9c7a0')),
      shape('M-30 -330 q30 20 60 0 l-8 64 h-44Z', '#8a5a30'),
      shape(
        'M0 -30 q84 -6 84 62 q-4 30 20 56 q30 44 -2 88 q-40 40 -102 40 t-102 -40 q-32 -44 -2 -88 q24 -26 20 -56 q0 -68 84 -62Z',
        p.mainFill,
      ),
      ring(0, 66, 36, p.pale, 10, '#2a1d14'),
      box(-38, 144, 76, 16, 6, '#4a2f1b'),
      times(4, (i) => line(`M${-10.5 + i * 7} -280 V148`, '#ffffff', 2)),
      shape(
        'M-70 30 q10 -40 44 -42',
        'none',
        'stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.4"',
      ),
    ),
};

export const cajon: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-150 -220 h260 l50 -34 h-260Z', '#e7c08c'),
      shape('M110 -220 l50 -34 v470 l-50 44Z', '#8a5a30'),
      box(-150, -220, 260, 480, 8, p.woodFill),
      box(-134, -204, 228, 448, 6, p.mainFill, 'opacity="0.85"'),
      times(6, (i) => dot(i % 2 ? 82 : -122, -190 + Math.floor(i / 2) * 200, 7, p.steelFill)),
      ring(-20, 20, 56, '#ffffff55', 10),
      line('M-100 -120 q80 -30 160 0', '#ffffff55', 8),
      box(-150, 250, 40, 12, 5, p.ink),
      box(70, 250, 40, 12, 5, p.ink),
    ].join(''),
};

export const amplifier: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-80 -210 q0 -36 80 -36 t80 36', p.ink, 18),
      box(-260, -210, 520, 466, 26, p.inkFill),
      box(-236, -186, 472, 90, 12, p.mainFill),
      times(
        6,
        (i) => dot(-196 + i * 62, -140, 19, p.paper) + line(`M${-196 + i * 62} -140 l8 -12`, p.ink, 5),
      ),
      dot(196, -140, 12, p.accent),
      box(-236, -80, 472, 316, 14, '#5a5148'),
      ring(0, 78, 128, '#403931', 16, '#4a433b'),
      dot(0, 78, 44, '#38312a'),
      times(12, (i) => line(`M-230 ${-66 + i * 26} H230`, '#746a5e', 3, 'opacity="0.7"')),
    ].join(''),
};

export const microphone: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      oval(0, 246, 130, 18, p.inkFill),
      line('M0 246 V120', p.steelFill, 16),
      line('M-130 -40 q0 160 130 160 t130 -160', p.steelFill, 14),
      box(-92, -240, 184, 300, 90, p.inkFill),
      box(-92, -240, 184, 170, 85, p.steelFill),
      times(6, (i) => line(`M-80 ${-190 + i * 22} H80`, '#7d8790', 4)),
      times(5, (i) => line(`M${-56 + i * 28} -226 V-76`, '#7d8790', 4)),
      box(-96, -74, 192, 26, 8, p.accentFill),
      dot(0, 4, 14, p.main),
      dot(-130, -40, 18, p.ink),
      dot(130, -40, 18, p.ink),
    ].join(''),
};
