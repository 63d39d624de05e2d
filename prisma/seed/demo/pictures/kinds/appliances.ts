import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const vacuum: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M118 -200 L-150 214', p.steelFill, 26),
      line('M118 -200 L-150 214', '#b4bdc5', 24),
      shape('M-290 208 q10 -50 70 -50 h120 q50 0 60 50 v46 h-250Z', p.mainFill),
      box(-290, 232, 250, 26, 8, p.ink),
      group(
        'translate(110 -190) rotate(33)',
        box(-60, -70, 120, 200, 46, p.mainFill),
        box(-48, 20, 96, 140, 26, p.glassFill, 'opacity="0.9"'),
        box(-34, 60, 68, 80, 18, p.deep, 'opacity="0.5"'),
        line('M60 -50 q90 -10 86 80 q-6 60 -80 60', p.ink, 30),
        dot(0, -38, 26, p.accentFill),
      ),
    ].join(''),
};

export const fan: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-12, 40, 24, 190, 8, p.steelFill),
      oval(0, 240, 130, 24, p.inkFill),
      ring(0, -90, 190, p.steelFill, 14, '#ffffff44'),
      times(5, (i) =>
        group(
          `translate(0 -90) rotate(${i * 72})`,
          shape('M0 -20 C-70 -60 -70 -160 10 -166 C70 -150 50 -60 0 -20Z', p.mainFill),
        ),
      ),
      faded(
        0.5,
        times(16, (i) => group(`translate(0 -90) rotate(${i * 22.5})`, line('M0 -40 V-186', '#8b949d', 4))),
      ),
      ring(0, -90, 120, '#8b949d', 4),
      dot(0, -90, 42, p.accentFill),
      box(-26, 110, 52, 60, 18, p.inkFill),
    ].join(''),
};

export const heater: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      oval(0, 240, 170, 26, p.inkFill),
      box(-30, 150, 60, 90, 14, p.inkFill),
      box(-190, -280, 380, 460, 80, p.mainFill),
      box(-150, -240, 300, 380, 56, '#332a26'),
      times(3, (i) => box(-100 + i * 80, -200, 40, 300, 20, '#f28a3c')),
      times(3, (i) => box(-92 + i * 80, -200, 14, 300, 7, '#ffd9a0', 'opacity="0.85"')),
      faded(
        0.55,
        times(6, (i) => line(`M-150 ${-190 + i * 56} H150`, '#c9bfb2', 6)),
      ),
    ].join(''),
};

export const humidifier: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      faded(0.55, dot(10, -230, 40, '#ffffff'), dot(60, -270, 54, '#ffffff'), dot(-30, -290, 36, '#ffffff')),
      shape('M-130 -120 q0 -60 130 -60 t130 60 l40 320 q4 58 -60 58 h-220 q-64 0 -60 -58Z', p.paperFill),
      shape('M-154 70 h308 l16 130 q4 58 -60 58 h-220 q-64 0 -60 -58Z', p.mainFill),
      oval(0, -158, 54, 16, p.ink),
      box(-60, 150, 120, 40, 20, '#ffffff', 'opacity="0.35"'),
      dot(0, 170, 13, p.accent),
      shape('M-96 -96 q10 -30 40 -36 l-40 190 h-30Z', '#ffffff', 'opacity="0.7"'),
    ].join(''),
};

export const steamer: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-290 230 q20 -190 210 -220 h200 q120 0 130 100 l14 120Z', p.mainFill),
      line('M-110 10 q60 -140 220 -120 q120 14 126 150', p.deep, 46),
      box(-300, 226, 580, 32, 14, p.steelFill),
      dot(30, 120, 34, p.accentFill),
      shape(
        'M-220 190 q20 -110 130 -134',
        'none',
        'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.4"',
      ),
      faded(
        0.6,
        times(3, (i) => line(`M${-330 - i * 4} ${180 - i * 46} q-36 -12 -60 4`, '#ffffff', 14)),
      ),
      line('M236 40 q90 -30 84 -140', p.ink, 14),
    ].join(''),
};

export const purifier: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-170, -290, 340, 548, 60, p.paperFill),
      box(-170, -290, 340, 90, 50, p.mainFill),
      times(7, (i) => box(-110, -270 + i * 9, 220, 4, 2, p.deep)),
      ring(0, -80, 62, p.pale, 12, '#ffffff'),
      dot(0, -80, 30, p.accent),
      times(9, (i) => times(7, (j) => dot(-108 + j * 36, 40 + i * 22, 6, '#cdc4b5'))),
      box(-150, 244, 70, 16, 6, p.ink),
      box(80, 244, 70, 16, 6, p.ink),
    ].join(''),
};

export const sewingMachine: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape(
        'M-270 -150 q0 -60 60 -60 h360 q90 0 90 90 v290 h-150 v-210 h-250 v100 h-80 q-30 0 -30 -30Z',
        p.mainFill,
      ),
      box(-300, 160, 570, 96, 20, p.paperFill),
      box(-226, 60, 12, 80, 3, p.steelFill),
      box(-250, 136, 66, 16, 4, p.steelFill),
      shape('M-300 152 h240 q40 20 80 0 l20 34 h-340Z', p.accentFill),
      dot(244, -80, 46, p.inkFill),
      dot(244, -80, 16, p.steelFill),
      box(60, -260, 36, 60, 8, p.accentFill),
      dot(170, -30, 24, p.paper),
      dot(170, 40, 18, p.paper),
      shape(
        'M-230 -180 h330',
        'none',
        'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity="0.35"',
      ),
    ].join(''),
};

export const robotVacuum: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      oval(0, 190, 280, 74, p.ink),
      oval(0, 160, 280, 84, p.mainFill),
      oval(0, 150, 240, 66, p.paperFill),
      oval(0, 132, 84, 28, p.inkFill),
      box(-84, 108, 168, 26, 4, p.inkFill),
      oval(0, 108, 84, 26, '#59636d'),
      oval(0, 190, 14, 6, p.accent),
      dot(-150, 164, 9, p.accent),
      shape(
        'M-210 140 q40 -50 150 -56',
        'none',
        'stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.6"',
      ),
    ].join(''),
};
