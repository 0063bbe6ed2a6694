import { INVOICE_STATES } from "../../../modules/debt/domain/invoice"
import { OWED_FOR } from "../../../modules/ledger/domain/why-owed"
import { invoicePage } from "../invoice-page"

const at = new Date("2026-11-28T10:00:00Z")

const invoice = {
  id: "dinv_1",
  number: "DN-2026-000001",
  vendor_id: "vend_1",
  currency_code: "ngn",
  amount: "12000",
  left: "500.5",
  state: "part_paid",
  is_overdue: false,
  parts: OWED_FOR.map((owed_for) => ({ owed_for, amount: "1" })),
  owed_since: at,
  shop_name: "Ada & <script>alert(1)</script>",
  address_lines: ['1 "Broad" Street', "L'Agos"],
  issued_at: at,
  due_at: new Date("2026-12-12T10:00:00Z"),
  closed_at: null,
  canceled_reason: null,
  payments: [{ reference: "FT-<1>", amount: "7000", received_at: at }],
}

const bank = { bank_name: "First <Bank>", account_name: "Merkato", account_number: "0000014579" }

describe("invoicePage", () => {
  it("escapes whatever people wrote, and says what is left and where to pay it", () => {
    const page = invoicePage(invoice, bank)

    expect(page).toContain("<h1>Debit note DN-2026-000001</h1>")
    expect(page).toContain(
      "Ada &amp; &lt;script&gt;alert(1)&lt;/script&gt;<br>1 &quot;Broad&quot; Street<br>L&#39;Agos"
    )
    expect(page).toContain("2026-11-28, FT-&lt;1&gt;")
    expect(page).toContain("<h2>Left now: 500.50 NGN</h2>")
    expect(page).toContain("Pay to Merkato, First &lt;Bank&gt;, account 0000014579, and write DN-2026-000001")
    expect(page).not.toContain("<script")
  })

  it("has words for every reason and state that there is", () => {
    for (const state of INVOICE_STATES) {
      const page = invoicePage({ ...invoice, state }, null)
      for (const word of [...OWED_FOR, ...INVOICE_STATES].filter((name) => name.includes("_"))) {
        expect(page).not.toContain(word)
      }
    }
  })

  it("asks for nothing where nothing is left, or no account is known", () => {
    expect(invoicePage({ ...invoice, left: "0" }, bank)).not.toContain("Pay to")
    expect(invoicePage(invoice, null)).not.toContain("Pay to")
  })
})
