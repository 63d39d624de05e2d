export const SCORE_BANDS = ['none', 'red', 'orange', 'blue', 'green'] as const;
export type ScoreBand = (typeof SCORE_BANDS)[number];

/**
 * Score of a member (PRODUCT.md 4): mean of the stars received × 20, rounded.
 *
 * @returns 20 to 100, or null before the first review
 */
export function scoreOf(starSum: number, reviewCount: number): number | null {
  return reviewCount === 0 ? null : Math.round((starSum / reviewCount) * 20);
}

/** Bands of PRODUCT.md 4: 80+ green, 60+ blue, 31+ orange, below red. */
export function bandOf(score: number | null): ScoreBand {
  if (score === null) return 'none';
  if (score >= 80) return 'green';
  if (score >= 60) return 'blue';
  return score >= 31 ? 'orange' : 'red';
}
