/** Connections of a process. */
export const USUAL_POOL = 10;
