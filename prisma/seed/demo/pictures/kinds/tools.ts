import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const drill: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-300, -98, 96, 13, 6, p.steelFill),
      shape('M-212 -118 h44 l26 -16 v84 l-26 -16 h-44Z', p.inkFill),
      shape('M-146 -166 h246 q74 0 74 70 v10 q0 70 -74 70 h-246Z', p.mainFill),
      box(-96, -150, 34, 118, 8, p.ink, 'opacity="0.85"'),
      times(4, (i) => box(60 + i * 22, -130, 10, 76, 5, p.deep)),
      shape('M38 -20 h112 l26 190 h-112Z', p.inkFill),
      shape('M-2 6 q26 0 40 22 l8 42 h-26 q-26 -20 -22 -64Z', p.accentFill),
      box(22, 160, 206, 88, 20, p.mainFill),
      box(22, 200, 206, 60, 18, p.inkFill),
      box(60, 216, 90, 16, 8, p.accent, 'opacity="0.9"'),
      shape('M-120 -152 h200 q40 0 56 22 h-256Z', '#ffffff', 'opacity="0.28"'),
    ].join(''),
};

export const toolbox: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-120 -30 v-70 q0 -44 44 -44 h152 q44 0 44 44 v70', p.ink, 30),
      shape('M-280 -40 h560 l26 80 h-612Z', p.mainFill),
      box(-300, 36, 600, 224, 22, p.mainFill),
      box(-300, 36, 600, 34, 10, p.deep, 'opacity="0.6"'),
      box(-190, 20, 70, 84, 10, p.steelFill),
      box(120, 20, 70, 84, 10, p.steelFill),
      box(-70, 120, 140, 60, 12, p.deep, 'opacity="0.45"'),
      group(
        'translate(-238 -44) rotate(-18)',
        box(-10, -150, 20, 120, 6, p.woodFill),
        box(-48, -196, 96, 46, 10, p.steelFill),
      ),
      group(
        'translate(232 -44) rotate(14)',
        box(-16, -96, 32, 90, 14, p.accentFill),
        box(-6, -190, 12, 100, 3, p.steelFill),
      ),
    ].join(''),
};

export const ladder: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M60 -300 L236 256', p.deep, 20),
      line('M20 -300 L150 256', p.deep, 16),
      times(5, (i) => box(-128 - i * 24, -190 + i * 92, 210 + i * 34, 24, 8, p.steelFill)),
      line('M-60 -306 L-244 254', p.main, 26),
      line('M40 -306 L96 254', p.main, 26),
      box(-88, -322, 160, 40, 12, p.accentFill),
      box(-266, 238, 50, 22, 8, p.ink),
      box(72, 238, 50, 22, 8, p.ink),
      box(128, 240, 40, 20, 8, p.ink),
      box(216, 240, 40, 20, 8, p.ink),
    ].join(''),
};

export const saw: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      ring(-40, 90, 150, '#aab4bb', 22, '#d9dfe3'),
      times(24, (i) =>
        group(`translate(-40 90) rotate(${i * 15})`, shape('M-10 -156 L12 -182 L16 -152Z', '#9aa5ad')),
      ),
      dot(-40, 90, 30, p.ink),
      shape('M-214 40 q20 -190 190 -190 h120 q70 0 70 60 v60 h-190 q-90 0 -100 70Z', p.mainFill),
      box(60, -90, 190, 96, 40, p.inkFill),
      line('M-110 -150 q60 -110 200 -80 q80 20 90 110', p.ink, 44),
      box(-60, -238, 120, 34, 17, p.accentFill),
      box(-290, 204, 560, 26, 8, p.steelFill),
      shape(
        'M-150 -60 q40 -70 120 -76',
        'none',
        'stroke="#ffffff" stroke-width="14" opacity="0.35" stroke-linecap="round"',
      ),
      times(4, (i) => box(110 + i * 30, -66, 12, 50, 6, '#4a545d')),
    ].join(''),
};

export const pressureWasher: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-60 -170 v-60 q0 -40 40 -40 h80 q40 0 40 40 v60', p.ink, 24),
      shape('M-130 -180 h260 q40 0 46 40 l30 300 h-382 l10 -300 q6 -40 36 -40Z', p.mainFill),
      box(-110, -120, 220, 120, 26, p.inkFill),
      ring(0, -60, 40, p.accent, 14, p.paper),
      line('M0 -60 l20 -20', p.ink, 8),
      box(-170, 140, 360, 60, 24, p.deep),
      dot(-130, 200, 60, p.ink),
      dot(150, 200, 60, p.ink),
      dot(-130, 200, 24, p.paper),
      dot(150, 200, 24, p.paper),
      line('M190 30 q120 40 80 150 q-30 70 60 70', p.accent, 16),
      line('M-200 240 L-316 -90', p.ink, 18),
      line('M-316 -90 l-6 -40', p.accent, 26),
    ].join(''),
};

export const sander: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-190 60 q0 -170 150 -180 h90 q150 10 150 180Z', p.mainFill),
      shape('M-110 -100 q60 -110 150 -80 q110 40 120 130 q-60 30 -270 10Z', p.inkFill),
      box(-210, 56, 430, 60, 26, p.inkFill),
      box(-250, 116, 510, 70, 14, p.steelFill),
      box(-250, 186, 510, 46, 8, '#c9a06a'),
      line('M220 0 q90 -10 90 90 t40 130', p.ink, 16),
      box(-90, -10, 120, 36, 18, p.accentFill),
      times(5, (i) => dot(70 + i * 26, 84, 7, '#4a545d')),
      faded(
        0.3,
        shape('M-160 30 q20 -120 120 -130', 'none', 'stroke="#fff" stroke-width="16" stroke-linecap="round"'),
      ),
    ].join(''),
};

export const glueGun: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      box(-180, -130, 300, 96, 40, p.mainFill),
      shape('M-180 -112 l-70 26 v16 l70 26Z', p.steelFill),
      oval(-252, -78, 14, 12, p.accent),
      shape('M20 -60 h110 q20 130 60 240 q-60 40 -120 10 q-40 -120 -50 -250Z', p.inkFill),
      line('M-6 -30 q-10 80 46 96', p.accent, 20),
      box(112, -98, 170, 30, 12, '#f0e2b8', 'opacity="0.92"'),
      box(-130, 130, 110, 26, 13, '#f0e2b8'),
      box(-170, 176, 130, 26, 13, '#f5ebcb'),
      box(-150, -112, 190, 20, 10, '#ffffff', 'opacity="0.35"'),
    ].join(''),
};
