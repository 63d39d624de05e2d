import { box, dot, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

const wheel = (x: number, y: number, r: number, ink: string) =>
  ring(x, y, r, ink, 16) +
  ring(x, y, r - 14, '#c3cbd1', 5) +
  times(8, (i) =>
    group(`translate(${x} ${y}) rotate(${i * 22.5})`, line(`M0 ${-r + 16} V${r - 16}`, '#c3cbd1', 2.5)),
  ) +
  dot(x, y, 12, ink);

export const bicycle: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      wheel(-200, 130, 124, p.ink),
      wheel(200, 130, 124, p.ink),
      line('M-200 130 L-90 -80 L120 -90 L10 130 Z', p.main, 20),
      line('M-90 -80 L-10 130', p.main, 20),
      line('M200 130 L112 -130', p.deep, 18),
      line('M112 -130 q-10 -40 40 -44 q50 0 46 34', p.ink, 16),
      line('M-90 -80 l-14 -44', p.steelFill, 14),
      shape('M-160 -134 q60 -22 120 0 q0 22 -60 22 t-60 -22Z', p.ink),
      ring(0, 130, 36, p.ink, 9, p.accent),
      line('M0 130 l30 56', p.ink, 11),
      box(12, 182, 46, 13, 6, p.ink),
      line('M-200 120 L-4 96 M-200 142 L-4 164', '#59636d', 4),
    ].join(''),
};

export const eBike: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      wheel(-200, 150, 104, p.ink),
      wheel(200, 150, 104, p.ink),
      line('M-200 150 L-100 60 Q0 190 110 20', p.mainFill, 30),
      line('M-200 150 L-100 60 L-130 -110', p.deep, 20),
      line('M200 150 L96 -170', p.deep, 22),
      line('M96 -170 q-40 -20 -60 10', p.ink, 16),
      shape('M-200 -130 q70 -24 140 4 q-10 26 -70 24 t-70 -28Z', p.ink),
      box(-270, -20, 130, 18, 8, p.ink),
      shape('M124 -116 h130 l-18 104 h-96Z', '#c9a06a'),
      times(4, (i) => line(`M${140 + i * 28} -112 l4 96`, '#91602f', 5)),
      box(-112, 10, 60, 96, 16, p.inkFill),
      dot(-82, 40, 9, p.accent),
      dot(116, -84, 20, '#ffe9a8'),
    ].join(''),
};

export const kickboard: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M170 190 L120 -260', p.mainFill, 26),
      line('M50 -262 H190', p.ink, 22),
      box(98, -296, 50, 40, 12, p.inkFill),
      box(-240, 160, 400, 34, 16, p.inkFill),
      box(-220, 156, 340, 14, 7, p.accent),
      line('M150 176 L176 110', p.deep, 30),
      ring(196, 212, 48, p.ink, 20, p.steelFill),
      ring(-220, 212, 48, p.ink, 20, p.steelFill),
      shape('M-290 176 q20 -50 100 -34 l-6 20 q-60 -10 -74 26Z', p.mainFill),
      dot(136, -150, 18, '#ffe9a8'),
    ].join(''),
};

export const kidsBike: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      wheel(-150, 150, 104, p.ink),
      wheel(170, 150, 104, p.ink),
      ring(-100, 210, 46, p.ink, 16, '#fbf6ec'),
      line('M-150 150 L-50 10 L100 0 L20 150 Z', p.mainFill, 24),
      line('M170 150 L96 -60', p.accentFill, 24),
      line('M96 -60 q-30 -60 20 -90 q40 -14 70 10', p.ink, 16),
      dot(186, -138, 15, p.accent),
      line('M-50 10 l-12 -46', p.steelFill, 14),
      shape('M-120 -48 q60 -20 116 0 q-2 24 -58 24 t-58 -24Z', p.accentFill),
      shape('M110 -60 h100 l-12 76 h-76Z', '#f3e2bf'),
      times(3, (i) => line(`M${126 + i * 26} -56 l4 68`, '#cfa56a', 5)),
      line('M200 -140 q46 20 40 80 M200 -140 q60 0 66 50', p.accent, 6),
    ].join(''),
};

export const bikeTrailer: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M190 170 L350 210', p.ink, 16),
      shape('M-240 170 Q-240 -140 -40 -160 H90 Q180 -120 210 170Z', p.mainFill),
      shape('M-190 70 Q-180 -90 -40 -110 H-10 V80Z', p.glassFill),
      shape('M20 -112 H80 Q140 -70 160 84 H20Z', p.glassFill),
      box(-250, 130, 480, 50, 20, p.deep),
      wheel(-40, 150, 106, p.ink),
      line('M-200 120 V-210', '#8b949d', 7),
      shape('M-200 -210 l90 26 l-90 30Z', p.accent),
    ].join(''),
};

export const pump: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-150, -290, 200, 40, 18, p.inkFill),
      box(-58, -256, 16, 150, 5, p.steelFill),
      box(-90, -120, 80, 340, 20, p.mainFill),
      box(-160, 220, 220, 38, 14, p.inkFill),
      ring(-50, 150, 56, p.ink, 12, p.paper),
      line('M-50 150 l26 -24', '#d8453e', 7),
      line('M-10 110 q180 -60 170 60 q-10 90 80 60', p.ink, 16),
      box(226, 206, 70, 40, 14, p.accentFill),
    ].join(''),
};

export const wheelchair: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-130 -240 V60 M-130 -240 h-70', p.inkFill, 20),
      shape('M-140 -190 h46 v220 h-46Z', p.mainFill),
      box(-140, 20, 280, 50, 18, p.mainFill),
      line('M-130 -40 H110 V30', p.inkFill, 18),
      box(-60, -64, 170, 28, 14, p.ink),
      line('M130 50 L180 220 h70', p.inkFill, 18),
      wheel(-60, 110, 148, p.ink),
      ring(-60, 110, 122, p.accent, 8),
      ring(150, 216, 40, p.ink, 16, p.steelFill),
    ].join(''),
};

export const crutches: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const crutch =
      box(-50, -290, 100, 34, 17, p.inkFill) +
      line('M-38 -262 L-14 120 M38 -262 L14 120', p.steelFill, 14) +
      box(-44, -70, 88, 30, 14, p.mainFill) +
      box(-10, 110, 20, 120, 6, p.steelFill) +
      oval(0, 246, 24, 14, p.ink);
    return group('translate(-70 0) rotate(7)', crutch) + group('translate(90 0) rotate(-9)', crutch);
  },
};
