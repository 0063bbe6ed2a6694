import { type PaystackSandbox, startPaystackSandbox } from "../../../../sandbox"
import { PaystackGateway } from "../service"

const SECRET = "sk_test_disputes"
const SINCE = new Date(0)

let sandbox: PaystackSandbox
let gateway: PaystackGateway

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  gateway = new PaystackGateway(
    {},
    { secret_key: SECRET, base_url: sandbox.url, write_timeout_ms: 1000, read_timeout_ms: 2000 }
  )
})
afterAll(() => sandbox.stop())
beforeEach(async () => {
  sandbox.control.reset()
  await gateway.open({
    reference: "mkt-1",
    amount_minor: 80_000n,
    currency_code: "ngn",
    email: "a@example.com",
  })
  sandbox.control.pay("mkt-1")
})

const answer = (id: number) => ({
  gateway_dispute_id: String(id),
  amount_minor: 80_000n,
  currency_code: "ngn",
  message: "It was delivered.",
  buyer: { email: "a@example.com", name: "Ada", phone: "+2348030000000" },
  evidence: "Parcel GIG-7 was delivered.",
  file: null,
})
const listed = async () => (await gateway.disputes.list(SINCE)).disputes
const only = async () => (await listed())[0]

it("lists a dispute with its payment, amount, deadline and word", async () => {
  const filed = sandbox.control.dispute("mkt-1", { amount: 50_000, category: "fraud" })
  expect(await listed()).toEqual([
    {
      gateway_dispute_id: String(filed.id),
      reference: "mkt-1",
      amount_minor: 50_000n,
      currency_code: "ngn",
      word: "needs_answer",
      due_at: new Date(filed.due_at),
      category: "fraud",
    },
  ])
  expect(JSON.stringify(await only(), (_, value) => String(value))).not.toContain("4081")
})

it("finds the last of more disputes than a page holds", async () => {
  for (let count = 0; count < 101; count += 1) {
    sandbox.control.dispute("mkt-1")
  }
  expect(await listed()).toHaveLength(101)
})

it("contests with the evidence as text, in a file, and with a sentence", async () => {
  const { id } = sandbox.control.dispute("mkt-1")
  await gateway.disputes.contest(answer(id))
  const [dispute] = sandbox.control.disputes()
  expect(dispute).toMatchObject({
    status: "awaiting-bank-feedback",
    message: "It was delivered.",
    evidence: [{ service_details: "Parcel GIG-7 was delivered." }],
  })
  expect(sandbox.control.uploaded(dispute!.attachment!)).toBe("Parcel GIG-7 was delivered.")
  expect((await only())?.word).toBe("under_review")
  sandbox.control.decideDispute(id, "declined")
  expect((await only())?.word).toBe("won")
})

it("sends the file that it is given instead", async () => {
  const { id } = sandbox.control.dispute("mkt-1")
  const file = { filename: "signed.pdf", mime_type: "application/pdf", bytes: Buffer.from("%PDF-1.4") }
  await gateway.disputes.contest({ ...answer(id), file })
  const [{ attachment }] = sandbox.control.disputes() as unknown as [{ attachment: string }]
  expect([attachment.endsWith("signed.pdf"), sandbox.control.uploaded(attachment)]).toEqual([
    true,
    "%PDF-1.4",
  ])
})

it("accepts with the amount, and reads what nobody answered as lost", async () => {
  const accepted = sandbox.control.dispute("mkt-1")
  await gateway.disputes.accept(answer(accepted.id))
  expect(sandbox.control.calls().at(-1)?.body).toMatchObject({
    resolution: "merchant-accepted",
    refund_amount: 80_000,
  })
  const late = sandbox.control.dispute("mkt-1", { due_in_ms: -1 })
  expect((await gateway.disputes.find(String(late.id)))?.word).toBe("lost")
  expect(sandbox.control.disputes().map(({ resolution }) => resolution)).toEqual([
    "merchant-accepted",
    "auto-accepted",
  ])
  expect(await gateway.disputes.find("7")).toBeNull()
})

it("says whether an answer may have arrived", async () => {
  const { id } = sandbox.control.dispute("mkt-1")
  sandbox.control.fault({ on: `PUT /dispute/${id}/resolve`, kind: "5xx_after_commit" })
  await expect(gateway.disputes.contest(answer(id))).rejects.toMatchObject({ effect: "unknown" })
  expect((await only())?.word).toBe("under_review")
  await expect(gateway.disputes.contest(answer(id))).rejects.toThrow("does not wait")
})

it("hides no dispute behind one that cannot be read, and names that one", async () => {
  const { id } = sandbox.control.dispute("mkt-1")
  const odd = sandbox.control.dispute("mkt-1")
  Object.assign(odd, { currency: "XOF", amount: 150 })
  const { disputes, unread } = await gateway.disputes.list(SINCE)
  expect(disputes.map(({ gateway_dispute_id }) => gateway_dispute_id)).toEqual([String(id)])
  expect(unread).toMatchObject([{ gateway_dispute_id: String(odd.id), is_passing: false }])
})
