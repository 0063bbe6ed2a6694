/**
 * Digits after the point of currencies that do not have two, as Medusa counts them: the server's amounts in minor units go by
 * it. Browsers go by another table, in which shillings of Tanzania have two. `@medusajs/framework` is too large to be sent to one.
 */
const DIGITS: Record<string, number> = Object.fromEntries([
  ...[
    "afn",
    "all",
    "amd",
    "bif",
    "clp",
    "cop",
    "crc",
    "djf",
    "gnf",
    "huf",
    "idr",
    "iqd",
    "irr",
    "irt",
    "isk",
    "jpy",
    "kmf",
    "krw",
    "lbp",
    "mga",
    "mmk",
    "mnt",
    "mur",
    "pkr",
    "pyg",
    "rsd",
    "rwf",
    "sos",
    "syp",
    "tzs",
    "ugx",
    "uzs",
    "vnd",
    "xaf",
    "xof",
    "xpf",
    "yer",
    "zmk",
    "zwl",
  ].map((code) => [code, 0]),
  ...["bhd", "jod", "kwd", "lyd", "omr", "tnd"].map((code) => [code, 3]),
])

/** Digits after the point that the dashboard reads and writes amounts of the currency with. */
export const digitsOfCurrency = (currency_code: string): number => DIGITS[currency_code.toLowerCase()] ?? 2
