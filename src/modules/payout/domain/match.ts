import { networkOf } from "../../../lib/ip-network"
import { phoneKey } from "../../../lib/phone"

/** What a buyer and a shop may have in common that two strangers have not. */
export const MATCH_KINDS = ["login", "device", "email", "phone", "address", "bank_account", "card"] as const

export type MatchKind = (typeof MATCH_KINDS)[number]

export type PartyAddress = {
  address_1: string | null
  address_2: string | null
  city: string | null
  province: string | null
  country_code: string | null
}

/** One sign-in, from its first to its last request. */
export type PartyDevice = { ip_address: string | null; device: string | null; from: Date; to: Date }

/** What is known of one side of a sale. It lives as long as the comparison: only the kinds that match are kept. */
export type Party = {
  logins: string[]
  devices: PartyDevice[]
  emails: string[]
  phones: { number: string; country_code: string | null }[]
  addresses: PartyAddress[]
  /** Bank and number of the accounts that their money goes to. */
  bank_accounts: string[]
  /** Addresses that somebody has paid under with a card of this side's. */
  card_emails: string[]
}

/** In what a buyer and a shop are the same, in the order of the kinds. */
export function matchesOf(buyer: Party, shop: Party): MatchKind[] {
  const found: Record<MatchKind, boolean> = {
    login: haveCommon(buyer.logins, shop.logins),
    device: buyer.devices.some((one) => shop.devices.some((other) => isSameDevice(one, other))),
    email: haveCommon(buyer.emails.map(emailKey), shop.emails.map(emailKey)),
    phone: haveCommon(phonesOf(buyer), phonesOf(shop)),
    address: buyer.addresses.some((one) => shop.addresses.some((other) => isSameAddress(one, other))),
    bank_account: haveCommon(buyer.bank_accounts, shop.bank_accounts),
    card:
      haveCommon(buyer.card_emails.map(emailKey), shop.emails.map(emailKey)) ||
      haveCommon(shop.card_emails.map(emailKey), buyer.emails.map(emailKey)),
  }

  return MATCH_KINDS.filter((kind) => found[kind])
}

function haveCommon(left: (string | null)[], right: (string | null)[]): boolean {
  const known = new Set(left.filter((value) => value !== null))

  return right.some((value) => value !== null && known.has(value))
}

const GOOGLE = ["gmail.com", "googlemail.com"]

/** The mailbox that an address reaches: tags after a plus lead to the same one, and Google reads over full stops. */
export function emailKey(email: string): string | null {
  const parts = email.normalize("NFKC").trim().toLowerCase().split("@")
  const [name = "", host = ""] = parts
  const mailbox = name.split("+", 1)[0] ?? ""
  const isGoogle = GOOGLE.includes(host)
  const local = isGoogle ? mailbox.replaceAll(".", "") : mailbox

  return parts.length === 2 && local && host ? `${local}@${isGoogle ? "gmail.com" : host}` : null
}

const phonesOf = ({ phones }: Party) =>
  phones.map(({ number, country_code }) => phoneKey(number, country_code))

const SHORT_WORDS: Record<string, string> = {
  ave: "avenue",
  av: "avenue",
  blvd: "boulevard",
  cl: "close",
  cres: "crescent",
  crs: "crescent",
  dr: "drive",
  est: "estate",
  expy: "expressway",
  hwy: "highway",
  ln: "lane",
  rd: "road",
  sq: "square",
  str: "street",
  st: "street",
}

/** Words that say nothing: `No. 12`, `Plot 12`. */
const FILLERS = ["no", "number", "nr", "plot", "house", "hse", "blk", "block"]

function wordsOf(text: string | null): string[] {
  const plain = (text ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    // `12A` and `12 a` are one house.
    .replace(/(\d)(?=\p{L})|(\p{L})(?=\d)/gu, "$& ")
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

  return words.map((word) => SHORT_WORDS[word] ?? word).filter((word) => !FILLERS.includes(word))
}

type Place = { house: string; flat: string; city: string; country: string }

/**
 * Null unless it names one house: a number and the street. A town, a market or a landmark is shared by people who have
 * never met.
 */
function placeOf({ address_1, address_2, city, province, country_code }: PartyAddress): Place | null {
  const around = [...wordsOf(city), ...wordsOf(province)]
  const house = wordsOf(address_1).filter((word) => !around.includes(word))
  const isOne = house.some((word) => /\d/.test(word)) && house.some((word) => /\p{L}{3,}/u.test(word))
  const text = (words: string[]) => words.toSorted().join(" ")

  return isOne
    ? {
        house: text(house),
        flat: text(wordsOf(address_2)),
        city: text(wordsOf(city)),
        country: (country_code ?? "").toLowerCase(),
      }
    : null
}

/** What only one side says does not part them: a town or a flat that is left out may be the other's. */
const mayBeSame = (left: string, right: string) => !left || !right || left === right

function isSameAddress(left: PartyAddress, right: PartyAddress): boolean {
  const [one, other] = [placeOf(left), placeOf(right)]

  return (
    one !== null &&
    other !== null &&
    one.house === other.house &&
    mayBeSame(one.flat, other.flat) &&
    mayBeSame(one.city, other.city) &&
    mayBeSame(one.country, other.country)
  )
}

const DAY_MS = 86_400_000

/** Addresses that never reach a server from outside: a proxy's own, the same for everybody behind it. */
const PRIVATE = [
  /^0\./,
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^(0:0:0:0|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:)/,
]

/**
 * The same browser in the same network within a day. Neither is enough: a mobile network puts many people behind one
 * address, and every telephone of a model says the same.
 */
function isSameDevice(one: PartyDevice, other: PartyDevice): boolean {
  if (!one.device || one.device !== other.device || !one.ip_address || !other.ip_address) {
    return false
  }
  const network = networkOf(one.ip_address)
  const isNear =
    one.from.getTime() - DAY_MS <= other.to.getTime() && other.from.getTime() - DAY_MS <= one.to.getTime()

  return isNear && network === networkOf(other.ip_address) && !PRIVATE.some((range) => range.test(network))
}
