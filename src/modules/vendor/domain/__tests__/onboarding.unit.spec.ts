import fc from "fast-check"
import { accountNumberProblem, bankNameOf, hasNubanCheckDigit } from "../bank-account"
import { documentTypeOf } from "../document-type"
import {
  canFollow,
  openRequirements,
  REQUIREMENT_STATES,
  type RequirementFacts,
  type RequirementRow,
  requirementTransitions,
  viewRequirements,
} from "../requirement"
import { judgeShopAction, SHOP_ACTIONS, type ShopAction, shopActions } from "../shop-action"
import { completeSettings } from "../shop-settings"
import { canBecome, VENDOR_STATUSES, type VendorStatus } from "../vendor-status"
import { isVerified, payoutHoldDays } from "../verification"

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const nothing: RequirementFacts = {
  bank_account_at: null,
  is_bank_account_changed: false,
  phone_verified_at: null,
  agreement_version: "2",
}
const row = (over: Partial<RequirementRow>): RequirementRow => ({
  key: "documents",
  state: "submitted",
  reason: null,
  agreement_version: null,
  submitted_at: null,
  decided_by: null,
  decided_at: null,
  ...over,
})
const viewOf = (key: RequirementRow["key"], rows: RequirementRow[], facts = nothing) =>
  viewRequirements([key], rows, facts).find((view) => view.key === key)

describe("the checklist of a shop", () => {
  it("is open where nothing was handed in, found true, accepted or waived", () => {
    const keys = ["documents", "bank_account", "phone", "agreement"]
    const rows = [row({ key: "documents", state: "submitted" }), row({ key: "agreement", state: "waived" })]
    const facts = { ...nothing, bank_account_at: day(1) }

    expect(openRequirements(viewRequirements(keys, rows, facts))).toEqual(["documents", "phone"])
    expect(openRequirements(viewRequirements([], rows, nothing))).toEqual([])
  })

  it.each(["accepted", "waived", "rejected"] as const)(
    "holds what staff %s for the account that they saw, and puts another one before them",
    (state) => {
      const rows = [row({ key: "bank_account", state, reason: "seen", decided_at: day(5) })]
      const at = (number: number) => ({ ...nothing, bank_account_at: day(number) })

      for (const seen of [nothing, at(4), at(5)]) {
        expect(viewOf("bank_account", rows, seen)).toMatchObject({
          state,
          is_computed: false,
          reason: "seen",
        })
      }
      expect(viewOf("bank_account", rows, at(6))).toMatchObject({
        state: "submitted",
        is_computed: false,
        reason: null,
        submitted_at: day(6),
      })
      expect(openRequirements(viewRequirements(["bank_account"], rows, at(6)))).toEqual(["bank_account"])
    }
  )

  it("takes the first account as it is, and lets staff see the one that replaces it", () => {
    const at = (is_bank_account_changed: boolean) => ({
      ...nothing,
      bank_account_at: day(6),
      is_bank_account_changed,
    })
    const seen = [row({ key: "bank_account", state: "accepted", decided_at: day(7) })]

    expect(viewOf("bank_account", [], at(false))).toMatchObject({ state: "accepted", is_computed: true })
    expect(viewOf("bank_account", [], at(true))).toMatchObject({ state: "submitted", is_computed: false })
    expect(viewOf("bank_account", seen, at(true))?.state).toBe("accepted")
  })

  it("takes another phone as the answer to a rejected one", () => {
    const rejected = [row({ key: "phone", state: "rejected", reason: "not yours", decided_at: day(5) })]
    const at = (number: number) => ({ ...nothing, phone_verified_at: day(number) })

    expect(viewOf("phone", rejected, at(4))).toMatchObject({ state: "rejected", is_computed: false })
    expect(viewOf("phone", rejected, at(6))).toMatchObject({ state: "accepted", is_computed: true })
  })

  it("asks for the agreement again when the terms have a new version, but not when staff accepted on paper", () => {
    const accepted = (agreement_version: string | null) => [
      row({ key: "agreement", state: "accepted", agreement_version }),
    ]

    expect(viewOf("agreement", accepted("2"))?.state).toBe("accepted")
    expect(viewOf("agreement", accepted("1"))?.state).toBe("missing")
    expect(viewOf("agreement", accepted(null))?.state).toBe("accepted")
  })

  it("never turns what staff decided into a submission behind their back", () => {
    expect(canFollow("accepted", "submitted")).toBe(false)
    expect(canFollow("waived", "submitted")).toBe(false)
    expect(canFollow("missing", "rejected")).toBe(false)
    expect(REQUIREMENT_STATES.every((state) => !requirementTransitions[state].includes("missing"))).toBe(true)
  })
})

const judge = (action: ShopAction, status: VendorStatus, is_house = false) =>
  judgeShopAction(action, { status, is_house })

describe("an action on a shop", () => {
  it.each(SHOP_ACTIONS)("%s follows the table of statuses", (action) => {
    const { from, to } = shopActions[action]

    expect(from.every((status) => canBecome(status, to))).toBe(true)
    for (const status of VENDOR_STATUSES) {
      const verdict = judge(action, status)
      expect(verdict).toBe(status === to ? "done" : from.includes(status) ? "go" : "refused")
    }
  })

  it("approves nobody out of a suspension, and brings nobody back from a closing", () => {
    expect(judge("approve", "suspended")).toBe("refused")
    expect(judge("approve", "rejected")).toBe("refused")
    expect(SHOP_ACTIONS.filter((action) => judge(action, "closed") === "go")).toEqual([])
  })

  it("never closes the platform's own shop", () => {
    expect(judge("close", "approved", true)).toBe("refused")
    expect(judge("reject", "pending", true)).toBe("refused")
    expect(judge("suspend", "approved", true)).toBe("go")
  })
})

describe("an account number", () => {
  // The two examples of the Central Bank of Nigeria, and one whose check digit is not zero.
  it.each([
    ["011", "0000014579", true],
    ["011", "0000000220", true],
    ["011", "0000014570", false],
    ["058", "0000014579", false],
  ])("of the bank %s is %s: %s", (bank, number, isRight) => {
    expect(hasNubanCheckDigit(bank, number)).toBe(isRight)
  })

  it("of ten digits has exactly one right last digit", () => {
    fc.assert(
      fc.property(fc.constantFrom("011", "044", "058", "214"), fc.nat(999_999_999), (bank, serial) => {
        const start = String(serial).padStart(9, "0")
        const right = [..."0123456789"].filter((digit) => hasNubanCheckDigit(bank, `${start}${digit}`))
        expect(right).toHaveLength(1)
      })
    )
  })

  it.each([
    ["ngn", "011", "0000014579", true],
    ["ngn", "011", "0000014578", false],
    ["ngn", "011", "000001457", false],
    ["ngn", "011", "00000145790", false],
    ["ngn", "0111", "0000014579", false],
    ["ngn", "GCB", "0000014579", false],
    // A wallet, whose numbers are phone numbers.
    ["ngn", "999992", "8030000001", true],
    ["ghs", "GH010100", "1234567890123", true],
    ["ghs", "GH010100", "12", false],
    ["xof", "CI001", "CI93CI0080111301134291200589", true],
  ])("in %s at %s is %s: %s", (currency_code, bank_code, account_number, isRight) => {
    const problem = accountNumberProblem({ currency_code, bank_code, account_number })

    expect(problem === null).toBe(isRight)
    expect(problem ?? "").not.toContain(account_number)
  })

  it("names banks of Nigeria alone", () => {
    expect(bankNameOf({ bank_code: "058", currency_code: "ngn", account_number: "" })).toBe(
      "Guaranty Trust Bank"
    )
    expect(bankNameOf({ bank_code: "058", currency_code: "ghs", account_number: "" })).toBeNull()
    expect(bankNameOf({ bank_code: "999", currency_code: "ngn", account_number: "" })).toBeNull()
  })
})

describe("a document", () => {
  it.each([
    ["%PDF-1.7", "application/pdf"],
    ["\xff\xd8\xff\xe0JFIF", "image/jpeg"],
    ["\x89PNG\r\n\x1a\n", "image/png"],
    ["<svg xmlns='http://www.w3.org/2000/svg'/>", undefined],
    ["<!doctype html><script>", undefined],
    ["GIF89a", undefined],
    [" %PDF-1.7", undefined],
    ["\x89PN", undefined],
    ["", undefined],
  ])("that begins with %j is %s", (start, mime) => {
    expect(documentTypeOf(Buffer.from(start, "latin1"))?.mime_type).toBe(mime)
  })
})

describe("verification and settings", () => {
  it("holds the money of a shop that is not verified, as long as the operator says", () => {
    const settings = { unverified_payout_hold_days: 14 }

    expect(payoutHoldDays({ verified_at: null }, settings)).toBe(14)
    expect(payoutHoldDays({ verified_at: day(1) }, settings)).toBe(0)
    expect(isVerified({ verified_at: day(1).toISOString() })).toBe(true)
  })

  it("leaves settings that a patch does not name as they are, and takes a null as an answer", () => {
    const stored = { handling_days: 3, return_policy: "14 days" }

    expect(completeSettings({ settings: { handling_days: null } }, stored)).toEqual({
      settings: { handling_days: null, return_policy: "14 days" },
    })
    expect(completeSettings({ settings: {} }, null)).toEqual({
      settings: { handling_days: null, return_policy: null },
    })
    expect(completeSettings({}, stored)).toEqual({})
  })
})
