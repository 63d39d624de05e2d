/** Items that one member posts: more than anybody has to lend. */
export const MOST_ITEMS_AN_HOUR = 30;
