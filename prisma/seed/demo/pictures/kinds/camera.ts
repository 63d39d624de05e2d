import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const camera: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-270, -110, 540, 350, 44, p.inkFill),
      shape('M-110 -110 l34 -80 h152 l34 80Z', p.inkFill),
      box(-270, -20, 540, 180, 0, p.mainFill),
      box(-220, -140, 90, 34, 12, p.steelFill),
      dot(186, -122, 34, p.steelFill),
      ring(0, 70, 150, p.ink, 26, '#4a545d'),
      ring(0, 70, 104, '#2b3138', 16, '#161b20'),
      dot(0, 70, 78, p.glassFill),
      dot(0, 70, 42, '#27405099'),
      dot(-34, 32, 22, '#ffffff', 'opacity="0.75"'),
      box(188, -70, 56, 30, 8, p.accentFill),
      box(-36, -172, 72, 34, 6, p.glassFill),
      line('M-270 -60 q-70 40 -60 190', p.deep, 18),
    ].join(''),
};

export const lens: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-150, -250, 300, 90, 18, p.inkFill),
      box(-170, -170, 340, 220, 20, p.inkFill),
      times(16, (i) => box(-164 + i * 21, -130, 10, 110, 4, '#4a545d')),
      box(-170, 20, 340, 24, 6, p.accentFill),
      box(-140, 44, 280, 150, 16, p.inkFill),
      times(13, (i) => box(-132 + i * 21, 70, 10, 70, 4, '#4a545d')),
      box(-120, 190, 240, 56, 10, p.steelFill),
      oval(0, -250, 150, 40, p.ink),
      oval(0, -250, 116, 28, p.glassFill),
      shape(
        'M-80 -254 q30 -18 90 -16',
        'none',
        'stroke="#fff" stroke-width="9" stroke-linecap="round" opacity="0.8"',
      ),
    ].join(''),
};

export const tripod: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M0 -110 L-190 256 M0 -110 L190 256', p.inkFill, 22),
      line('M-100 82 L-190 256 M100 82 L190 256', p.steelFill, 13),
      line('M0 -110 V256', p.inkFill, 22),
      line('M0 80 V256', p.steelFill, 13),
      line('M-74 40 L74 40', p.ink, 8),
      box(-46, -160, 92, 70, 16, p.mainFill),
      line('M40 -120 L170 -60', p.ink, 16),
      box(-60, -190, 120, 34, 8, p.accentFill),
      group(
        'translate(0 -250) scale(0.42)',
        box(-220, -120, 440, 260, 36, p.inkFill),
        ring(0, 20, 96, '#59636d', 20, '#1a1f24'),
        dot(0, 20, 54, p.glassFill),
        box(-150, -160, 90, 50, 10, p.inkFill),
      ),
    ].join(''),
};

export const camcorder: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-240, -90, 400, 220, 40, p.inkFill),
      box(-300, -60, 90, 160, 20, p.ink),
      oval(-304, 20, 22, 60, p.glassFill),
      box(-120, -50, 250, 140, 20, p.mainFill),
      shape('M150 -100 l170 -40 v230 l-170 -20Z', p.inkFill),
      shape('M166 -82 l138 -34 v186 l-138 -16Z', p.glassFill),
      line('M-160 -90 q20 -90 150 -80 h80', p.ink, 32),
      box(-20, -190, 120, 36, 18, p.steelFill),
      dot(90, 60, 15, '#d8453e'),
      line('M-180 130 q180 70 300 0', p.deep, 26),
      shape('M-60 130 h100 l20 124 h-140Z', p.steelFill),
    ].join(''),
};

export const gimbal: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      box(-34, 0, 68, 258, 32, p.inkFill),
      dot(0, 60, 22, p.accentFill),
      box(-14, 100, 28, 50, 12, '#59636d'),
      line('M0 0 q0 -70 90 -80 q90 -10 90 -110', p.inkFill, 34),
      dot(180, -190, 38, p.mainFill),
      dot(0, -10, 40, p.mainFill),
      group(
        'translate(10 -190) rotate(-4)',
        box(-230, -70, 380, 180, 26, p.ink),
        box(-214, -56, 348, 152, 14, '#8fc4dd'),
        shape('M-214 60 q90 -80 160 -20 q70 -60 188 0 v46 q0 10 -10 10 h-328 q-10 0 -10 -10Z', '#7fae8f'),
        dot(70, -10, 22, '#fff2b8'),
      ),
    ].join(''),
};

export const instantCamera: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'translate(170 120) rotate(14)',
        box(-90, -110, 180, 220, 6, '#fffdf7'),
        box(-74, -94, 148, 150, 2, p.pale),
        shape('M-74 56 v-60 q50 -50 80 -10 q30 -30 68 0 v70Z', p.deep),
        dot(30, -50, 20, p.accent),
      ),
      group(
        'translate(-60 -10) rotate(-6)',
        box(-210, -180, 420, 360, 70, p.mainFill),
        box(-210, 90, 420, 90, 44, p.paperFill),
        ring(10, 0, 116, p.paper, 22, p.ink),
        dot(10, 0, 66, p.glassFill),
        dot(-16, -26, 20, '#fff', 'opacity="0.8"'),
        box(-170, -150, 110, 60, 14, '#fff6d8'),
        box(110, -146, 60, 50, 12, p.ink),
        dot(160, -40, 20, p.accentFill),
        box(-130, 126, 260, 16, 8, p.ink),
      ),
    ].join(''),
};

export const ringLight: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M0 70 V180 M0 160 L-120 256 M0 160 L120 256 M0 160 V250', p.inkFill, 16),
      dot(0, -110, 214, '#fff3cf', 'opacity="0.45"'),
      ring(0, -110, 158, p.paper, 58),
      ring(0, -110, 158, '#fff7df', 40),
      ring(0, -110, 188, p.main, 8),
      ring(0, -110, 126, p.main, 6),
      group(
        'translate(0 -110)',
        box(-46, -86, 92, 172, 16, p.inkFill),
        box(-38, -76, 76, 152, 8, p.glassFill),
      ),
      box(-14, 46, 28, 40, 8, p.accent),
    ].join(''),
};

export const screen: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M0 150 L-140 256 M0 150 L140 256 M0 -290 V256', p.inkFill, 14),
      box(-330, -270, 660, 420, 4, '#2b3138'),
      box(-312, -252, 624, 376, 0, '#fffdf7'),
      shape('M-312 124 v-130 q130 -120 250 -30 q110 -110 374 10 v150Z', p.pale),
      shape('M-312 124 v-60 q200 -90 624 -10 v70Z', p.mainFill, 'opacity="0.8"'),
      dot(170, -140, 52, p.accent, 'opacity="0.9"'),
      box(-340, -300, 680, 36, 16, p.steelFill),
      faded(0.5, box(-330, 144, 660, 14, 6, p.ink)),
      times(2, (i) => dot(i ? 140 : -140, 256, 11, p.ink)),
    ].join(''),
};
