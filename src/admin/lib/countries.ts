/** Where shops are mostly; they stand first in a list. */
const NEAR = ["NG", "GH", "KE", "ZA", "CI", "SN", "BJ", "TG", "CM", "UG", "TZ", "RW"]

const OTHERS =
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CL CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KG KH KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NI NL NO NP NZ OM PA PE PG PH PK PL PT PY QA RO RS RU SA SC SD SE SG SI SK SL SM SO SR SS ST SV SY SZ TD TH TJ TM TN TR TT TW UA US UY UZ VC VE VN YE ZM ZW".split(
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
