/** A clock time of the day as it is typed: 08:20. A time field of the browser may show it with AM and PM. */
export const clockPattern = '([01]\\d|2[0-3]):[0-5]\\d';
