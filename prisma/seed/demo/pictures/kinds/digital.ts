import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const laptop: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-250, -170, 500, 330, 22, p.inkFill),
      box(-232, -152, 464, 288, 8, p.glassFill),
      shape('M-232 60 q120 -130 230 -40 t234 -60 v168 q0 8 -8 8 h-448 q-8 0 -8 -8Z', p.mainFill),
      dot(120, -80, 44, p.accent, 'opacity="0.9"'),
      shape('M-300 160 h600 l28 60 q4 26 -26 26 h-604 q-30 0 -26 -26Z', p.steelFill),
      shape('M-246 172 h492 l14 38 h-520Z', '#4a545d', 'opacity="0.75"'),
      box(-70, 218, 140, 20, 8, '#98a3ac'),
      shape('M-232 -152 h220 l-150 288 h-70Z', '#ffffff', 'opacity="0.13"'),
    ].join(''),
};

export const tablet: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      group(
        'rotate(-6)',
        box(-190, -260, 380, 500, 34, p.inkFill),
        box(-166, -236, 332, 452, 14, p.paperFill),
        shape('M-166 40 q90 -90 160 -20 t172 -30 v212 q0 14 -14 14 h-304 q-14 0 -14 -14Z', p.mainFill),
        dot(70, -120, 46, p.accent),
        line('M-120 -170 q60 -30 110 20', p.deep, 10),
      ),
      group(
        'translate(266 20) rotate(14)',
        box(-12, -220, 24, 400, 12, p.paperFill),
        shape('M-12 180 h24 l-12 46Z', p.ink),
      ),
    ].join(''),
};

export const monitor: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-40 120 h80 l18 110 h-116Z', p.steelFill),
      box(-150, 226, 300, 30, 15, p.steelFill),
      box(-310, -250, 620, 390, 20, p.inkFill),
      box(-292, -232, 584, 336, 6, p.mainFill),
      shape('M-292 104 v-110 l150 -110 l140 96 l120 -60 l174 90 v94Z', p.deep, 'opacity="0.7"'),
      dot(170, -150, 42, p.accent),
      shape('M-292 -232 h260 l-190 336 h-70Z', '#ffffff', 'opacity="0.12"'),
    ].join(''),
};

export const projector: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      faded(0.35, shape('M-130 60 L-560 -230 V250Z', '#fff3c4')),
      box(-240, -40, 500, 250, 46, p.paperFill),
      box(-240, 130, 500, 80, 40, p.mainFill),
      ring(-120, 70, 92, p.ink, 18, '#4a545d'),
      dot(-120, 70, 58, p.glassFill),
      dot(-142, 46, 18, '#ffffff', 'opacity="0.7"'),
      times(6, (i) => box(70 + i * 26, 20, 12, 76, 6, '#b9b1a3')),
      dot(70, 168, 10, p.accent),
      box(110, 162, 90, 12, 6, '#ffffff', 'opacity="0.6"'),
      box(-190, 208, 50, 46, 10, p.ink),
      box(160, 208, 50, 46, 10, p.ink),
    ].join(''),
};

export const printer: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-170 -90 l24 -170 h292 l24 170Z', p.paperFill),
      box(-290, -100, 580, 260, 34, p.paperFill),
      box(-290, 20, 580, 140, 34, p.mainFill),
      box(-230, -64, 150, 46, 10, p.inkFill),
      dot(200, -40, 18, p.accent),
      dot(148, -40, 12, '#9aa5ad'),
      box(-200, 66, 400, 26, 10, p.ink),
      shape('M-170 84 h340 l30 150 h-400Z', '#ffffff'),
      faded(
        0.6,
        box(-130, 120, 200, 14, 7, p.pale),
        box(-138, 150, 260, 14, 7, p.pale),
        box(-146, 180, 150, 14, 7, p.pale),
      ),
      box(-250, 226, 500, 30, 12, p.ink),
    ].join(''),
};

export const speaker: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-170, -260, 340, 516, 56, p.mainFill),
      box(-140, -230, 280, 456, 40, p.inkFill),
      ring(0, 80, 104, '#4a545d', 22, '#1f252b'),
      dot(0, 80, 44, p.accentFill),
      ring(0, -120, 58, '#4a545d', 14, '#1f252b'),
      dot(0, -120, 20, '#8b949d'),
      faded(0.25, shape('M-120 -190 q10 -30 60 -30 h60 q-90 40 -100 200 q-20 -100 -20 -170Z', '#ffffff')),
      line('M-80 -262 q0 -44 80 -44 t80 44', p.deep, 18),
    ].join(''),
};

export const drone: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    group(
      'translate(0 -70)',
      line('M-60 -20 L-240 -80 M60 -20 L240 -80', p.ink, 26),
      line('M-50 20 L-200 70 M50 20 L200 70', p.ink, 26),
      faded(0.55, oval(-240, -112, 130, 14, p.steelFill), oval(240, -112, 130, 14, p.steelFill)),
      faded(0.65, oval(-200, 36, 120, 14, p.steelFill), oval(200, 36, 120, 14, p.steelFill)),
      box(-258, -116, 36, 46, 10, p.deep),
      box(222, -116, 36, 46, 10, p.deep),
      box(-218, 34, 36, 46, 10, p.deep),
      box(182, 34, 36, 46, 10, p.deep),
      shape('M-110 -50 q110 -60 220 0 l-20 90 q-90 40 -180 0Z', p.mainFill),
      box(-44, 36, 88, 70, 22, p.inkFill),
      dot(0, 72, 24, p.glassFill),
      dot(70, -8, 10, p.accent),
      line('M-84 40 l-30 84 M84 40 l30 84', p.ink, 12),
    ),
};

export const headset: Drawing = {
  setting: 'table',
  draw: (p) =>
    group(
      'translate(0 66)',
      line('M-190 20 q-10 -250 190 -250 t190 250', p.inkFill, 54),
      shape(
        'M-260 -10 q0 -70 60 -76 h400 q60 6 60 76 v130 q0 70 -70 76 h-90 q-40 -60 -100 -60 t-100 60 h-90 q-70 -6 -70 -76Z',
        p.paperFill,
      ),
      shape(
        'M-220 0 q0 -46 44 -50 h352 q44 4 44 50 v80 q0 44 -44 50 h-66 q-40 -56 -110 -56 t-110 56 h-66 q-44 -6 -44 -50Z',
        p.inkFill,
      ),
      dot(-120, 36, 34, p.main),
      dot(120, 36, 34, p.main),
      shape('M-190 -30 q10 -10 60 -10 h80 q-100 20 -130 100 q-20 -50 -10 -90Z', '#ffffff', 'opacity="0.18"'),
    ),
};

export const phone: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      box(-140, -270, 280, 520, 52, p.inkFill),
      box(-122, -252, 244, 484, 38, p.mainFill),
      dot(40, -90, 64, p.accent, 'opacity="0.9"'),
      shape(
        'M-122 60 q70 -80 130 -10 t114 -30 v174 q0 38 -38 38 h-168 q-38 0 -38 -38Z',
        p.deep,
        'opacity="0.8"',
      ),
      box(-40, -238, 80, 22, 11, p.ink),
      times(4, (i) => box(-98 + i * 52, 166, 40, 40, 11, '#ffffff', 'opacity="0.75"')),
      shape('M-122 -200 q0 -52 38 -52 h100 l-138 300Z', '#ffffff', 'opacity="0.16"'),
    ].join(''),
};

export const watch: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      shape('M-74 -290 h148 l20 190 h-188Z', p.mainFill),
      shape('M-94 90 h188 l-20 180 h-148Z', p.mainFill),
      times(3, (i) => oval(0, 150 + i * 36, 12, 8, p.deep)),
      box(-140, -140, 280, 280, 84, p.inkFill),
      box(-116, -116, 232, 232, 66, '#10151a'),
      `<circle cx="0" cy="0" r="78" fill="none" stroke="${p.accent}" stroke-width="16" stroke-dasharray="340 500" stroke-linecap="round" transform="rotate(-90)"/>`,
      `<circle cx="0" cy="0" r="52" fill="none" stroke="${p.pale}" stroke-width="16" stroke-dasharray="220 400" stroke-linecap="round" transform="rotate(-90)"/>`,
      box(140, -34, 22, 68, 10, p.steelFill),
    ].join(''),
};
