import { box, dot, faded, group, line, oval, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const sofa: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-290, -120, 580, 240, 60, p.mainFill),
      box(-270, 60, 270, 110, 30, p.pale),
      box(4, 60, 268, 110, 30, p.pale),
      box(-340, -20, 110, 250, 50, p.mainFill),
      box(230, -20, 110, 250, 50, p.mainFill),
      box(-280, 140, 560, 90, 24, p.deep),
      group('translate(-160 20) rotate(-10)', box(-70, -66, 140, 132, 26, p.accentFill)),
      group('translate(160 24) rotate(9)', box(-64, -60, 128, 120, 26, p.paperFill)),
      box(-290, 226, 30, 34, 6, p.woodFill),
      box(260, 226, 30, 34, 6, p.woodFill),
      line('M0 -100 V50', p.deep, 6, 'opacity="0.5"'),
    ].join(''),
};

export const chair: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-130 -270 L-140 256 M110 -270 L120 256', p.woodFill, 24),
      line('M-190 60 L-210 256 M180 60 L200 256', '#91602f', 22),
      shape('M-140 -260 q120 -40 260 0 l-6 120 q-120 -24 -248 0Z', p.woodFill),
      line('M-60 -140 L-64 40 M-10 -144 V40 M40 -140 L44 40', '#a87646', 12),
      shape('M-170 20 H150 L200 90 H-220Z', p.mainFill),
      box(-222, 84, 424, 26, 12, p.deep),
      line('M-200 180 H190', '#a87646', 12),
    ].join(''),
};

export const desk: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-330, -40, 660, 40, 10, p.woodFill),
      line('M-290 0 V256 M290 0 V256', p.inkFill, 22),
      box(90, 0, 190, 130, 8, p.mainFill),
      line('M90 64 h190', p.deep, 6),
      dot(184, 34, 9, p.paper),
      dot(184, 98, 9, p.paper),
      line('M-180 -40 V-140 L-110 -210', p.ink, 12),
      shape('M-150 -250 l90 40 l-40 64 l-84 -50Z', p.accentFill),
      oval(-180, -44, 50, 12, p.ink),
      box(0, -110, 60, 70, 8, p.mainFill),
      line('M14 -110 l-6 -60 M32 -110 v-66 M48 -110 l8 -50', '#a87646', 7),
    ].join(''),
};

export const lamp: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-120 -100 L-330 256 H330 L120 -100Z', '#fff0c2', 'opacity="0.28"'),
      line('M0 -110 V236', p.inkFill, 16),
      oval(0, 240, 110, 20, p.inkFill),
      shape('M-90 -300 H90 L150 -100 H-150Z', p.mainFill),
      oval(0, -100, 150, 20, '#fff6dc'),
      line('M60 -96 V-20', p.ink, 4),
      dot(60, -14, 9, p.accent),
      shape(
        'M-70 -280 L-110 -130',
        'none',
        'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.35"',
      ),
    ].join(''),
};

export const shelf: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-210, -310, 420, 568, 8, '#f6efe3'),
      box(-220, -320, 22, 580, 5, p.woodFill),
      box(198, -320, 22, 580, 5, p.woodFill),
      times(4, (i) => box(-210, -320 + i * 186, 420, 22, 4, p.woodFill)),
      times(6, (i) =>
        box(
          -186 + i * 34,
          -270 + (i % 3) * 14,
          28,
          136 - (i % 3) * 14,
          3,
          [p.main, p.accent, p.pale][i % 3] ?? p.main,
        ),
      ),
      shape('M80 -134 h80 l-12 -50 h-56Z', p.accent),
      shape('M120 -184 q-40 -50 -10 -86 q40 36 10 86 q20 -50 54 -50 q0 46 -54 50Z', '#7f9f6a'),
      box(-170, -40, 150, 90, 12, p.mainFill),
      box(-120, -10, 50, 14, 7, p.paper),
      dot(100, 6, 44, p.accentFill),
      box(-170, 130, 340, 106, 10, p.pale),
      line('M-40 170 h80', p.deep, 12),
    ].join(''),
};

export const mirror: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M110 -200 L190 256', '#91602f', 16),
      shape('M-150 -120 q0 -190 150 -190 t150 190 V240 H-150Z', p.woodFill),
      shape('M-124 -116 q0 -168 124 -168 t124 168 V216 H-124Z', p.glassFill),
      shape('M-124 40 L80 -260 q36 30 42 110 L-90 216 H-124Z', '#ffffff', 'opacity="0.4"'),
      box(-160, 236, 44, 24, 8, p.ink),
      box(116, 236, 44, 24, 8, p.ink),
      dot(0, -296, 0, p.main),
    ].join(''),
};

export const airBed: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-330 90 L-230 -20 H230 L330 90Z', p.pale),
      box(-336, 80, 672, 150, 56, p.mainFill),
      line('M-320 156 H320', p.deep, 8, 'opacity="0.6"'),
      times(6, (i) => oval(-200 + i * 80, 34, 34, 12, p.main, 'opacity="0.55"')),
      box(-220, -80, 180, 90, 40, p.paperFill),
      box(40, -80, 180, 90, 40, p.paperFill),
      shape('M-20 90 L10 10 H236 L330 90 q4 30 -14 46 q-160 -30 -336 0Z', p.accentFill),
      dot(-290, 190, 18, p.ink),
    ].join(''),
};

export const rug: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-340 250 L-220 110 H250 L370 250Z', p.mainFill),
      shape('M-280 234 L-190 126 H220 L310 234Z', 'none', `stroke="${p.paper}" stroke-width="9"`),
      faded(
        0.8,
        times(5, (i) => shape(`M${-150 + i * 82} 180 l36 -30 l36 30 l-36 30Z`, p.accent)),
      ),
      faded(
        0.9,
        times(17, (i) => line(`M${-338 + i * 44} 250 v20`, p.pale, 6)),
      ),
      group(
        'translate(-30 110)',
        oval(0, 120, 150, 30, p.deep, 'opacity="0.4"'),
        box(-150, -30, 300, 140, 66, p.accentFill),
        line('M-80 -26 q80 40 160 0', '#ffffff', 8, 'opacity="0.4"'),
        dot(0, -12, 11, p.paper),
      ),
    ].join(''),
};
