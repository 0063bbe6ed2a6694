/**
 * What a carrier's number looks like, as JavaScript and PostgreSQL both read it: 5 to 40 letters, digits and signs between them,
 * with a digit among them. It tells a number from "none" and "sent by bike", not a true number from an invented one.
 */
export const TRACKING_FORM = "^(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9 ._/-]{3,38}[A-Za-z0-9]$"

export const isTrackingNumber = (text: string | null): boolean =>
  text !== null && new RegExp(TRACKING_FORM).test(text)
