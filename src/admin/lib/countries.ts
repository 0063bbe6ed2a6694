/** Where shops are mostly; they stand first in a list. */
const NEAR = ["NG", "GH", "KE", "ZA", "CI", "SN", "BJ", "TG", "CM", "UG", "TZ", "RW"]

/** The rest of what the server takes as a country. */
const OTHERS =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CK CL CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU SA SB SC SD SE SG SH SI SJ SK SL SM SO SR SS ST SV SX SY SZ TC TD TF TH TJ TK TL TM TN TO TR TT TV TW UA UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZM ZW".split(
    " "
  )

export type Country = { value: string; label: string }

/** Countries by their names in the language of the dashboard. */
export function countriesIn(language: string): Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" })
  const named = (codes: string[]) =>
    codes
      .map((code) => ({ value: code.toLowerCase(), label: names.of(code) ?? code }))
      .sort((one, other) => one.label.localeCompare(other.label, language))

  return [...named(NEAR), ...named(OTHERS)]
}

/** How the countries of a list are called, in the order of their names. */
export const countryNames = (codes: string[], language: string): string[] => {
  const names = new Intl.DisplayNames(language, { type: "region" })

  return codes
    .map((code) => names.of(code.toUpperCase()) ?? code)
    .sort((one, other) => one.localeCompare(other, language))
}
