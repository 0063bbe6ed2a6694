import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max"

export type Phone = {
  /** E.164, the one form in which a number is stored, compared and sent to. */
  number: string
  /** ISO 3166 alpha-2. */
  country: string
}

const MOBILE = ["MOBILE", "FIXED_LINE_OR_MOBILE"]

/** Reads a mobile phone number; one without a country belongs to the default one. Null for anything else. */
export function parsePhone(text: string, defaultCountry: string): Phone | null {
  if (text.length > 32 || !isSupportedCountry(defaultCountry)) {
    return null
  }
  const phone = parsePhoneNumberFromString(text, { defaultCountry, extract: false })
  const type = phone?.getType()
  if (!phone?.country || phone.ext || !phone.isValid() || !type || !MOBILE.includes(type)) {
    return null
  }

  return { number: phone.number, country: phone.country satisfies CountryCode }
}

/** The one form of a number of any kind, to compare it; null for what is no number. */
export function phoneKey(given: string, country: string | null): string | null {
  // Written so in most countries, whatever is dialled from the one it is read for.
  const text = given.trim().replace(/^00/, "+")
  const home = country?.toUpperCase()
  const defaultCountry = home && isSupportedCountry(home) ? home : undefined
  const phone =
    text.length > 32 ? undefined : parsePhoneNumberFromString(text, { defaultCountry, extract: false })

  return phone?.isPossible() ? phone.number : null
}
