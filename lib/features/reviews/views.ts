export interface ReviewView {
  id: string;
  stars: number;
  body: string;
  createdAt: string;
  reviewer: { id: string; nickname: string | null; avatarUrl: string | null };
  item: { id: string; title: string; isGone: boolean };
  /** length of the rental that it is about */
  rental: { startsAt: string; endsAt: string };
}
